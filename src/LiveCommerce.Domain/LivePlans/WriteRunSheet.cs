using LiveCommerce.Kernel;

namespace LiveCommerce.LivePlans;

/// <summary>Writes the run sheet: every segment in its order (PRE-01). All of them fit the session; 3 to 5 minutes for a product is advice (PRE-02).</summary>
public sealed record WriteRunSheet(LivePlanId Plan, ValueList<RunSheetSegment> Segments) : ILivePlanCommand;

public static partial class LivePlanDecider
{
    const int MostSegments = 500, ShortestProduct = 3, LongestProduct = 5;

    static Decision Write(LivePlan.Active plan, WriteRunSheet command) =>
        SaysTheSame(plan.Live.Preparation.RunSheet, command.Segments) ? Decision.AlreadySo
        : BadSegments(plan.Live, command.Segments).ToValueList() is { Count: > 0 } refusals ? Decision.Refuse(LivePlan.At(command.Plan), refusals)
        : Decision.Record(LivePlan.At(command.Plan), new RunSheetWritten(command.Segments)) with { Warnings = Pace(command.Segments).ToValueList() };

    static bool SaysTheSame(ValueList<RunSheetSegment> one, ValueList<RunSheetSegment> other) =>
        one.Count == other.Count && one.Zip(other).All(pair => pair.First == pair.Second
            || (pair.First with { Note = null } == pair.Second with { Note = null } && pair.First.Note?.SaysTheSameAs(pair.Second.Note) == true));

    static IEnumerable<Refusal> BadSegments(PlannedLive live, ValueList<RunSheetSegment> segments)
    {
        if (segments.Count > MostSegments) yield return PreparationRefusals.SegmentsTooMany.Of("segments", ("most", Numeral.Of(MostSegments)));
        foreach (var (segment, index) in segments.Take(MostSegments).Select((segment, index) => (segment, Numeral.Of(index))))
        {
            if (segment.Minutes is <= 0 or > LiveSchedule.LongestMinutes) yield return PreparationRefusals.SegmentMinutes.Of($"segments[{index}].minutes");
            if (segment is { Kind: SegmentKind.Product, ProductId: null }) yield return PreparationRefusals.SegmentWithoutProduct.Of($"segments[{index}].productId");
            if (segment.ProductId is { } product && !live.Products.Contains(product)) yield return PreparationRefusals.ProductNotFeatured.Of($"segments[{index}].productId");
        }
        var planned = segments.Take(MostSegments).Where(segment => segment.Minutes > 0).Sum(segment => (long)segment.Minutes);
        if (planned > live.Creation.Schedule.Minutes)
            yield return PreparationRefusals.RunSheetTooLong.Of("segments", ("session_minutes", Numeral.Of(live.Creation.Schedule.Minutes)), ("planned_minutes", Numeral.Of(planned)));
    }

    static IEnumerable<Refusal> Pace(ValueList<RunSheetSegment> segments) =>
        from pair in segments.Select((segment, index) => (segment, index))
        where pair.segment is { Kind: SegmentKind.Product, Minutes: < ShortestProduct or > LongestProduct }
        select PreparationRefusals.ProductPace.Of($"segments[{Numeral.Of(pair.index)}].minutes", ("minutes", Numeral.Of(pair.segment.Minutes)));
}
