using LiveCommerce.Kernel;
using LiveCommerce.LiveEvents;
using LiveCommerce.Postgres.Append;
using LiveCommerce.Postgres.Reading;
using LiveCommerce.Teasers;
using Npgsql;

namespace LiveCommerce.Postgres.LiveEvents;

/// <summary>Hands out rows of the outbox to one host at a time, by a lease: a host that dies loses them, and what it had sent is sent again.</summary>
sealed class OutboxQueue(PostgresDatabase database, TimeSpan lease)
{
    internal const int AtOnce = 32;

    const string Take = """
        update lc_outbox set holder = $1, leased_until = clock_timestamp() + $2
        where id in (
            select id from lc_outbox where state = 'Pending' and next_at <= $3 and (leased_until is null or leased_until < clock_timestamp())
            order by next_at, id limit $4 for update skip locked)
        returning id, kind, plan, session, rescheduled_to, happened_at, teaser, version, subscriber, attempts
        """;

    const string End = """
        update lc_outbox set state = ended.state, attempts = attempts + 1, next_at = ended.next_at, last_error = ended.reason, holder = null, leased_until = null,
            settled_at = case ended.state when 'Pending' then null else $6 end
        from (select unnest($1) as id, unnest($2) as state, unnest($3) as next_at, unnest($4) as reason) as ended
        where lc_outbox.id = ended.id and lc_outbox.holder = $5
        """;

    readonly Guid holder = Guid.CreateVersion7();

    /// <summary>The next rows that are due and nobody's.</summary>
    internal Task<List<OutboxItem>> Claim(Moment now, CancellationToken cancellation) =>
        database.Read(new NpgsqlBatchCommand(Take).Value(holder).Value(lease).Value(now.ToDateTime()).Value((long)AtOnce), Item, cancellation);

    /// <summary>Gives rows back, with what came of them; a row that another host has claimed since is that one's.</summary>
    internal async Task Settle(IReadOnlyCollection<OutboxSettlement> ended, Moment now, CancellationToken cancellation)
    {
        await using var connection = await database.Reading.OpenConnectionAsync(cancellation).ConfigureAwait(false);
        var end = new NpgsqlBatchCommand(End).Column(ended, one => one.Id.Value).Column(ended, one => one.State.ToString()).Moments(ended, one => one.NextAt).Column(ended, one => one.Reason)
            .Value(holder).Value(now.ToDateTime());
        await using var batch = new NpgsqlBatch(connection) { BatchCommands = { end } };
        await batch.ExecuteNonQueryAsync(cancellation).ConfigureAwait(false);
    }

    /// <summary>What a row tells of: its kind, plan, session, the plan in its place, the moment, the teaser and its version stand in the second to the eighth column.</summary>
    internal static Notice Notice(NpgsqlDataReader row) => row.IdOrNone(6) is { } teaser ? new TeaserNotice(row.Enum<NoticeKind>(1), new(teaser), row.GetInt64(7), row.MomentAt(5)) : new LiveEventNotice(
        row.Enum<NoticeKind>(1), new(row.GetGuid(2)), row.IdOrNone(3) is { } session ? new LiveSessionId(session) : null, row.IdOrNone(4) is { } next ? new LivePlanId(next) : null, row.MomentAt(5));

    static OutboxItem Item(NpgsqlDataReader row) => new(new(row.GetGuid(0)), Notice(row), row.IdOrNone(8) is { } subscriber ? new SubscriberId(subscriber) : null, row.GetInt32(9));
}
