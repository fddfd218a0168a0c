using LiveCommerce.Kernel;

namespace LiveCommerce.Postgres.Rebuild;

/// <summary>A page of facts, each with the kind of its stream.</summary>
/// <param name="Position">How far in the log the page reaches, whatever stands there; null at the log's end.</param>
/// <param name="Facts">In the order that was asked for.</param>
sealed record FactPage(long? Position, List<(string Kind, Fact Fact)> Facts)
{
    internal List<Fact> Of(IReadOnlyCollection<string> kinds)
    {
        var own = new List<Fact>(Facts.Count);
        foreach (var (kind, fact) in Facts)
            if (kinds.Contains(kind)) own.Add(fact);
        return own;
    }
}
