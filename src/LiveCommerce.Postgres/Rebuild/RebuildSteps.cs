using LiveCommerce.Kernel;

namespace LiveCommerce.Postgres.Rebuild;

/// <summary>Tells how far a rebuild has come.</summary>
sealed class RebuildSteps(IProgress<RebuildProgress>? tell)
{
    RebuildProgress now = new([], 0, 0);

    internal void Begin(IEnumerable<string> views, long done, long total) => Tell(new(views.ToValueList(), done, total));

    internal void Add(int facts) => Tell(now with { Facts = now.Facts + facts });

    internal void IsInUse() => Tell(now with { IsInUse = true });

    void Tell(RebuildProgress progress) => tell?.Report(now = progress);
}
