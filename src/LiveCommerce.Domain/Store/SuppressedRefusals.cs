namespace LiveCommerce.Store;

/// <summary>A refusal beyond the day's limit: it is counted and not recorded, so that whoever asks in vain cannot fill the log.</summary>
/// <param name="Log">The companion stream of the day, which is full.</param>
/// <param name="JudgedBy">The stream that judged.</param>
/// <param name="DayEnd">The end of the UTC day; after it one fact says how many there were.</param>
public sealed record SuppressedRefusal(Guid Log, Guid JudgedBy, Moment DayEnd);

/// <summary>So many refused attempts of a UTC day were not recorded one by one: the last fact of that day's companion stream (BEY-02).</summary>
/// <param name="JudgedBy">The stream that judged.</param>
/// <param name="Count">How many attempts were turned away; one that was repeated counts each time.</param>
public sealed record RefusalsSuppressed(Guid JudgedBy, int Count) : IEvent;

/// <summary>Records, once its day is over, how many refusals a companion stream did not take; due work of the host itself.</summary>
/// <param name="Log">The companion stream.</param>
/// <param name="JudgedBy">The stream that judged.</param>
/// <param name="Count">How many were counted.</param>
/// <param name="DayEnd">When the day ended; the fact is effective then.</param>
public sealed record RecordSuppressedRefusals(Guid Log, Guid JudgedBy, int Count, Moment DayEnd) : ICommand
{
    /// <summary>The policy that is recorded with it.</summary>
    public const string Policy = "refusals/1";

    StreamRef ICommand.Target => RefusalLog.Stream.At(Log);

    /// <summary>Every domain has this route: the host alone asks for it.</summary>
    internal static CommandRoute Route { get; } = CommandRoute.To<RecordSuppressedRefusals>(Policy, CommandRoles.None.Let<RecordSuppressedRefusals>(ActorRole.System), Handle);

    internal static Decision? Handle(IReads reads, RecordSuppressedRefusals command, DecisionContext context) =>
        reads.Of(RefusalLog.Stream.At(command.Log)) is { } log ? Decide(log, command) : null;

    /// <summary>Once.</summary>
    public static Decision Decide(RefusalLog log, RecordSuppressedRefusals command) =>
        log.IsClosed ? Decision.AlreadySo
        : Decision.Record([new(RefusalLog.Stream.At(command.Log), new RefusalsSuppressed(command.JudgedBy, command.Count), command.DayEnd)]);
}
