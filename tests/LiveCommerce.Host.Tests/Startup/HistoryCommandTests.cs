using System.Text.Json;
using LiveCommerce.Host.Season;
using LiveCommerce.Kernel;
using LiveCommerce.Registrations;
using LiveCommerce.Tests.Audit;

namespace LiveCommerce.Tests.Startup;

[Collection<OneLateSeason>]
public sealed class HistoryCommandTests(LateSeason season, TestCluster cluster) : IAsyncDisposable
{
    readonly DataFolder data = new();

    public ValueTask DisposeAsync() => data.DisposeAsync();

    [Fact]
    [Rule("RREC-09")]
    [Rule("REG-12")]
    public async Task It_tells_who_did_what_when_and_by_which_rule()
    {
        await using var program = HostProcess.Start(data.Path, ["history", $"{SeasonRegistrations.Id("mekong")}"], ("ConnectionStrings__LiveCommerce", season.Database));
        var (code, output) = await program.Exit();
        code.ShouldBe(0, program.Errors);
        var lines = output.Split('\n', StringSplitOptions.RemoveEmptyEntries);

        lines.Length.ShouldBe(5);
        lines[0].ShouldContain("registered a LIVE session for campaign cmp_");
        lines[0].ShouldContain(" in Asia/Ho_Chi_Minh (");
        lines[1].ShouldContain("approved the registration.");
        lines[2].ShouldContain($"Reviewer {SeasonParties.Reviewer.UserId} contacted the party: \"Agreed by phone to move to Saturday\".");
        lines[3].ShouldContain("moved the live period, which is now from ");
        lines[3].ShouldContain(" Recorded ");
        lines[3].ShouldEndWith(" Rule RREC-17, policy registration/1.");
        lines[4].ShouldContain("grouped the session's products: ");
    }

    [Fact]
    [Rule("RREC-18")]
    public async Task As_json_it_is_one_object_a_line()
    {
        var facts = (await History($"{SeasonRegistrations.Id("warm-up dewi")}", "--json")).Select(line => JsonDocument.Parse(line).RootElement).ToList();

        facts.Select(fact => fact.GetProperty("type").GetString()).ShouldBe(["registration_submitted", "registration_expired_at_campaign_end"]);
        facts[1].GetProperty("body").GetProperty("statusBefore").GetString().ShouldBe("UnderReview");
        facts.ShouldAllBe(fact => fact.GetProperty("digest").GetString()!.Length == 64);
    }

    [Fact]
    public async Task It_takes_the_id_of_everything_that_has_a_history()
    {
        var submitted = JsonDocument.Parse((await History($"{SeasonRegistrations.Id("mekong")}", "--json"))[0]).RootElement.GetProperty("body");
        var (campaign, merchant) = (submitted.GetProperty("campaign").GetString()!, submitted.GetProperty("party").GetString()!);
        TypeId.TryParse<CampaignId>(campaign, out var within).ShouldBeTrue();
        TypeId.TryParse<MerchantId>(merchant, out var shop).ShouldBeTrue();

        (await History(campaign))[0].ShouldContain("drafted the public campaign");
        (await History(merchant))[0].ShouldContain($"onboarded merchant {merchant}");
        (await History(submitted.GetProperty("account").GetString()!))[0].ShouldContain("added the official account");
        (await History($"{new QuotaId(CampaignQuota.At(within, Party.Of(shop)).Id)}")).ShouldAllBe(line => line.Contains("took slot"));
    }

    [Fact]
    public async Task The_season_is_loaded_once_and_told_the_same_again()
    {
        var database = await cluster.CreateDatabase();
        await using var first = HostProcess.Start(data.Path, ["season"], ("ConnectionStrings__LiveCommerce", database));
        var (code, loaded) = await first.Exit();
        code.ShouldBe(0, first.Errors);
        loaded.ShouldMatch("^sample-season/40/1 around 20[0-9-]{8}: [0-9]+ facts, sha256 [0-9a-f]{64}\n$");
        var second = await CommandLine.Run(database, "season");
        (second.Code, second.Output).ShouldBe((0, loaded));
        second.Errors.ShouldContain("was there already");
    }

    [Theory]
    [InlineData("reg_00000000000000000000000000", 3, "There is no reg_")]
    [InlineData("shop_1", 1, "is no id with a history")]
    public async Task What_is_not_there_is_said_on_standard_error(string id, int code, string message)
    {
        var (ended, output, errors) = await CommandLine.Run(await cluster.CreateDatabase(), "history", id);

        (ended, output).ShouldBe((code, ""));
        errors.ShouldContain(message);
    }

    async Task<string[]> History(params string[] arguments)
    {
        var (code, output, errors) = await CommandLine.Run(season.Database, ["history", .. arguments]);
        code.ShouldBe(0, errors);
        return output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
    }
}
