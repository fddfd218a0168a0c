using LiveCommerce.Campaigns;
using LiveCommerce.Host.Season;
using LiveCommerce.Host.Startup;
using LiveCommerce.Kernel;
using LiveCommerce.Postgres;
using LiveCommerce.Postgres.DueWork;
using LiveCommerce.Registrations;
using LiveCommerce.Store;
using NodaTime;
using Npgsql;

namespace LiveCommerce.Tests.Audit;

/// <summary>Tests that only read it share it, one after another.</summary>
[CollectionDefinition]
public sealed class OneLateSeason : ICollectionFixture<LateSeason>;

/// <summary>The sample season in a real PostgreSQL, and campaigns that ended while nobody looked: some of their expiries were recorded late, some never.</summary>
public sealed class LateSeason(TestCluster cluster) : IAsyncLifetime
{
    readonly SeasonDay day = SeasonDay.Of(OpenLog.Now());
    PostgresDatabase connections = null!;
    PostgresEventStore store = null!;
    Moment clock;
    int keys;

    internal IEventStore Store => store;

    internal NpgsqlDataSource Raw { get; private set; } = null!;

    internal PostgresDatabase Connections => connections;

    internal string Database { get; private set; } = "";

    /// <summary>The whole log, as it lies there.</summary>
    internal IReadOnlyList<RecordedEvent> Log { get; private set; } = [];

    public async ValueTask InitializeAsync()
    {
        Database = await cluster.CreateDatabase();
        Raw = NpgsqlDataSource.Create(new NpgsqlConnectionStringBuilder(Database) { SearchPath = new PostgresOptions().Schema });
        await Schema.Migrate(Raw, new());
        connections = PostgresDatabase.Open(Database);
        store = new(connections, LiveCommerceEvents.Catalog);
        await new SeasonLoader(LiveCommerceModel.Default, store).Load(OpenLog.Now(), CancellationToken.None);
        await using var pipeline = new CommandPipeline(LiveCommerceModel.Default, store, () => clock);
        await Campaign(pipeline, 1, expireAt: day.At(-2, 7), endEarly: null);
        await Campaign(pipeline, 2, expireAt: day.At(-4, 3), endEarly: day.At(-5, 12));
        await Campaign(pipeline, 3, expireAt: null, endEarly: null);
        Log = await store.ReadAll(new(0, 10_000), CancellationToken.None);
    }

    public async ValueTask DisposeAsync()
    {
        await store.DisposeAsync();
        await connections.DisposeAsync();
        await Raw.DisposeAsync();
    }

    async Task Campaign(CommandPipeline pipeline, int number, Moment? expireAt, Moment? endEarly)
    {
        var campaign = new CampaignId(DerivedId.Of(Guid.Empty, $"late campaign {number}"));
        await Do(pipeline, day.At(-20), SeasonParties.Admin, new DraftCampaign(campaign, SeasonCampaigns.FridayNightsTerms(day) with
        {
            RegistrationWindow = new(day.At(-20), day.At(-6)), Period = new(day.At(-15), day.At(-5)),
        }));
        await Do(pipeline, day.At(-20, 1), SeasonParties.Admin, new PublishCampaign(campaign));
        var registrations = Enumerable.Range(1, 4).Select(index => new RegistrationId(DerivedId.Of(campaign.Value, $"{index}"))).ToList();
        foreach (var (index, registration) in registrations.Index())
            await Do(pipeline, day.At(-14, index), SeasonParties.BatikLaras.Actor, new SubmitRegistration(
                registration, campaign, new(["B"], day.Live(-7, 12, 90), "fashion", PlatformMerchandiseSupport: true), Entry: RegistrationEntry.TikTokAppLink));
        await Do(pipeline, day.At(-13), SeasonParties.Reviewer, new ApproveRegistration(registrations[0]));
        await Do(pipeline, day.At(-12), SeasonParties.Reviewer, new RejectRegistration(registrations[1], Text(registrations[1], "No stock")));
        await Do(pipeline, day.At(-11), SeasonParties.Admin, new ExtendCampaign(campaign, null, day.At(-3)));
        if (endEarly is { } early) await Do(pipeline, early, SeasonParties.Admin, new EndCampaign(campaign, Text(registrations[0], "Sold out")));
        if (expireAt is not { } late) return;
        foreach (var registration in (RegistrationId[])[registrations[0], registrations[2]]) await Do(pipeline, late, SeasonParties.Host, new ExpireRegistration(registration));
    }

    async Task Do(CommandPipeline pipeline, Moment at, Actor actor, ICommand command)
    {
        clock = at;
        var result = await pipeline.Send(new(command, actor, $"late/{++keys}"));
        result.Receipt.ShouldNotBeNull().Outcome.ShouldBe(Outcome.Recorded, $"{command} {string.Join(' ', result.Receipt!.Refusals)}");
    }

    static PersonalText Text(RegistrationId subject, string words) => SeasonText.Of(subject.Value, "words", words);
}
