using System.Globalization;

namespace LiveCommerce.Benchmarks;

/// <summary>What was measured beside what is wanted, a line to each goal; one whose figures were not asked for is left out.</summary>
static class Goals
{
    const double MostMemory = 350;
    const double FoldsPerSecond = 5_000_000;
    const double RebuiltPerSecond = 150_000;
    const double LongerDuringRebuild = 250;

    internal static IEnumerable<string> Of(IReadOnlyDictionary<string, Figure> figures)
    {
        var floor = figures.Where(figure => figure.Key.StartsWith("floor-", StringComparison.Ordinal) && figure.Key != "floor-1").Max(figure => (double?)figure.Value.PerSecond);
        (string Name, double Goal, double? Of, string Unit)[] rates =
        [
            ("submit-32", 1.5, floor, "x the best floor"), ("submit-256", 2, floor, "x the best floor"), ("hot-32", 1.5, floor, "x the best floor"),
            ("hot-256", 2, floor, "x the best floor"), ("http-64", 5, 1_000, " thousand a second"),
        ];
        foreach (var (name, goal, of, unit) in rates)
            if (figures.TryGetValue(name, out var figure) && figure.PerSecond / of is { } reached)
                yield return Line($"{figure.Name}, {figure.Callers} callers: {reached:N2}{unit} where {goal:N1}{unit} was the goal", reached >= goal);
        if (figures.TryGetValue("submit-1", out var one) && figures.TryGetValue("floor-1", out var single))
            yield return Line($"one caller: p50 {one.P50 / single.P50:N2}x the floor's where 1.5x was the goal", one.P50 <= 1.5 * single.P50);
        if (figures.TryGetValue("http-64", out var http) && http.PeakMemory is { } peak)
            yield return Line($"most memory of the server process after {http.Name}: {peak:N0} MB where {MostMemory} MB was the goal", peak <= MostMemory);
    }

    internal static IEnumerable<string> Of(IReadOnlyCollection<LogPass> passes)
    {
        var named = passes.ToDictionary(pass => pass.Name);
        if (named.TryGetValue(LogReplay.Name, out var replay) && named.TryGetValue(LogReplay.Bare, out var bare))
            yield return Line($"{replay.Name}: {replay.PerSecond / bare.PerSecond:P0} of the rate of the bare read and parse where 70 % was the goal", replay.PerSecond >= 0.7 * bare.PerSecond);
        if (named.TryGetValue(Folds.Name, out var fold))
            yield return Line($"{fold.Name}: {fold.PerCore / 1_000_000:N1} million facts a second and core where {FoldsPerSecond / 1_000_000} million was the goal", fold.PerCore >= FoldsPerSecond);
        if (named.TryGetValue(Rebuilds.Name, out var rebuild))
            yield return Line($"{rebuild.Name}: {rebuild.PerSecond:N0} facts a second where {RebuiltPerSecond:N0} was the goal", rebuild.PerSecond >= RebuiltPerSecond);
    }

    internal static IEnumerable<string> Of(IEnumerable<ListFigure> lists) =>
        from list in lists
        where !list.Figure.Name.StartsWith("floor", StringComparison.Ordinal)
        group list by list.Figure.Name into sizes
        let few = sizes.MinBy(list => list.Registrations)
        let many = sizes.MaxBy(list => list.Registrations)
        where many.Registrations > few.Registrations
        select Line(
            $"records, {sizes.Key}: p99 {few.Figure.P99:N2} ms of {few.Registrations:N0} and {many.Figure.P99:N2} ms of {many.Registrations:N0} where 1.5x or 3 ms more was the goal",
            many.Figure.P99 <= Math.Max(1.5 * few.Figure.P99, few.Figure.P99 + 3));

    internal static IEnumerable<string> Of(IEnumerable<Interruption> interruptions) =>
        from one in interruptions
        let more = one.LongestMeanwhile - one.LongestBefore
        select Line($"{one.Name}, {one.Callers} callers: the longest took {more:N0} ms more during a rebuild than before where {LongerDuringRebuild} ms was the goal", more <= LongerDuringRebuild);

    static string Line(FormattableString what, bool isMet) => $"- {what.ToString(CultureInfo.InvariantCulture)}: {(isMet ? "met" : "**missed**")}.";
}
