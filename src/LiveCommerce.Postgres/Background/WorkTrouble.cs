using Npgsql;

namespace LiveCommerce.Postgres;

/// <summary>What goes on beside commands met a failure: a follower of the log, or the due work.</summary>
/// <param name="Work">The follower's name, or <c>due_work</c>.</param>
/// <param name="Cause">What failed.</param>
/// <param name="HasStopped">False: the database was away or overburdened for a moment, and it is tried again. True: it would fail again, so this work has ended.</param>
public sealed record WorkTrouble(string Work, Exception Cause, bool HasStopped)
{
    /// <summary>The cause in one line, without the values of any row.</summary>
    public string Reason => Cause is PostgresException answer ? $"{answer.SqlState}: {answer.MessageText}" : $"{Cause.GetType().Name}: {Cause.Message}";
}
