using LiveCommerce.Store;
using Npgsql;

namespace LiveCommerce.Postgres.Append;

/// <summary>Counts the refusals that are not recorded; once a fact tells their number, the count is gone.</summary>
static class SuppressedTable
{
    const string Count = """
        insert into lc_suppressed (refusal_log, judged_by, day_end, attempts) select unnest($1), unnest($2), unnest($3), unnest($4)
        on conflict (refusal_log) do update set attempts = lc_suppressed.attempts + excluded.attempts
        """;

    const string Forget = "delete from lc_suppressed where refusal_log = any ($1)";

    internal static IEnumerable<NpgsqlBatchCommand> Of(BatchWrites writes)
    {
        var counts = writes.Suppressed.CountBy(refusal => refusal).ToList();
        if (counts.Count > 0)
            yield return new NpgsqlBatchCommand(Count)
                .Column(counts, count => count.Key.Log).Column(counts, count => count.Key.JudgedBy).Moments(counts, count => count.Key.DayEnd).Column(counts, count => count.Value);
        var told = writes.Events.Where(fact => fact.Body is RefusalsSuppressed).Select(fact => fact.Stream.Id).ToList();
        if (told.Count > 0) yield return new NpgsqlBatchCommand(Forget).Column(told, log => log);
    }
}
