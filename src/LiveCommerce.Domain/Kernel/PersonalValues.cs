namespace LiveCommerce.Kernel;

/// <summary>The values of personal texts, by reference: what a store found beside the facts that it reads.</summary>
public sealed class PersonalValues
{
    readonly Dictionary<Guid, (byte[]? Salt, string? Value)> found = [];
    readonly HashSet<Guid> unknown = [];

    /// <summary>References that were asked for and were not found: their values lie elsewhere, or nowhere any more.</summary>
    public IReadOnlyCollection<Guid> Unknown => unknown;

    /// <summary>Adds what is stored under a reference; no value where it was erased. What is known already stays.</summary>
    public void Add(Guid reference, byte[]? salt, string? value)
    {
        found.TryAdd(reference, (salt, value));
        unknown.Remove(reference);
    }

    internal (byte[]? Salt, string? Value) Find(Guid reference)
    {
        if (found.TryGetValue(reference, out var stored)) return stored;
        unknown.Add(reference);
        return default;
    }
}
