using LiveCommerce.Kernel;
using LiveCommerce.LivePlans;
using static LiveCommerce.Tests.LivePlans.Plans;
using static LiveCommerce.Tests.Sample;

namespace LiveCommerce.Tests.LivePlans;

public sealed class MarketReferenceTests
{
    static readonly MarketReferenceLoaded loaded = new(Reference.RushHours, Reference.Competitors);

    [Fact, Rule("BEY-13"), Rule("BEY-15")]
    public void A_load_takes_the_place_of_the_one_before_and_the_same_again_is_nothing_new()
    {
        Scenario.Given().When(Reference, Admin).Then(Fact(loaded));
        Scenario.Given(Fact(loaded)).When(Reference, Admin).ThenAlreadySo();
        Scenario.Given().When(Reference with { Reference = new(Uuid(9)) }, Admin).ThenNotVisible();
        Scenario.Given(Fact(loaded)).When(Reference with { Competitors = [] }, Admin).Then(Fact(loaded with { Competitors = [] }));
        MarketReferenceData.Kind.Fold([loaded, loaded with { RushHours = [] }]).ShouldBe(new MarketReferenceData.Loaded([], Reference.Competitors));
    }

    [Fact, Rule("PLAN-08"), Rule("PLAN-09")]
    public void What_is_no_time_or_no_key_is_refused_entry_by_entry()
    {
        Scenario.Given().When(new LoadMarketReference(MarketReferenceData.Id, [new(0, 1440), new(-1, 60), new(60, 60), new(1400, 1441)], [new("a rival", new(Start, End)), new("rival", new(End, End))]), Admin)
            .ThenRefused("market.rush-hours", "market.rush-hours", "market.rush-hours", "market.competitor-key", "market.competitor-range")
            .OnFields("rushHours[1]", "rushHours[2]", "rushHours[3]", "competitors[0].key", "competitors[1].range");
        Scenario.Given().When(new LoadMarketReference(MarketReferenceData.Id, Enumerable.Repeat(new RushHours(0, 1), 25).ToValueList(), Enumerable.Repeat(Reference.Competitors[0], 501).ToValueList()), Admin)
            .ThenRefused("market.too-many", "market.too-many");
    }

    static NewFact Fact(IEvent body) => MarketReferenceData.At(MarketReferenceData.Id).Is(body);
}
