using LiveCommerce.Audit;
using LiveCommerce.Kernel;

namespace LiveCommerce.Host.Pages;

/// <summary>A fact in the diagram: where it took effect and where it was recorded.</summary>
sealed record AxesPoint(long Version, int Effect, int Recording, bool Counts);

/// <summary>The facts of a history on both time axes, to one scale; close ones are set apart so that each can be read.</summary>
sealed record AxesPlot(IReadOnlyList<AxesPoint> Points, string First, string Last, string Summary)
{
    internal const int Width = 560, Left = 12, Right = 548;
    const int Apart = 24;

    internal static AxesPlot Of(TimelineModel model)
    {
        Moment[] effects = [.. model.Facts.Select(fact => fact.Envelope.EffectiveAt)], recordings = [.. model.Facts.Select(fact => fact.RecordedAt)];
        var (first, last) = (effects.Concat(recordings).Min(), effects.Concat(recordings).Max());
        var (upper, lower) = (Spread(effects, first, last), Spread(recordings, first, last));
        var points = model.Facts.Select((fact, index) => new AxesPoint(fact.Version, upper[index], lower[index], fact.Version <= model.Counted)).ToList();
        var late = model.Facts.Count(fact => fact.RecordedAt - fact.Envelope.EffectiveAt > NodaTime.Duration.FromMinutes(1));
        return new(points, SpokenTime.Of(first, model.Now.Zone), SpokenTime.Of(last, model.Now.Zone),
            $"{points.Count} facts on two axes; {late} of them were recorded more than a minute after they took effect. The list below has both instants of each.");
    }

    // neither instant ever falls along a stream, so order is kept by moving each only as far as its neighbour asks
    static int[] Spread(Moment[] moments, Moment first, Moment last)
    {
        var apart = Math.Min(Apart, (Right - Left - Apart) / Math.Max(1, moments.Length));
        var places = moments.Select(moment => last == first ? Left + (Apart / 2) : Left + (Apart / 2) + (int)((Right - Left - Apart) * ((moment - first) / (last - first)))).ToArray();
        for (var i = 1; i < places.Length; i++) places[i] = Math.Max(places[i], places[i - 1] + apart);
        if (places[^1] > Right - (Apart / 2)) places[^1] = Right - (Apart / 2);
        for (var i = places.Length - 2; i >= 0; i--) places[i] = Math.Min(places[i], places[i + 1] - apart);
        return places;
    }
}
