using LiveCommerce.Campaigns;
using LiveCommerce.Kernel;
using LiveCommerce.Registrations;
using static LiveCommerce.Tests.Sample;

namespace LiveCommerce.Tests.Registrations;

public sealed class ExpiryTests
{
    static readonly StreamRef<Registration> Stream = Registration.At(Reg(1));
    static readonly Moment Late = On("2026-03-05T00:00:00Z");
    static readonly ExpireRegistration Expire = new(Reg(1));

    [Fact, Rule("RREC-18"), Rule("RREC-10"), Rule("C28"), Rule("C29")]
    public void At_the_campaign_s_end_what_is_open_expires_effective_then()
    {
        After().When(Expire, Clock, Late).Then(ExpiredFrom(RegistrationStatus.UnderReview));
        After(new RegistrationApproved()).When(Expire, Clock, Period.End).Then(ExpiredFrom(RegistrationStatus.Approved));
    }

    [Fact, Rule("RREC-18"), Rule("C29")]
    public void Before_the_end_nothing_expires() =>
        After().When(Expire, Clock, On("2026-02-28T23:59:59.999999Z")).ThenRefused("registration.campaign-not-ended");

    [Fact, Rule("C28")]
    public void What_was_rejected_or_expired_before_stays_so()
    {
        After(new RegistrationRejected(Text("no"))).When(Expire, Clock, Late).ThenAlreadySo();
        After(new RegistrationCancelled(RegistrationChannel.SellerCenter)).When(Expire, Clock, Late).ThenAlreadySo();
        After(new RegistrationExpiredAtCampaignEnd(RegistrationStatus.Approved)).When(Expire, Clock, Late).ThenAlreadySo();
    }

    [Fact, Rule("RREC-18"), Rule("C29")]
    public void From_the_end_instant_every_command_is_refused_and_the_due_fact_recorded_first()
    {
        foreach (var command in ReviewTests.PlatformCommands().Append(new CancelRegistration(Reg(1), true)))
        {
            var actor = command is CancelRegistration ? Seller : Reviewer;
            After().When(command, actor, Period.End).ThenRefused("campaign.ended").After(ExpiredFrom(RegistrationStatus.UnderReview));
            After(new RegistrationApproved()).When(command, actor, Late).ThenRefused("campaign.ended").After(ExpiredFrom(RegistrationStatus.Approved));
            After(new RegistrationRejected(Text("no"))).When(command, actor, Late).ThenRefused("campaign.ended").After();
            After(new RegistrationExpiredAtCampaignEnd(RegistrationStatus.UnderReview)).When(command, actor, Late).ThenRefused("campaign.ended").After();
        }
    }

    [Fact, Rule("RREC-18")]
    public void An_early_end_is_the_end()
    {
        var ended = LivestreamCampaign.At(Campaign).Is(new CampaignEnded(Now, Text("sold out")));
        Scenario.InMarket([.. Registered(Submission()), ended]).When(Expire, Clock, Now)
            .Then(Stream.Is(new RegistrationExpiredAtCampaignEnd(RegistrationStatus.UnderReview), Now));
    }

    [Fact, Rule("RREC-18")]
    public void An_extended_campaign_ends_later()
    {
        var extended = LivestreamCampaign.At(Campaign).Is(new CampaignExtended(Window.End, On("2026-04-01T00:00:00Z")));
        Scenario.InMarket([.. Registered(Submission()), extended]).When(Expire, Clock, Late).ThenRefused("registration.campaign-not-ended");
    }

    [Fact]
    public void Whoever_may_not_see_it_does_not_learn_that_it_ended() => After().When(new CancelRegistration(Reg(1), true), OtherSeller, Late).ThenNotVisible();

    static NewFact ExpiredFrom(RegistrationStatus before) => Stream.Is(new RegistrationExpiredAtCampaignEnd(before), Period.End);

    static Scenario After(params IEvent[] facts) => Scenario.InMarket(Registered(Submission(), facts));
}
