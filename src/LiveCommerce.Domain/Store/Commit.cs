namespace LiveCommerce.Store;

/// <summary>A stream at a version; 0 is a stream without facts.</summary>
/// <param name="Stream">The stream's id.</param>
/// <param name="Version">The version of its last fact.</param>
public readonly record struct StreamVersion(Guid Stream, long Version);

/// <summary>One fact ready to be written.</summary>
public sealed record EventWrite(
    Guid Id, StreamRef Stream, long Version, EventType Type, string CanonicalBody, string Headers, Envelope Envelope, IEvent Body)
{
    internal Fact ToFact() => new(Stream.Id, Version, Envelope.EffectiveAt, Body);
}

/// <summary>A read model's row as it is after the command.</summary>
/// <param name="View">Which read model.</param>
/// <param name="Stream">Whose row.</param>
/// <param name="Version">The stream's version that it shows.</param>
/// <param name="Row">The row.</param>
public sealed record RowWrite(InlineView View, Guid Stream, long Version, object Row);

/// <summary>A personal text whose value and salt are stored beside the events.</summary>
/// <param name="Stream">The first stream whose fact refers to it; of a text that no fact refers to, the command's target.</param>
/// <param name="Text">The sealed text, with value and salt.</param>
public sealed record PersonalWrite(Guid Stream, PersonalText Text);

/// <summary>Gathers the personal texts of one command, each once.</summary>
sealed class PersonalWrites
{
    readonly Dictionary<Guid, PersonalWrite> byReference = [];

    /// <summary>What was loaded, and not sealed now, is stored already.</summary>
    internal void Add(Guid stream, List<PersonalText> met)
    {
        foreach (var text in met)
            if (text.Salt is not null) byReference.TryAdd(text.Reference, new(stream, text));
    }

    internal List<PersonalWrite> ToList() => [.. byReference.Values];
}

/// <summary>All that one command writes: in one transaction, or not at all.</summary>
public sealed record Commit
{
    /// <summary>The command.</summary>
    public required Guid CommandId { get; init; }

    /// <summary>What the decision read. All of it must still be so when the commit is written, for refusals and "already so" as well.</summary>
    public required IReadOnlyList<StreamVersion> Reads { get; init; }

    /// <summary>The facts, in order.</summary>
    public IReadOnlyList<EventWrite> Events { get; init; } = [];

    /// <summary>The inline rows.</summary>
    public IReadOnlyList<RowWrite> Rows { get; init; } = [];

    /// <summary>The personal values.</summary>
    public IReadOnlyList<PersonalWrite> Personal { get; init; } = [];

    /// <summary>The receipt; null where nothing may be recorded (a dry run, a thing that the caller may not see).</summary>
    public Receipt? Receipt { get; init; }

    /// <summary>The refusal that is only counted, where its day's companion stream is full.</summary>
    public SuppressedRefusal? Suppressed { get; init; }

    /// <summary>The digest of the request. The store keeps it beside the receipt so that it proves nothing to whoever tries texts, and never shows it.</summary>
    public string? RequestDigest { get; init; }

    /// <summary>Whether an earlier receipt of the same command must be looked for.</summary>
    public bool ChecksReceipt { get; init; } = true;

    /// <summary>The versions that a whole batch rests on: of each stream the first one read, later ones being the batch's own.</summary>
    public static List<StreamVersion> BaseVersions(IReadOnlyList<Commit> batch)
    {
        var seen = new HashSet<Guid>(batch.Count * 3);
        var versions = new List<StreamVersion>(batch.Count * 3);
        foreach (var commit in batch)
            foreach (var read in commit.Reads)
                if (seen.Add(read.Stream)) versions.Add(read);
        return versions;
    }
}
