using System.Diagnostics;
using NodaTime;

namespace LiveCommerce.Store;

/// <summary>A command was refused: one fact per command id with every broken rule, in the companion stream of the stream that judged it (BEY-02).</summary>
/// <param name="Command">The command's name, snake case.</param>
/// <param name="Target">The stream that the command was about.</param>
/// <param name="Refusals">Every broken rule.</param>
public sealed record CommandRefused(string Command, Guid Target, ValueList<Refusal> Refusals) : IEvent;

/// <summary>The refusals of one judging stream on one UTC day: a companion, so that the judged stream's version does not move.</summary>
/// <param name="Count">How many were recorded.</param>
public sealed record RefusalLog(int Count)
{
    /// <summary>So many refusals of one stream are recorded on a day; beyond that callers are told to wait.</summary>
    public const int DailyLimit = 1_000;

    /// <summary>The kind of stream.</summary>
    public static StreamKind<RefusalLog> Stream { get; } = new("refusal_log", new(0), Evolve);

    /// <summary>Whether no more is recorded today.</summary>
    public bool IsFull => Count >= DailyLimit;

    /// <summary>The companion of a stream on the day of a moment.</summary>
    public static StreamRef<RefusalLog> Of(Guid judgedBy, Moment moment) =>
        Stream.At(DerivedId.Of(judgedBy, $"refusals/{moment.Instant.InUtc().Date:uuuu'-'MM'-'dd}"));

    static RefusalLog Evolve(RefusalLog log, IEvent fact) => fact switch
    {
        CommandRefused => new(log.Count + 1),
        _ => throw new UnreachableException(),
    };
}
