using LiveCommerce.Audit;
using LiveCommerce.Campaigns;
using LiveCommerce.Kernel;
using LiveCommerce.Registrations;
using LiveCommerce.Sellers;
using LiveCommerce.Store;
using static LiveCommerce.Tests.Sample;

namespace LiveCommerce.Tests.Audit;

public sealed class ExplanationTests
{
    static readonly Moment Then = On("2026-01-12T20:30:00Z");

    [Fact, Rule("BEY-04"), Rule("RREC-09")]
    public void A_rejection_is_explained_by_who_decided_it_when_why_and_by_which_rule()
    {
        var lines = Of(new RegistrationRejected(Text("Another shop's banner")), Then).Lines;
        lines[0].ShouldBe($"{Reg(1)} is rejected since 13 Jan 2026, 04:30 in Asia/Kuala_Lumpur (12 Jan 2026, 20:30 UTC).");
        lines[1].ShouldBe($"Decided by registration_rejected, fact 2 of {Reg(1)} (position 5 of the log): Reviewer usr_lena rejected the registration: \"Another shop's banner\".");
        lines[2].ShouldBe("It took effect 13 Jan 2026, 04:30 in Asia/Kuala_Lumpur (12 Jan 2026, 20:30 UTC) and was recorded 13 Jan 2026, 04:30 in Asia/Kuala_Lumpur (12 Jan 2026, 20:30 UTC).");
        lines[3].ShouldBe("Why, in their words: \"Another shop's banner\".");
        lines[4].ShouldBe("Rule RREC-09 of policy registration/1: A rejection carries its reason.");
        lines[5].ShouldStartWith("Otherwise: without the rejection it would still be under review.");
    }

    [Fact, Rule("BEY-04"), Rule("C29")]
    public void An_expiry_that_no_fact_says_yet_names_the_fact_that_set_the_end()
    {
        var explained = Of(new RegistrationApproved(), Then, asOf: Period.End);
        explained.Status.ShouldContain("expired, because the campaign ended, since 1 Mar 2026, 08:00");
        explained.Decided.ShouldContain($"that end was set by campaign_published, fact 2 of {Campaign}");
        (explained.RuleId, explained.Policy).ShouldBe(("RREC-18", "registration/1"));
        explained.Otherwise.ShouldBe("Otherwise: with a later end of the campaign it would still be approved; an end can be moved only before it is reached.");
    }

    [Theory, Rule("BEY-04")]
    [MemberData(nameof(Reached))]
    public void Every_state_of_every_thing_has_words(string name)
    {
        var state = Catalog.States.All.Single(one => $"{one.Kind.Alias} {one.Name}" == name);
        var log = new WrittenLog().Add(Registration.At(Reg(1)), Submission(), Then);
        var thing = Audited.All.Single(one => one.Kind == state.Kind);
        var status = state.State is LivestreamCampaign.Published ? "Published" : "any";
        var standing = new Standing(thing, Reg(1).Value, status, Then, state.State, log.Of(Reg(1).Value).ToValueList(), log.Of(Reg(1).Value)[0], false, null);
        Explanation.Of(standing).Lines.ShouldAllBe(line => line.Length > 10 && !line.Contains("{ ", StringComparison.Ordinal));
    }

    public static TheoryData<string> Reached => [.. Catalog.States.All.Where(one => one.Kind != RefusalLog.Stream && !one.Name.StartsWith("Not", StringComparison.Ordinal)).Select(one => $"{one.Kind.Alias} {one.Name}")];

    [Fact, Rule("BEY-04")]
    public void Every_rule_of_a_fact_or_a_refusal_has_its_words() =>
        LiveCommerceEvents.Catalog.Types.Select(type => type.Rule).Concat(Docs.RuleList.Refusals.Select(kind => kind.Rule)).ShouldAllBe(rule => RuleBook.Statement(rule) != null);

    [Fact, Rule("C53")]
    public void Times_stand_on_the_shops_clock_and_in_UTC()
    {
        SpokenTime.Of(On("2026-11-21T12:00:00Z"), ZoneId.TryParse("Asia/Jakarta")).ShouldBe("21 Nov 2026, 19:00 in Asia/Jakarta (12:00 UTC)");
        SpokenTime.Of(On("2026-11-21T20:00:07.5Z"), ZoneId.TryParse("Asia/Jakarta")).ShouldBe("22 Nov 2026, 03:00:07 in Asia/Jakarta (21 Nov 2026, 20:00:07 UTC)");
        SpokenTime.Of(On("2026-11-21T12:00:00Z"), null).ShouldBe("21 Nov 2026, 12:00 UTC");
    }

    static Explanation Of(IEvent fact, Moment at, Moment? asOf = null)
    {
        var log = new WrittenLog().Add(Merchant.At(Shop), new MerchantOnboarded(Shop, Text("shop"), Zone), Window.Start)
            .Add(LivestreamCampaign.At(Campaign), new CampaignDrafted(Campaign, Terms), Window.Start).Add(LivestreamCampaign.At(Campaign), new CampaignPublished(), Window.Start)
            .Add(Registration.At(Reg(1)), Submission(), Now).Add(Registration.At(Reg(1)), fact, at);
        return Explanation.Of(Audited.All[0].Replay(Reg(1).Value, new AsOf.Instant(asOf ?? at), log.Of).ShouldBeOfType<Replayed.Found>().Standing);
    }
}
