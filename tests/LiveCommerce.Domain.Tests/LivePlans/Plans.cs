using LiveCommerce.Kernel;
using LiveCommerce.LivePlans;
using NodaTime;
using static LiveCommerce.Tests.Sample;

namespace LiveCommerce.Tests.LivePlans;

/// <summary>A LIVE planned for the evening of 20 January 2026 in Kuala Lumpur (UTC+8), for two hours.</summary>
static class Plans
{
    public static readonly LivePlanId Id = new(Uuid(601)), Other = new(Uuid(602));
    public static readonly WantedSchedule Evening = new("2026-01-20", "20:00", 120), Later = new("2026-01-27", "20:00", 120);
    public static readonly Moment Start = On("2026-01-20T12:00:00Z"), End = On("2026-01-20T14:00:00Z");
    public static readonly PersonalText Title = Text("Batik night"), Description = Text("New shawls from Kelantan");
    public static readonly CreateLivePlan Create = new(Id, Shop, Title, Description, Evening, ["P1", "P2"], ["T1"]);
    public static readonly LivePlanCreated Created = new(Id, Shop, Title, Description, Resolved(Evening, Start), ["P1", "P2"], ["T1"], null);
    public static readonly TechnicalCheck Tried = new(5000, true, 100, 60);
    public static readonly ReferenceCard Card = new("P1", [Text("Hand-drawn"), Text("RM 12.90")]);
    public static readonly ValueList<RunSheetSegment> RunSheet =
        [new(SegmentKind.Interaction, 5, null, Text("Welcome")), new(SegmentKind.Product, 4, "P1", null), new(SegmentKind.Transition, 1, null, null), new(SegmentKind.PromotionalDrop, 10, "P2", null)];
    public static readonly Guid Session = Uuid(700);

    public static LiveSchedule Resolved(WantedSchedule wanted, Moment start, LocalTimeRule rule = LocalTimeRule.AsWritten) => new(wanted.Date, wanted.Time, wanted.Minutes, Zone, rule, start);

    public static ValueList<string> Products(int count) => Enumerable.Range(1, count).Select(number => $"P{number}").ToValueList();

    public static NewFact Fact(IEvent body, Moment? effectiveAt = null) => LivePlan.At(Id).Is(body, effectiveAt);

    /// <summary>The plan with what followed it.</summary>
    public static Scenario Planned(params IEvent[] then) => Scenario.InMarket([Fact(Created), Fact(new LivePlanPublished()), .. then.Select(fact => Fact(fact))]);

    public static Moment Plus(this Moment moment, int minutes) => moment + Duration.FromMinutes(minutes);
}
