using LiveCommerce.Kernel;
using LiveCommerce.Postgres.Append;
using LiveCommerce.Postgres.Followers;
using LiveCommerce.Registrations;
using LiveCommerce.Store;
using Npgsql;

namespace LiveCommerce.Postgres.Campaigns;

/// <summary>How many registrations of a campaign have the same status, channel and level.</summary>
/// <param name="Status">As recorded.</param>
/// <param name="Channel">In which product they were registered.</param>
/// <param name="Level">The level that the platform assessed; null while it has not.</param>
/// <param name="Registrations">How many.</param>
public sealed record CampaignCount(RegistrationStatus Status, RegistrationChannel Channel, string? Level, int Registrations);

/// <summary>Counts the registrations of each campaign per status, channel and level, a moment behind the log.</summary>
public sealed class CampaignStatistics() : FollowedView("campaign_statistics", 1, [Registration.Kind], "lc_counted_registrations", "lc_campaign_counts")
{
    const string Known = "select registration, campaign, status, channel, level from lc_counted_registrations where generation = $2 and registration = any ($1)";

    const string Place = """
        insert into lc_counted_registrations (registration, campaign, status, channel, level, generation) select *, $6 from unnest($1, $2, $3, $4, $5)
        on conflict (generation, registration) do update set status = excluded.status, level = excluded.level
        """;

    const string Count = """
        insert into lc_campaign_counts (campaign, status, channel, level, registrations, generation) select *, $6 from unnest($1, $2, $3, $4, $5)
        on conflict (generation, campaign, status, channel, level) do update set registrations = lc_campaign_counts.registrations + excluded.registrations
        """;

    const string Counts = """
        select status, channel, level, registrations from lc_campaign_counts
        where generation = (select generation from lc_views where view = 'campaign_statistics') and campaign = $1 and registrations > 0 order by status, channel, level
        """;

    /// <summary>The counts of one campaign.</summary>
    public static async Task<IReadOnlyList<CampaignCount>> Of(PostgresDatabase database, CampaignId campaign, CancellationToken cancellation)
    {
        var counts = new List<CampaignCount>();
        await using var command = database.Reading.CreateCommand(Counts);
        command.Parameters.Add(new NpgsqlParameter<Guid> { TypedValue = campaign.Value });
        await using var reader = await command.ExecuteReaderAsync(cancellation).ConfigureAwait(false);
        while (await reader.ReadAsync(cancellation).ConfigureAwait(false))
            counts.Add(new(Enum.Parse<RegistrationStatus>(reader.GetString(0)), Enum.Parse<RegistrationChannel>(reader.GetString(1)),
                reader.GetString(2) is { Length: > 0 } level ? level : null, reader.GetInt32(3)));
        return counts;
    }

    /// <inheritdoc />
    protected internal override async Task Apply(NpgsqlConnection connection, int generation, IReadOnlyList<Fact> facts, CancellationToken cancellation)
    {
        var streams = facts.Select(fact => fact.Stream).Distinct().ToArray();
        var before = await Read(connection, generation, streams, cancellation).ConfigureAwait(false);
        var after = new Dictionary<Guid, Counted>(before);
        foreach (var fact in facts)
            if (Fold(after.GetValueOrDefault(fact.Stream), fact.Body) is { } counted) after[fact.Stream] = counted;
        var moved = after.Where(pair => before.GetValueOrDefault(pair.Key) != pair.Value).ToList();
        var changes = moved.Select(pair => (Place: pair.Value, By: 1))
            .Concat(moved.Where(pair => before.ContainsKey(pair.Key)).Select(pair => (Place: before[pair.Key], By: -1)))
            .GroupBy(change => change.Place, change => change.By, (place, by) => (Place: place, By: by.Sum())).ToList();
        await using var batch = new NpgsqlBatch(connection)
        {
            BatchCommands =
            {
                Placed(new NpgsqlBatchCommand(Place).Column(moved, pair => pair.Key), moved, pair => pair.Value).Value(generation),
                Placed(new(Count), changes, change => change.Place).Column(changes, change => change.By).Value(generation),
            },
        };
        await batch.ExecuteNonQueryAsync(cancellation).ConfigureAwait(false);
    }

    static Counted? Fold(Counted? counted, IEvent fact) => fact switch
    {
        RegistrationSubmitted it => new(it.Campaign.Value, nameof(RegistrationStatus.UnderReview), it.Channel.ToString(), ""),
        RegistrationApproved => counted! with { Status = nameof(RegistrationStatus.Approved) },
        RegistrationRejected => counted! with { Status = nameof(RegistrationStatus.Rejected) },
        RegistrationCancelled or RegistrationRemovedByPlatform or RegistrationExpiredAtCampaignEnd => counted! with { Status = nameof(RegistrationStatus.Expired) },
        LevelAssessed it => counted! with { Level = it.Level },
        _ => counted,
    };

    static NpgsqlBatchCommand Placed<TItem>(NpgsqlBatchCommand command, List<TItem> items, Func<TItem, Counted> place) => command
        .Column(items, item => place(item).Campaign).Column(items, item => place(item).Status).Column(items, item => place(item).Channel).Column(items, item => place(item).Level);

    static async Task<Dictionary<Guid, Counted>> Read(NpgsqlConnection connection, int generation, Guid[] streams, CancellationToken cancellation)
    {
        var known = new Dictionary<Guid, Counted>();
        await using var batch = new NpgsqlBatch(connection) { BatchCommands = { new(PostgresDatabase.PlanByKeyLocally), new NpgsqlBatchCommand(Known).Value(streams).Value(generation) } };
        await using var reader = await batch.ExecuteReaderAsync(cancellation).ConfigureAwait(false);
        await reader.NextResultAsync(cancellation).ConfigureAwait(false);
        while (await reader.ReadAsync(cancellation).ConfigureAwait(false))
            known.Add(reader.GetGuid(0), new(reader.GetGuid(1), reader.GetString(2), reader.GetString(3), reader.GetString(4)));
        return known;
    }

    sealed record Counted(Guid Campaign, string Status, string Channel, string Level);
}
