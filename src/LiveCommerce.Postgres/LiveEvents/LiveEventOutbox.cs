using LiveCommerce.Kernel;
using LiveCommerce.LiveEvents;
using LiveCommerce.LivePlans;
using LiveCommerce.Postgres.Append;
using LiveCommerce.Postgres.Followers;
using LiveCommerce.Store;
using LiveCommerce.Teasers;
using Npgsql;

namespace LiveCommerce.Postgres.LiveEvents;

/// <summary>
/// Writes, for each start, deletion and rescheduling of a plan, one row per subscriber, and of a start one for the account's followers; and one for each post, edit and end of a posted teaser. It reads the subscriptions long after the
/// fact and still finds those of the fact's place in the log: from that fact on none of them changes. Its transaction holds nothing that an append waits for.
/// </summary>
public sealed class LiveEventOutbox() : Follower("live_event_outbox")
{
    const int AtOnce = 5_000;

    const string Subscribers = """
        select subscriber from lc_subscriptions
        where generation = (select generation from lc_views where view = 'subscriptions') and plan = $1 and is_active order by id
        """;

    const string Put = """
        insert into lc_outbox (id, subscriber, kind, plan, session, rescheduled_to, happened_at, next_at)
        select unnest($1), unnest($2), $3, $4, $5, $6, $7, $7 on conflict (id) do nothing
        """;

    const string Publish = """
        insert into lc_outbox (id, kind, teaser, version, happened_at, next_at)
        select $1, $2, $3, $4, $5, $5 from lc_teasers
        where generation = (select generation from lc_views where view = 'teasers') and id = $3 and posted_at is not null on conflict (id) do nothing
        """;

    const string Again = "update lc_outbox set state = 'Pending', attempts = 0, resends = resends + 1, next_at = $2, settled_at = null where id = $1 and state = 'Dead'";

    /// <inheritdoc />
    protected internal override async Task Apply(NpgsqlConnection connection, IReadOnlyList<RecordedEvent> facts, CancellationToken cancellation)
    {
        foreach (var fact in facts)
        {
            if (LiveEventNotice.Of(new(fact.Stream), fact.Body, fact.Envelope.EffectiveAt) is { } notice) await Announce(connection, notice, cancellation).ConfigureAwait(false);
            if (TeaserNotice.Of(new(fact.Stream), fact.Version, fact.Body, fact.Envelope.EffectiveAt) is { } post) await Announce(connection, post, cancellation).ConfigureAwait(false);
            if (fact.Body is NotificationResent) await Revive(connection, new(fact.Stream), fact.Envelope.EffectiveAt, cancellation).ConfigureAwait(false);
        }
    }

    static async Task Announce(NpgsqlConnection connection, LiveEventNotice notice, CancellationToken cancellation)
    {
        var subscribers = await Of(connection, notice.Plan, cancellation).ConfigureAwait(false);
        foreach (var some in (notice.IsForFollowers ? [null, .. subscribers] : subscribers).Chunk(AtOnce))
        {
            await using var batch = new NpgsqlBatch(connection)
            {
                BatchCommands =
                {
                    new NpgsqlBatchCommand(Put).Column(some, one => notice.IdFor(one).Value).Column(some, one => one?.Value).Value(notice.Kind.ToString()).Value(notice.Plan.Value)
                        .OrNull(notice.Session?.Value).OrNull(notice.RescheduledTo?.Value).Value(notice.HappenedAt.ToDateTime()),
                },
            };
            await batch.ExecuteNonQueryAsync(cancellation).ConfigureAwait(false);
        }
    }

    // a post is never taken back, so the teaser's row says whether there was one however late it is read
    static async Task Announce(NpgsqlConnection connection, TeaserNotice notice, CancellationToken cancellation)
    {
        var put = new NpgsqlBatchCommand(Publish).Value(notice.Id.Value).Value(notice.Kind.ToString()).Value(notice.Teaser.Value).Value(notice.Version).Value(notice.HappenedAt.ToDateTime());
        await using var batch = new NpgsqlBatch(connection) { BatchCommands = { put } };
        await batch.ExecuteNonQueryAsync(cancellation).ConfigureAwait(false);
    }

    static async Task Revive(NpgsqlConnection connection, NotificationId id, Moment at, CancellationToken cancellation)
    {
        await using var batch = new NpgsqlBatch(connection) { BatchCommands = { new NpgsqlBatchCommand(Again).Value(id.Value).Value(at.ToDateTime()) } };
        await batch.ExecuteNonQueryAsync(cancellation).ConfigureAwait(false);
    }

    static async Task<List<SubscriberId?>> Of(NpgsqlConnection connection, LivePlanId plan, CancellationToken cancellation)
    {
        await using var batch = new NpgsqlBatch(connection) { BatchCommands = { new NpgsqlBatchCommand(Subscribers).Value(plan.Value) } };
        await using var reader = await batch.ExecuteReaderAsync(cancellation).ConfigureAwait(false);
        var subscribers = new List<SubscriberId?>();
        while (await reader.ReadAsync(cancellation).ConfigureAwait(false)) subscribers.Add(new(reader.GetGuid(0)));
        return subscribers;
    }
}
