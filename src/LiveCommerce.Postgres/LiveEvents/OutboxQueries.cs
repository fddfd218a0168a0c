using LiveCommerce.Kernel;
using LiveCommerce.LiveEvents;
using LiveCommerce.Postgres.Append;
using LiveCommerce.Postgres.Reading;
using LiveCommerce.Teasers;
using Npgsql;

namespace LiveCommerce.Postgres.LiveEvents;

/// <summary>A notification and how far it has come.</summary>
/// <param name="Id">The same however often it is sent.</param>
/// <param name="Notice">What it tells of.</param>
/// <param name="Subscriber">To whom; null for the account's followers, and of a teaser.</param>
/// <param name="State">How far it has come.</param>
/// <param name="Attempts">How often it was tried since it was last begun.</param>
/// <param name="Resends">How often people had it sent again.</param>
/// <param name="NextAt">When it is tried again, while it is pending.</param>
/// <param name="SettledAt">When it was delivered or given up.</param>
/// <param name="LastError">What was in the way of the last attempt.</param>
/// <param name="Received">How often the shipped receiver got it; null where it did not.</param>
public sealed record NotificationRecord(
    NotificationId Id, Notice Notice, SubscriberId? Subscriber, NotificationState State, int Attempts, int Resends, Moment NextAt, Moment? SettledAt, string? LastError, int? Received);

/// <summary>Asks what the outbox holds.</summary>
/// <param name="database">Where it is.</param>
public sealed class OutboxQueries(PostgresDatabase database)
{
    const string Columns = """
        id, kind, plan, session, rescheduled_to, happened_at, teaser, version, subscriber, state, attempts, resends, next_at, settled_at, last_error, (select times from lc_received where notification = id)
        """;

    /// <summary>One notification; null where there is none.</summary>
    public async Task<NotificationRecord?> Find(NotificationId id, CancellationToken cancellation) =>
        (await database.Read(new NpgsqlBatchCommand($"select {Columns} from lc_outbox where id = $1").Value(id.Value), Row, cancellation).ConfigureAwait(false)).FirstOrDefault();

    /// <summary>Those of a plan, by their ids.</summary>
    public Task<IReadOnlyList<NotificationRecord>> OfPlan(LivePlanId plan, NotificationId? after, int limit, CancellationToken cancellation) =>
        List(new NpgsqlBatchCommand($"select {Columns} from lc_outbox where plan = $1 and id > $2 order by id limit $3").Value(plan.Value), after, limit, cancellation);

    /// <summary>Those of a teaser, by their ids.</summary>
    public Task<IReadOnlyList<NotificationRecord>> OfTeaser(TeaserId teaser, NotificationId? after, int limit, CancellationToken cancellation) =>
        List(new NpgsqlBatchCommand($"select {Columns} from lc_outbox where teaser = $1 and id > $2 order by id limit $3").Value(teaser.Value), after, limit, cancellation);

    /// <summary>Those that were not taken yet, or were given up, by their ids.</summary>
    public Task<IReadOnlyList<NotificationRecord>> Unsettled(NotificationState state, NotificationId? after, int limit, CancellationToken cancellation) =>
        List(new NpgsqlBatchCommand($"select {Columns} from lc_outbox where state = $1 and state <> 'Delivered' and id > $2 order by id limit $3").Value(state.ToString()), after, limit, cancellation);

    /// <summary>How many of a plan have come how far.</summary>
    public async Task<ValueList<(NotificationState State, long Count)>> CountsOf(LivePlanId plan, CancellationToken cancellation) => (await database.Read(
        new NpgsqlBatchCommand("select state, count(*) from lc_outbox where plan = $1 group by state order by state").Value(plan.Value), row => (row.Enum<NotificationState>(0), row.GetInt64(1)), cancellation)
        .ConfigureAwait(false)).ToValueList();

    async Task<IReadOnlyList<NotificationRecord>> List(NpgsqlBatchCommand query, NotificationId? after, int limit, CancellationToken cancellation) =>
        await database.Read(query.Value(after?.Value ?? Guid.Empty).Value((long)limit), Row, cancellation).ConfigureAwait(false);

    static NotificationRecord Row(NpgsqlDataReader row) => new(
        new(row.GetGuid(0)), OutboxQueue.Notice(row), row.IdOrNone(8) is { } subscriber ? new SubscriberId(subscriber) : null, row.Enum<NotificationState>(9), row.GetInt32(10), row.GetInt32(11), row.MomentAt(12),
        row.MomentOrNone(13), row.TextOrNone(14), row.IsDBNull(15) ? null : row.GetInt32(15));
}
