using LiveCommerce.Kernel;
using LiveCommerce.Postgres.Append;
using LiveCommerce.Postgres.Followers;
using LiveCommerce.Postgres.Reading;
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
public sealed class CampaignStatistics() : FollowedView("campaign_statistics", 1, [Registration.Kind], "lc_campaign_counts")
{
    const string Earlier = $"""
        select {FactRows.Columns} from (select unnest($1) as stream, unnest($2) as version) began
        cross join lateral (select * from mt_events e where e.stream_id = began.stream and e.version < began.version order by e.version) e
        """;

    const string AddUp = """
        insert into lc_campaign_counts (campaign, status, channel, level, registrations, generation) select *, $6 from unnest($1, $2, $3, $4, $5)
        on conflict (generation, campaign, status, channel, level) do update set registrations = lc_campaign_counts.registrations + excluded.registrations
        """;

    const string Counts = """
        select status, channel, level, registrations from lc_campaign_counts
        where generation = (select generation from lc_views where view = 'campaign_statistics') and campaign = $1 and registrations > 0 order by status, channel, level
        """;

    static readonly EventCodec Codec = new(LiveCommerceEvents.Catalog);

    /// <summary>The counts of one campaign.</summary>
    public static async Task<IReadOnlyList<CampaignCount>> Of(PostgresDatabase database, CampaignId campaign, CancellationToken cancellation) => await database.Read(
        new NpgsqlBatchCommand(Counts).Value(campaign.Value),
        row => new CampaignCount(row.Enum<RegistrationStatus>(0), row.Enum<RegistrationChannel>(1), row.GetString(2) is { Length: > 0 } level ? level : null, row.GetInt32(3)), cancellation).ConfigureAwait(false);

    /// <inheritdoc />
    protected internal override async Task Apply(NpgsqlConnection connection, int generation, IReadOnlyList<Fact> facts, CancellationToken cancellation)
    {
        var rows = await Before(connection, facts, cancellation).ConfigureAwait(false);
        var changes = new Changes(generation);
        foreach (var fact in facts)
        {
            var before = rows.GetValueOrDefault(fact.Stream);
            var after = RegistrationRecord.Fold(before, fact);
            changes.Count(before, -1);
            changes.Count(after, 1);
            rows[fact.Stream] = after;
        }
        await changes.Write(connection, cancellation).ConfigureAwait(false);
    }

    /// <inheritdoc />
    protected internal override IStreamGathering GatherStreams(int generation) => new Changes(generation);

    /// <summary>The registrations as they were before these facts: where they were counted is told by their histories, and kept nowhere.</summary>
    static async Task<Dictionary<Guid, RegistrationRecord?>> Before(NpgsqlConnection connection, IReadOnlyList<Fact> facts, CancellationToken cancellation)
    {
        var rows = new Dictionary<Guid, RegistrationRecord?>();
        var begun = facts.DistinctBy(fact => fact.Stream).Where(fact => fact.Version > 1).ToList();
        if (begun.Count == 0) return rows;
        await using var batch = new NpgsqlBatch(connection)
        {
            BatchCommands = { new(PostgresDatabase.PlanByKeyLocally), new NpgsqlBatchCommand(Earlier).Column(begun, fact => fact.Stream).Column(begun, fact => fact.Version) },
        };
        await using var reader = await batch.ExecuteReaderAsync(cancellation).ConfigureAwait(false);
        await reader.NextResultAsync(cancellation).ConfigureAwait(false);
        while (await reader.ReadAsync(cancellation).ConfigureAwait(false))
        {
            var fact = FactRows.Read(reader, Codec);
            rows[fact.Stream] = RegistrationRecord.Fold(rows.GetValueOrDefault(fact.Stream), fact);
        }
        return rows;
    }

    readonly record struct Place(CampaignId Campaign, RegistrationStatus Status, RegistrationChannel Channel, string? Level);

    /// <summary>By how much which count changes.</summary>
    sealed class Changes(int generation) : IStreamGathering
    {
        readonly Dictionary<Place, int> changes = [];

        internal void Count(RegistrationRecord? row, int by)
        {
            if (row is null) return;
            var place = new Place(row.Campaign, row.Status, row.Channel, row.AssessedLevel);
            changes[place] = changes.GetValueOrDefault(place) + by;
        }

        public void Add(IReadOnlyList<Fact> stream) => Count(stream.Aggregate((RegistrationRecord?)null, RegistrationRecord.Fold), 1);

        public async Task Write(NpgsqlConnection connection, CancellationToken cancellation)
        {
            var real = changes.Where(change => change.Value != 0).ToList();
            await using var batch = new NpgsqlBatch(connection)
            {
                BatchCommands =
                {
                    new NpgsqlBatchCommand(AddUp).Column(real, change => change.Key.Campaign.Value).Column(real, change => change.Key.Status.ToString())
                        .Column(real, change => change.Key.Channel.ToString()).Column(real, change => change.Key.Level ?? "").Column(real, change => change.Value).Value(generation),
                },
            };
            await batch.ExecuteNonQueryAsync(cancellation).ConfigureAwait(false);
        }
    }
}
