using System.Text.Json;
using LiveCommerce.Host.Season;
using LiveCommerce.Kernel;
using LiveCommerce.Tests.Startup;

namespace LiveCommerce.Tests.Audit;

[Collection<OneLateSeason>]
public sealed class ReplayCommandTests(LateSeason season) : IAsyncDisposable
{
    static readonly string Mekong = $"{SeasonRegistrations.Id("mekong")}", WarmUp = $"{SeasonRegistrations.Id("warm-up dewi")}";
    readonly DataFolder data = new();

    public ValueTask DisposeAsync() => data.DisposeAsync();

    [Fact, Rule("BEY-03")]
    public async Task It_tells_each_step_and_the_status_after_it()
    {
        await using var program = HostProcess.Start(data.Path, ["replay", Mekong, "--at", "2"], ("ConnectionStrings__LiveCommerce", season.Database));
        var (code, output) = await program.Exit();
        code.ShouldBe(0, program.Errors);
        var lines = output.Split('\n');
        lines[0].ShouldContain("in Asia/Ho_Chi_Minh (");
        lines[0].ShouldContain("registered a LIVE session for campaign cmp_");
        (lines[1], lines[3]).ShouldBe(("      -> UnderReview", "      -> Approved"));
        lines[4].ShouldStartWith($"{Mekong} is approved since ");
        lines[4].ShouldContain("Version 2, position ");
        JsonDocument.Parse(lines[5]).RootElement.GetProperty("session").GetProperty("submission").GetProperty("registration").GetString().ShouldBe(Mekong);
    }

    [Fact, Rule("BEY-03"), Rule("C29")]
    public async Task As_json_it_is_canonical_and_the_same_each_time()
    {
        var end = season.Log.Single(fact => fact.Stream == SeasonRegistrations.Id("warm-up dewi").Value && fact.Version == 2).Envelope.EffectiveAt;
        var first = await Done("replay", WarmUp, "--at", $"{end}", "--json");
        first.ShouldBe(await Done("replay", WarmUp, "--at", $"{end}", "--json"));
        first.ShouldBe(CanonicalJson.Of(first) + "\n");
        var state = JsonDocument.Parse(first).RootElement;
        (state.GetProperty("status").GetString(), state.GetProperty("since").GetString(), state.GetProperty("isDue").GetBoolean()).ShouldBe(("Expired", $"{end}", false));
        state.GetProperty("state").GetProperty("why").ToString().ShouldBe("""{"expiryReason":"CampaignEnded","statusBefore":"UnderReview"}""");

        var submitted = season.Log.First(fact => fact.Stream == SeasonRegistrations.Id("warm-up dewi").Value).RecordedAt;
        var known = JsonDocument.Parse(await Done("replay", WarmUp, "--at", $"{end}", "--recorded", $"{submitted}", "--json")).RootElement;
        (known.GetProperty("isDue").GetBoolean(), known.GetProperty("version").GetInt32(), known.GetProperty("deciding").GetProperty("type").GetString()).ShouldBe((true, 1, "campaign_published"));
    }

    [Fact, Rule("BEY-04")]
    public async Task Explain_says_who_when_why_and_by_which_rule()
    {
        var lines = (await Done("explain", $"{SeasonRegistrations.Id("siam")}")).Split('\n');
        lines[0].ShouldContain(" is rejected since ");
        lines[1].ShouldContain($"registration_rejected, fact 2 of {SeasonRegistrations.Id("siam")}");
        lines[1].ShouldContain($"Reviewer {SeasonParties.Reviewer.UserId} rejected the registration");
        lines[3].ShouldBe("Why, in their words: \"The cover shows a competitor's logo\".");
        lines[4].ShouldStartWith("Rule RREC-09 of policy registration/1: ");
        (await Done("explain", $"{SeasonRegistrations.Id("siam")}", "--at", "1")).ShouldContain(" is under review since ");
    }

    [Fact, Rule("BEY-03"), Rule("BEY-04"), Rule("C49")]
    public async Task A_plan_is_replayed_step_by_step_and_explained()
    {
        var lines = (await Done("replay", $"{SeasonPlan.IdOf("kilau glow")}")).Split('\n');
        (lines[1], lines[3], lines[5]).ShouldBe(("      -> Active", "      -> Active", "      -> Deleted"));
        lines[6].ShouldContain($"deleted, because it was rescheduled as {SeasonPlan.IdOf("kilau glow, a week later")}");
        var missed = (await Done("explain", $"{SeasonPlan.IdOf("siam flash")}")).Split('\n');
        missed[0].ShouldContain("completed: it was missed");
        missed[4].ShouldContain("PLAN-18");
    }

    [Fact, Rule("BEY-04"), Rule("BEY-02")]
    public async Task Explain_says_of_a_refused_command_what_would_have_had_to_be_different()
    {
        var refused = season.Log.Single(fact => fact.Body is LiveCommerce.Store.CommandRefused && fact.Envelope.UserId == SeasonParties.Jordan.Actor.UserId);
        var lines = (await Done("explain", TypeId.Format("cmd", refused.Envelope.CommandId))).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        lines[0].ShouldStartWith($"Creator {SeasonParties.Jordan.Actor.UserId} asked to submit registration ");
        lines[0].ShouldEndWith(" UTC; it was refused, under policy registration/1.");
        lines[1].ShouldContain("required minutes 180, actual minutes 45");
        lines[1].ShouldContain(" Rule REG-07: The live period is at least the longest of the minimum periods of the chosen levels. Otherwise: ");
    }

    [Theory, Rule("BEY-03")]
    [InlineData(3, "There is no reg_", "reg_00000000000000000000000000")]
    [InlineData(1, "is no id with a history", "shop_1")]
    [InlineData(1, "--at is a version (3) or an instant", null, "--at", "yesterday")]
    [InlineData(1, "--at is a version (3) or an instant", null, "--at", "0")]
    [InlineData(1, "goes with no version", null, "--at", "1", "--recorded", "2026-01-01T00:00:00Z")]
    [InlineData(3, "has no version 99: its last is ", null, "--at", "99")]
    [InlineData(3, "had not begun: its first fact took effect", null, "--at", "2001-01-01T00:00:00Z")]
    public async Task What_cannot_be_answered_is_said_on_standard_error(int code, string message, string? id, params string[] options)
    {
        var (ended, output, errors) = await CommandLine.Run(season.Database, ["replay", id ?? Mekong, .. options]);
        (ended, output).ShouldBe((code, ""));
        errors.ShouldContain(message);
    }

    async Task<string> Done(params string[] arguments)
    {
        var (code, output, errors) = await CommandLine.Run(season.Database, arguments);
        code.ShouldBe(0, errors);
        return output;
    }
}
