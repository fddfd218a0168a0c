using LiveCommerce.Campaigns;
using LiveCommerce.Kernel;
using LiveCommerce.Postgres;
using LiveCommerce.Postgres.Registrations;
using LiveCommerce.Registrations;
using LiveCommerce.Sellers;
using NodaTime;
using Npgsql;

namespace LiveCommerce.Tests;

/// <summary>What a reviewer looks for is found whole, in order, along an index.</summary>
public sealed class RegistrationFilterTests(TestCluster cluster) : IAsyncLifetime
{
    static readonly CampaignId Campaign = new(Guid.CreateVersion7());
    static readonly string[] Operators = ["Rina", "Ann 100%"];
    readonly CreatorId creator = new(Guid.CreateVersion7());
    readonly AccountId account = new(Guid.CreateVersion7());
    TestStore test = null!;
    Season season = null!;
    PostgresDatabase database = null!;

    static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        test = await TestStore.Create(cluster);
        database = test.Database();
        season = new(test.Store(LiveCommerceEvents.Catalog));
        await season.Begin();
        await season.Do(new AddTikTokAccount(account, AccountType.Affiliate, season.Text("handle"), season.Text("uid"), null, creator, null));
        await season.Do(new DraftCampaign(Campaign, new(
            "Levels", "Details.", null, CampaignVisibility.Public, [new("S", 60), new("A", 30)], new(season.Now, season.Now + Duration.FromDays(20)), new(season.Now + Duration.FromDays(1), season.PeriodEnd), [])));
        await season.Do(new PublishCampaign(Campaign));
        for (var number = 0; number < 24; number++) await Register(number);
    }

    public async ValueTask DisposeAsync()
    {
        await season.DisposeAsync();
        await test.DisposeAsync();
    }

    [Fact, Rule("RREC-04")]
    public async Task Each_condition_finds_exactly_its_records_the_latest_first()
    {
        var all = await Read(null);
        all.Count.ShouldBe(24);
        var from = all[16].Record.RegisteredAt;
        var before = all[4].Record.RegisteredAt;
        (RegistrationFilter Filter, Func<RegistrationShown, bool> Expected)[] cases =
        [
            (new(Status: RegistrationStatus.Approved), shown => shown.Status == RegistrationStatus.Approved),
            (new(Channel: RegistrationChannel.LiveManager), shown => shown.Record.Channel == RegistrationChannel.LiveManager),
            (new(Level: "S"), shown => shown.Record.AssessedLevel is { } level ? level == "S" : shown.Record.WillingnessLevels.Contains("S")),
            (new(Account: account), shown => shown.Record.Account == account),
            (new(RegisteredFrom: from, RegisteredBefore: before), shown => shown.Record.RegisteredAt >= from && shown.Record.RegisteredAt < before),
            (new(OpsName: "rIN"), shown => shown.OpsName == "Rina"),
            (new(OpsName: "%"), shown => shown.OpsName == "Ann 100%"),
            (new(OpsName: "_"), _ => false),
            (new(RegistrationStatus.UnderReview, RegistrationChannel.SellerCenter, "A", null, from, before, "a"), shown =>
                shown is { Status: RegistrationStatus.UnderReview, Record.Channel: RegistrationChannel.SellerCenter, OpsName: not null }
                && (shown.Record.AssessedLevel ?? "A") == "A" && shown.Record.WillingnessLevels.Contains("A") && shown.Record.RegisteredAt >= from && shown.Record.RegisteredAt < before),
        ];
        foreach (var (filter, expected) in cases)
        {
            (await Read(filter)).Select(shown => shown.Record.Id).ShouldBe(all.Where(expected).Select(shown => shown.Record.Id), filter.ToString());
            (await Read(filter, season.Party)).Select(shown => shown.Record.Id)
                .ShouldBe(all.Where(shown => expected(shown) && shown.Record.Party == season.Party).Select(shown => shown.Record.Id), filter.ToString());
        }
    }

    [Theory]
    [InlineData("lc_registrations_1_campaign_status_")]
    [InlineData("lc_registrations_1_account_", "account")]
    [InlineData("lc_registrations_1_campaign_registered_at_", "operator")]
    public async Task A_page_is_read_along_the_index_of_what_is_rare(string index, string? rare = null)
    {
        var filter = rare switch { "account" => new(Account: account), "operator" => new(OpsName: "Rina"), _ => new RegistrationFilter(Channel: RegistrationChannel.LiveManager) };
        var command = RegistrationQueries.InCampaign(Campaign, filter, Enum.GetValues<RegistrationStatus>(), null, 50);
        command.CommandText = $"explain {command.CommandText}";
        await using var connection = await database.Reading.OpenConnectionAsync(Cancellation);
        await using var batch = new NpgsqlBatch(connection) { BatchCommands = { command } };
        await using var reader = await batch.ExecuteReaderAsync(Cancellation);
        var plan = "";
        while (await reader.ReadAsync(Cancellation)) plan += reader.GetString(0) + "\n";
        plan.ShouldContain(index);
        plan.ShouldNotContain("Seq Scan on lc_registrations");
    }

    async Task<List<RegistrationShown>> Read(RegistrationFilter? filter, Party? party = null)
    {
        var queries = new RegistrationQueries(database);
        var all = new List<RegistrationShown>();
        PagePlace? after = null;
        do
        {
            var page = party is null ? await queries.InCampaign(Campaign, filter, season.Now, after, 5, Cancellation) : await queries.Of(party, Campaign, filter, season.Now, after, 5, Cancellation);
            all.AddRange(page.Items);
            after = page.Next;
        }
        while (after is not null);
        return all;
    }

    async Task Register(int number)
    {
        if (number % 2 == 0) season.Now += Duration.FromSeconds(1);
        var registration = new RegistrationId(Guid.CreateVersion7());
        ValueList<string> levels = (number % 3) switch { 0 => ["S"], 1 => ["A"], _ => ["S", "A"] };
        var form = new RegistrationForm(levels, new(season.Now + Duration.FromDays(2), season.Now + Duration.FromDays(2) + Duration.FromHours(2)), "fashion", PlatformMerchandiseSupport: true);
        var submit = new SubmitRegistration(registration, Campaign, form, Entry: RegistrationEntry.TikTokAppLink);
        await (number % 4 == 0 ? season.Do(submit with { Account = account }, new("host", ActorRole.Creator, Party.Of(creator)))
            : number % 4 == 1 ? season.Do(submit with { OnBehalfOf = new(season.Party, RegistrationChannel.SellerCenter, await OfficialAccount(), season.Text(Operators[number / 4 % 2])) })
            : season.Do(submit, new("seller", ActorRole.Merchant, season.Party)));
        if (number % 5 == 0) await season.Do(new AssessLevel(registration, "A"));
        if (number % 7 == 0) await season.Do(new ApproveRegistration(registration));
    }

    async Task<AccountId> OfficialAccount() =>
        new(await test.Ask<Guid>($"select (data ->> 'Account')::uuid from mt_events where type = 'official_account_linked' and stream_id = '{season.Merchant.Value}'"));
}
