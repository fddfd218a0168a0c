using LiveCommerce.Campaigns;
using LiveCommerce.Kernel;
using LiveCommerce.Registrations;
using static LiveCommerce.Tests.Sample;

namespace LiveCommerce.Tests.Registrations;

public sealed class ActionTests
{
    [Fact, Rule("RREC-11"), Rule("RREC-12")]
    public void Cancel_is_clickable_under_review_in_its_channel()
    {
        Cancel(Seller).ShouldHaveSingleItem().ShouldBe(new ActionVerdict("cancel", true));
        Cancel(Seller, new RegistrationApproved()).ShouldHaveSingleItem().Code.ShouldBe("registration.not-under-review");
        Cancel(Seller with { Role = ActorRole.Creator }).ShouldHaveSingleItem().Code.ShouldBe("registration.wrong-channel");
        Cancel(Auditor).ShouldBeEmpty();
        static IEnumerable<ActionVerdict> Cancel(Actor actor, params IEvent[] facts) => Actions(actor, facts).Where(action => action.Action != "viewProducts");
    }

    [Fact, Rule("RREC-17")]
    public void A_reviewer_sees_what_the_platform_can_do()
    {
        Open(Actions(Reviewer)).ShouldBe(["approve", "reject", "remove", "assess", "contact", "group"]);
        Actions(Reviewer)[5].Code.ShouldBe("registration.contact-required");
        Open(Actions(Reviewer, new MerchantContacted(Text("called")), new RegistrationApproved())).ShouldBe(["remove", "assess", "contact", "modify", "group"]);
        Open(Actions(Reviewer, new RegistrationRejected(Text("no")))).ShouldBeEmpty();
    }

    [Fact, Rule("RREC-16"), Rule("RREC-03")]
    public void Products_are_viewed_once_they_are_grouped_by_whoever_sees_the_registration()
    {
        var grouped = new ProductsGroupedByPlatform([Product()]);
        foreach (var actor in new[] { Seller, Reviewer, Auditor })
        {
            Actions(actor)[^1].ShouldBe(ActionVerdict.Because("viewProducts", RegistrationRefusals.NotGrouped.Of()));
            Open(Actions(actor, grouped)).ShouldContain("viewProducts");
            Open(Actions(actor, grouped, new RegistrationRejected(Text("no")))).ShouldBe(["viewProducts"]);
            Actions(actor, grouped, new RegistrationCancelled(RegistrationChannel.SellerCenter))[^1].Rule.ShouldBe("RREC-03");
        }
    }

    [Fact, Rule("CAMP-10"), Rule("REG-15")]
    public void Register_is_clickable_when_the_party_meets_the_conditions()
    {
        Register(Seller).ShouldBe(new("register", true));
        Register(Host).ShouldBe(new("register", true));
        Register(new("u-3", ActorRole.Merchant, Party.Of(new MerchantId(Uuid(3))))).ShouldNotBeNull().Code.ShouldBe("account.not-bound");
        Register(Seller, Now, Registered(Submission(1, 100))).ShouldNotBeNull().Code.ShouldBe("registration.cap-reached");
        Register(Seller, Window.End).ShouldNotBeNull().Code.ShouldBe("registration.window-closed");
    }

    [Fact, Rule("CAMP-06")]
    public void Register_says_nothing_about_what_cannot_be_seen() => Register(Seller, Now, [], Private).ShouldBe(new("register", false));

    static string[] Open(ValueList<ActionVerdict> actions) => [.. actions.Where(action => action.Allowed).Select(action => action.Action)];

    static ValueList<ActionVerdict> Actions(Actor actor, params IEvent[] facts) => RegistrationActions.Of(
        (Registration.Submitted)Registration.Kind.Fold([Submission(), .. facts]), new(Now, actor, new LivestreamCampaign.Published(Campaign, Terms, [], null)));

    static ActionVerdict? Register(Actor actor, Moment? now = null, NewFact[]? facts = null, CampaignId? campaign = null)
    {
        var history = new History();
        history.Append([.. Market, .. facts ?? []]);
        return RegisterAction.Of(history, campaign ?? Campaign, new(now ?? Now, actor));
    }
}
