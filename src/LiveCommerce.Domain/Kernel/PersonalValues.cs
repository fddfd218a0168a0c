namespace LiveCommerce.Kernel;

/// <summary>The values of personal texts, by reference: what a store found beside the facts that it reads.</summary>
public sealed class PersonalValues
{
    readonly Dictionary<Guid, string?> found = [];
    readonly HashSet<Guid> unknown = [];

    /// <summary>References that were asked for and were not found: their values lie elsewhere, or nowhere any more.</summary>
    public IReadOnlyCollection<Guid> Unknown => unknown;

    /// <summary>Adds what is stored under a reference; null where it was erased. What is known already stays.</summary>
    public void Add(Guid reference, string? value)
    {
        found.TryAdd(reference, value);
        unknown.Remove(reference);
    }

    internal string? Find(Guid reference)
    {
        if (found.TryGetValue(reference, out var value)) return value;
        unknown.Add(reference);
        return null;
    }
}
