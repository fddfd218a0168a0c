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
/// <param name="IsClosed">Whether it was said how many more there were: the day is over, on whatever host.</param>
public sealed record RefusalLog(int Count, bool IsClosed = false)
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

    /// <summary>The end of a moment's UTC day.</summary>
    public static Moment EndOfDay(Moment moment) => Moment.From(moment.Instant.InUtc().Date.PlusDays(1).AtStartOfDayInZone(DateTimeZone.Utc).ToInstant());

    /// <summary>Where a refusal of this moment belongs: to its day, or to the next one where a host whose clock is ahead has closed that day already.</summary>
    internal static OpenRefusalLog Open(IReads reads, Guid judgedBy, Moment moment)
    {
        var (stream, end) = (Of(judgedBy, moment), EndOfDay(moment));
        return reads.Of(stream) is { IsClosed: true } ? Open(reads, judgedBy, end) : new(stream, judgedBy, end, reads.Of(stream));
    }

    static RefusalLog Evolve(RefusalLog log, IEvent fact) => fact switch
    {
        CommandRefused => log with { Count = log.Count + 1 },
        RefusalsSuppressed => log with { IsClosed = true },
        _ => throw new UnreachableException(),
    };
}

/// <summary>The companion that takes a refusal now; without a state it must be loaded first.</summary>
sealed record OpenRefusalLog(StreamRef<RefusalLog> Stream, Guid JudgedBy, Moment DayEnd, RefusalLog? State)
{
    internal SuppressedRefusal Suppress() => new(Stream.Id, JudgedBy, DayEnd);
}
