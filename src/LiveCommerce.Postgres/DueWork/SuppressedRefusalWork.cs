using LiveCommerce.Postgres.Append;
using LiveCommerce.Postgres.Reading;
using LiveCommerce.Store;
using Npgsql;

namespace LiveCommerce.Postgres.DueWork;

/// <summary>Tells, once a UTC day is over, how many refusals were only counted (BEY-02): one fact, which takes the count's place.</summary>
sealed class SuppressedRefusalWork(PostgresDatabase database, Func<CommandEnvelope, Task<CommandResult>> send) : IDueWork
{
    const string Counted = "select judged_by, attempts, day_end from lc_suppressed where refusal_log = $1";

    /// <summary>Whether it is told; without a count it was told before.</summary>
    public async Task<bool> Run(DueItem item, CancellationToken cancellation)
    {
        var counted = await database.Read(new NpgsqlBatchCommand(Counted).Value(item.Subject),
            row => new RecordSuppressedRefusals(item.Subject, row.GetGuid(0), row.GetInt32(1), row.MomentAt(2)), cancellation).ConfigureAwait(false);
        return counted is not [var command]
            || (await send(item.Ask(command, item.Subject)).ConfigureAwait(false)).Status is CommandStatus.Answered or CommandStatus.AnsweredBefore;
    }
}
