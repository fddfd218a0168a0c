using System.Text.Json.Serialization;

namespace LiveCommerce.Store;

/// <summary>A fact that a command recorded.</summary>
/// <param name="Stream">The stream's id.</param>
/// <param name="StreamType">The stream's alias.</param>
/// <param name="Version">The fact's version.</param>
/// <param name="Type">Its wire name.</param>
public sealed record FactRecorded(Guid Stream, string StreamType, long Version, string Type)
{
    internal static FactRecorded Of(EventWrite fact) => new(fact.Stream.Id, fact.Stream.Kind.Alias, fact.Version, fact.Type.Alias);
}

/// <summary>What a command led to, kept for ever: asking again with the same key gets the same answer.</summary>
public sealed record Receipt
{
    /// <summary>The command's id, derived from party and idempotency key.</summary>
    public required Guid CommandId { get; init; }

    /// <summary>Whose key it was: the party, else the user.</summary>
    public required string Owner { get; init; }

    /// <summary>The idempotency key as it was sent.</summary>
    public required string IdempotencyKey { get; init; }

    /// <summary>The command's name, snake case.</summary>
    public required string Command { get; init; }

    /// <summary>The command in canonical form.</summary>
    public required string CommandBody { get; init; }

    /// <summary>How it ended.</summary>
    public required Outcome Outcome { get; init; }

    /// <summary>The facts recorded for it, a refusal's own fact among them.</summary>
    public required ValueList<FactRecorded> Facts { get; init; }

    /// <summary>Every broken rule.</summary>
    public required ValueList<Refusal> Refusals { get; init; }

    /// <summary>What did not stop it and should still be looked at.</summary>
    public ValueList<Refusal> Warnings { get; init; } = [];

    /// <summary>Figures of the answer.</summary>
    public required ValueList<Detail> Details { get; init; }

    /// <summary>What the decision read, at which versions: with these it can be decided again years later.</summary>
    public required ValueList<StreamVersion> Reads { get; init; }

    /// <summary>The policy that judged.</summary>
    public required string Policy { get; init; }

    /// <summary>The version of the deciding code.</summary>
    public required string Code { get; init; }

    /// <summary>Who asked.</summary>
    public required Actor Actor { get; init; }

    /// <summary>The host's instant at the decision.</summary>
    public required Moment DecidedAt { get; init; }

    /// <summary>The place in the log after which the command's facts can be read; null for a dry run.</summary>
    [JsonIgnore]
    public long? Position { get; init; }

    /// <summary>Whether a fact of the asked-for kind was recorded.</summary>
    [JsonIgnore]
    public bool Recorded => Outcome == Outcome.Recorded;
}
