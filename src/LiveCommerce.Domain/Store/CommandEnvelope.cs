namespace LiveCommerce.Store;

/// <summary>A command with who asks and what a receipt needs.</summary>
/// <param name="Command">What is asked for.</param>
/// <param name="Actor">Who asks.</param>
/// <param name="IdempotencyKey">Chosen by the caller; asking again with it gets the first answer.</param>
public sealed record CommandEnvelope(ICommand Command, Actor Actor, string IdempotencyKey)
{
    static readonly Guid Namespace = new("5f1d6f2e-6f0f-5c8b-9c84-8a1a3c1b7e10");

    /// <summary>Whose key it is: two parties may use the same one.</summary>
    public string Owner => OwnerOf(Actor);

    /// <summary>The command's id: the same owner and key give the same id.</summary>
    public Guid CommandId => IdOf(Actor, IdempotencyKey);

    /// <summary>Whose keys somebody uses: the party's, else their own.</summary>
    public static string OwnerOf(Actor actor) => actor.Party?.ToString() ?? actor.UserId;

    /// <summary>The id of the command that somebody asks for under a key; whatever belongs to the command can be derived from it beforehand.</summary>
    public static Guid IdOf(Actor actor, string key) => DerivedId.Of(Namespace, $"{OwnerOf(actor)}|{key}");

    /// <summary>The digest of the request as it was sent; without one the command itself is digested.</summary>
    public string? RequestDigest { get; init; }

    /// <summary>What all commands of one request share; without one, the command's id.</summary>
    public string? CorrelationId { get; init; }

    /// <summary>What brought the command about.</summary>
    public string? CausationId { get; init; }

    /// <summary>Through which channel.</summary>
    public string? Channel { get; init; }

    /// <summary>For whom, where somebody acts for another.</summary>
    public Party? OnBehalfOf { get; init; }

    /// <summary>Why, in the actor's words.</summary>
    public PersonalText? Reason { get; init; }

    /// <summary>The version that the target must have; never retried.</summary>
    public long? IfMatch { get; init; }

    /// <summary>Decides and records nothing (BEY-01).</summary>
    public bool DryRun { get; init; }
}

/// <summary>How a command's asking ended.</summary>
public enum CommandStatus
{
    /// <summary>Decided: the receipt says how.</summary>
    Answered,

    /// <summary>Decided earlier under the same key: the receipt is the first one.</summary>
    AnsweredBefore,

    /// <summary>The caller's role may not ask for that: the refusal says which may. Nothing was looked at and nothing is recorded.</summary>
    RoleNotAllowed,

    /// <summary>Unknown, or not the caller's to see.</summary>
    NotVisible,

    /// <summary>The target stands at another version than <c>If-Match</c> says.</summary>
    Stale,

    /// <summary>The key was used with another request.</summary>
    KeyReused,

    /// <summary>A command with the same key is being decided.</summary>
    InProgress,

    /// <summary>Too many refusals by one stream on one day: this one is counted and not recorded.</summary>
    Throttled,

    /// <summary>Too much contention, the queue is full, or the read models in use are of another version than this host: try again.</summary>
    Busy,

    /// <summary>The store rejected the data.</summary>
    Rejected,

    /// <summary>It could not be learned whether the command was written: ask again with the same key.</summary>
    OutcomeUnknown,
}

/// <summary>The answer to a command.</summary>
/// <param name="Status">How the asking ended.</param>
/// <param name="Receipt">The receipt, where the command was decided.</param>
/// <param name="RetryAfter">With <see cref="CommandStatus.Throttled"/>, how long it is until refusals are recorded again: to the end of the UTC day.</param>
/// <param name="Refusal">Why the caller's role may not ask for that.</param>
public sealed record CommandResult(CommandStatus Status, Receipt? Receipt = null, NodaTime.Duration? RetryAfter = null, Refusal? Refusal = null);
