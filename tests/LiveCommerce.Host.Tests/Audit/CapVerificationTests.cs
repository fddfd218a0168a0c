using LiveCommerce.Kernel;
using LiveCommerce.Host.Season;
using LiveCommerce.Postgres.Registrations;
using LiveCommerce.Registrations;
using LiveCommerce.Tests.Startup;

namespace LiveCommerce.Tests.Audit;

/// <summary>The proof of the cap goes over the whole database, and finds what was planted behind the program's back.</summary>
public sealed class CapVerificationTests(LateSeason season) : IClassFixture<LateSeason>, IAsyncDisposable
{
    readonly DataFolder data = new();

    public ValueTask DisposeAsync() => data.DisposeAsync();

    [Fact, Rule("BEY-02"), Rule("REG-03")]
    public async Task A_planted_slot_101_is_found_at_its_position()
    {
        var before = await Verify();
        before.ShouldBe((0, $"{season.Log.Count} facts up to position {season.Log.Count}, "));
        var party = Party.Of(SeasonParties.BatikLaras.Id);
        var quota = CampaignQuota.At(SeasonCampaigns.FridayNights, party).Id;

        // as the superuser, past every check of ours
        await Plant($"""
            insert into mt_events (seq_id, id, stream_id, version, data, type, timestamp, headers)
            select nextval('mt_events_sequence'), gen_random_uuid(), '{quota}', 2 + n, jsonb_build_object('Slot', 2 + n, 'Registration', gen_random_uuid(), 'Channel', 'SellerCenter'),
                   'slot_taken', now(), (select headers from mt_events where stream_id = '{quota}' and version = 1)
            from generate_series(1, 99) n
            """);

        var found = await new CapVerification(season.Connections, LiveCommerceEvents.Catalog).Run(TestContext.Current.CancellationToken);
        var last = season.Log.Count + 99;
        found.Findings.Fullest.ShouldBe(101);
        found.Findings.Breaches.ShouldContain(new LiveCommerce.Audit.CapBreach(last, quota, "registration number 101 of 100"));
        found.Findings.Breaches.Count(breach => breach.What.Contains("of 100", StringComparison.Ordinal)).ShouldBe(1);

        await using var command = Start();
        var (code, output) = await command.Exit();
        code.ShouldBe(4);
        output.ShouldContain($"position {last}, {new QuotaId(quota)}: registration number 101 of 100");
        command.Errors.ShouldContain("The cap did not hold");
    }

    async Task<(int Code, string Output)> Verify()
    {
        await using var command = Start();
        var (code, output) = await command.Exit();
        return (code, output[..(output.IndexOf(", ", StringComparison.Ordinal) + 2)]);
    }

    async Task Plant(string sql)
    {
        await using var command = season.Raw.CreateCommand(sql);
        await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
    }

    HostProcess Start() => HostProcess.Start(data.Path, ["verify", "cap"], ("ConnectionStrings__LiveCommerce", season.Database));
}
