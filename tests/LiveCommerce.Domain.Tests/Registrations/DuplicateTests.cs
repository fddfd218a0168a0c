using LiveCommerce.Campaigns;
using LiveCommerce.Kernel;
using LiveCommerce.Registrations;
using static LiveCommerce.Tests.Sample;

namespace LiveCommerce.Tests.Registrations;

public sealed class DuplicateTests
{
    static readonly SubmitRegistration Copy = new(Reg(2), Campaign, SellerForm, DuplicatedFrom: Reg(1));
    static readonly NewFact[] Copied = SubmitTests.Accepted(Submission(2, 2) with { DuplicatedFrom = Reg(1) });

    [Fact, Rule("RREC-13"), Rule("C24")]
    public void A_registration_is_made_from_another_whatever_the_platform_said_about_it()
    {
        Scenario.InMarket(Registered(Submission())).When(Copy, Seller).Then(Copied);
        Scenario.InMarket(Registered(Submission(), new RegistrationApproved())).When(Copy, Seller).Then(Copied);
        Scenario.InMarket(Registered(Submission(), new RegistrationRejected(Text("no")))).When(Copy, Seller).Then(Copied);
        Scenario.InMarket(Registered(Submission(), new RegistrationRemovedByPlatform(Text("no")))).When(Copy, Seller).Then(Copied);
    }

    [Fact, Rule("RREC-03"), Rule("C24")]
    public void A_withdrawn_one_is_kept_but_not_duplicated() =>
        Scenario.InMarket(Registered(Submission(), new RegistrationCancelled(RegistrationChannel.SellerCenter))).When(Copy, Seller)
            .ThenRefused("registration.terminal").ForRule("RREC-03");

    [Fact, Rule("RREC-14"), Rule("C26")]
    public void A_live_manager_session_is_duplicated_from_neither_side()
    {
        var original = CreatorSubmission() with { Party = Party.Of(Shop), Merchant = Shop, Creator = ShopCreator, Account = ShopAffiliate };
        Scenario.InMarket(Registered(original)).When(Copy, Seller).ThenRefused("registration.duplicate.not-seller-center").ForRule("RREC-14");
        Scenario.InMarket(Registered(original)).When(Copy with { Form = CreatorForm, Account = ShopAffiliate }, ShopHost)
            .ThenRefused("registration.duplicate.not-seller-center");
    }

    [Fact, Rule("RREC-13")]
    public void Only_while_the_campaign_takes_registrations() =>
        Scenario.InMarket(Registered(Submission()))
            .When(Copy with { Form = SellerForm with { LivePeriod = Live(60, "2026-02-20T12:00:00Z") } }, Seller, Window.End).ThenRefused("registration.window-closed");

    [Fact, Rule("RREC-13")]
    public void Only_one_s_own_registration_of_the_same_campaign()
    {
        Scenario.InMarket(Registered(Submission() with { Campaign = Private })).When(Copy, Seller).ThenRefused("registration.duplicate.unknown");
        Scenario.InMarket(Registered(Submission())).When(Copy, OtherSeller).ThenRefused("registration.duplicate.unknown");
        Scenario.InMarket().When(Copy, Seller).ThenRefused("registration.duplicate.unknown");
    }

    [Fact, Rule("RREC-13"), Rule("RREC-14"), Rule("RREC-15"), Rule("C24"), Rule("C26")]
    public void Duplicate_is_clickable_where_a_duplicate_would_be_taken()
    {
        Clickable(Submission(), Seller).ShouldBe(new("duplicate", true));
        Clickable(Submission(), Reviewer).ShouldBe(new("duplicate", true));
        Clickable(Submission(), Auditor).ShouldBeNull();
        Clickable(Submission(), Seller, Now, new RegistrationRejected(Text("no"))).ShouldBe(new("duplicate", true));
        Clickable(Submission(), Seller, Window.End).ShouldNotBeNull().Code.ShouldBe("registration.window-closed");
        Clickable(Submission(), Seller, Period.End).ShouldNotBeNull().Code.ShouldBe("campaign.ended");
        Clickable(Submission(), Seller, Now, new RegistrationCancelled(RegistrationChannel.SellerCenter)).ShouldNotBeNull().Rule.ShouldBe("RREC-03");
        Clickable(CreatorSubmission(), Host).ShouldNotBeNull().Rule.ShouldBe("RREC-14");
        Clickable(Submission(1, 100), Seller).ShouldNotBeNull().Code.ShouldBe("registration.cap-reached");
        Clickable(Submission() with { Campaign = Private }, Seller).ShouldBe(new("duplicate", false));
    }

    [Fact, Rule("RREC-13")]
    public void A_session_of_the_past_can_still_be_duplicated_to_another_time()
    {
        var past = Submission() with { Form = SellerForm with { LivePeriod = Live(60, "2026-02-01T12:00:00Z") } };
        Clickable(past, Seller, On("2026-02-02T00:00:00Z")).ShouldBe(new("duplicate", true));
    }

    [Fact, Rule("RREC-13")]
    public void The_form_is_prefilled_with_the_original_s_information()
    {
        var original = Submission() with { Entry = RegistrationEntry.TikTokAppLink, Form = CreatorForm with { Notes = Text("two hosts") } };
        DuplicateAction.Prefill(new(original), Seller, Reg(2)).ShouldBe(new(Reg(2), Campaign, original.Form, Official, RegistrationEntry.TikTokAppLink, null, Reg(1)));
        DuplicateAction.Prefill(new(original), Reviewer, Reg(2))
            .ShouldBe(new(Reg(2), Campaign, original.Form, null, RegistrationEntry.TikTokAppLink, null, Reg(1), new(Party.Of(Shop), RegistrationChannel.SellerCenter, Official, null)));
        Scenario.InMarket(Registered(original)).When(DuplicateAction.Prefill(new(original), Seller, Reg(2)), Seller)
            .Then(SubmitTests.Accepted(original with { Registration = Reg(2), SlotNumber = 2, DuplicatedFrom = Reg(1) }));
    }

    static ActionVerdict? Clickable(RegistrationSubmitted original, Actor actor, Moment? now = null, params IEvent[] then)
    {
        var history = new History();
        history.Append([.. Market, .. Registered(original, then)]);
        return DuplicateAction.Of(history, new(original), new(now ?? Now, actor)).ShouldNotBeNull().SingleOrDefault();
    }
}
