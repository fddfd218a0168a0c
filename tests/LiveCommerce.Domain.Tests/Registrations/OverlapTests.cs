using LiveCommerce.Kernel;
using LiveCommerce.Registrations;
using static LiveCommerce.Tests.Sample;

namespace LiveCommerce.Tests.Registrations;

public sealed class OverlapTests
{
    static readonly SubmitRegistration Next = new(Reg(2), Campaign, SellerForm);
    static readonly NewFact[] Accepted = SubmitTests.Accepted(Submission(2, 2));

    [Fact, Rule("C25")]
    public void An_open_session_of_the_same_account_in_an_overlapping_period_is_told_and_stops_nothing()
    {
        After().When(Next, Seller).Then(Accepted).Warned("registration.period.overlaps")
            .WithDetails(("registration", Reg(1).ToString()), ("live_start", Live(60).Start.ToString()), ("live_end", Live(60).End.ToString()));
        After(new RegistrationApproved()).When(Next, Seller).Then(Accepted).Warned("registration.period.overlaps");
        After().When(Next with { DuplicatedFrom = Reg(1) }, Seller).Then(SubmitTests.Accepted(Submission(2, 2) with { DuplicatedFrom = Reg(1) })).Warned("registration.period.overlaps");
    }

    [Fact, Rule("C25")]
    public void What_is_not_open_any_more_clashes_with_nothing()
    {
        After(new RegistrationCancelled(RegistrationChannel.SellerCenter)).When(Next, Seller).Then(Accepted).Warned();
        After(new RegistrationRejected(Text("no"))).When(Next, Seller).Then(Accepted).Warned();
        After(new RegistrationRemovedByPlatform(Text("no"))).When(Next, Seller).Then(Accepted).Warned();
        After(new MerchantContacted(Text("called")), new LivePeriodModifiedByPlatform(Live(60, "2026-02-06T12:00:00Z"), null)).When(Next, Seller).Then(Accepted).Warned();
    }

    [Fact, Rule("C25"), Rule("C16")]
    public void One_that_ends_as_the_other_begins_does_not_overlap()
    {
        foreach (var start in new[] { "2026-02-05T11:00:00Z", "2026-02-05T13:00:00Z" })
        {
            var form = SellerForm with { LivePeriod = Live(60, start) };
            After().When(Next with { Form = form }, Seller).Then(SubmitTests.Accepted(Submission(2, 2) with { Form = form })).Warned();
        }
    }

    [Fact, Rule("C25")]
    public void Another_account_of_the_same_party_may_be_live_at_the_same_time() =>
        After().When(Next with { Form = CreatorForm, Account = ShopAffiliate }, ShopHost).Then(SubmitTests.Accepted(CreatorSubmission(2, 2) with
        {
            Account = ShopAffiliate, Party = Party.Of(Shop), Merchant = Shop, Creator = ShopCreator,
        })).Warned();

    [Fact, Rule("C25")]
    public void A_withdrawn_session_hides_no_open_one_behind_it() =>
        Scenario.InMarket([.. Registered(Submission()), .. Registered(Submission(3, 2), new RegistrationCancelled(RegistrationChannel.SellerCenter))])
            .When(Next, Seller).Then(SubmitTests.Accepted(Submission(2, 3))).Warned("registration.period.overlaps").WithDetails(("registration", Reg(1).ToString()));

    [Fact]
    public void A_slot_of_before_the_period_was_recorded_with_it_clashes_with_nothing() =>
        Scenario.InMarket(CampaignQuota.At(Campaign, Party.Of(Shop)).Is(new SlotTaken(1, Reg(1), RegistrationChannel.SellerCenter)), Registration.At(Reg(1)).Is(Submission()))
            .When(Next, Seller).Then(Accepted).Warned();

    [Fact, Rule("C25")]
    public void A_refused_submission_says_it_too() =>
        After().When(Next with { Form = SellerForm with { MainCategory = "toys" } }, Seller).ThenRefused("registration.category.unknown").Warned("registration.period.overlaps");

    static Scenario After(params IEvent[] facts) => Scenario.InMarket(Registered(Submission(), facts));
}
