using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using LiveCommerce.Host.Export;
using LiveCommerce.Host.Season;
using LiveCommerce.Kernel;
using LiveCommerce.Tests.Http;

namespace LiveCommerce.Tests.Export;

/// <summary>What is exported is what the log holds up to a position, in forms that do no harm where they are opened.</summary>
public sealed partial class ExportTests(TestHost host) : IClassFixture<TestHost>
{
    /// <summary>As a spreadsheet would run them, and as CSV would break.</summary>
    static readonly string[] Hostile =
        ["=HYPERLINK(\"http://evil\",\"click\")", "+1+1", "-2+3", "@SUM(A1:A9)", "\tTab", "\rReturn", "Comma, and \"quotes\"", "Two\r\nlines", "Ateliê 直播 \u202Eright to left", "'=already"];

    readonly World world = new(host);

    [Fact]
    public async Task Cells_that_a_spreadsheet_would_run_are_text()
    {
        var fair = await Open();
        foreach (var name in Hostile) await fair.Reject(await fair.Register(name, name), name);

        var csv = await Exported.AsCsv(host, fair.Campaign);

        csv.Bytes[..3].ShouldBe(Encoding.UTF8.Preamble.ToArray());
        csv.Sha256.ShouldBe(Digest.Of(csv.Bytes));
        var rows = csv.Rows();
        rows.Count.ShouldBe(2 * Hostile.Length);
        rows.SelectMany(row => row.Values).ShouldAllBe(cell => cell == "" || !"=+-@\t\r".Contains(cell[0]));
        var safe = Hostile.Select(name => "=+-@\t\r".Contains(name[0]) ? $"'{name}" : name).ToList();
        rows.Where(row => row["type"] == "registration_rejected").Select(row => (row["shop"], row["reason"])).ShouldBe(safe.Select(name => (name, name)), ignoreOrder: true);
        rows.Where(row => row["type"] == "registration_rejected").ShouldAllBe(row => row["user"] == "'=rev");
        rows.Where(row => row["type"] == "registration_submitted").Select(row => JsonDocument.Parse(row["body"]).RootElement.GetProperty("form").GetProperty("notes").GetString())
            .ShouldBe(Hostile, ignoreOrder: true);
        csv.Text.ShouldContain("\"'=HYPERLINK(\"\"http://evil\"\",\"\"click\"\")\"");

        var lines = (await Exported.AsJsonLines(host, fair.Campaign)).Lines;
        lines.Where(line => line.GetProperty("record").GetString() == "fact").Select(line => line.GetProperty("shop").GetString()).Distinct().ShouldBe(Hostile, ignoreOrder: true);
    }

    [Fact]
    public async Task The_digest_is_over_every_byte_before_the_trailer()
    {
        var fair = await Open();
        await fair.Register("Batik Laras", "Two hosts");

        var export = await Exported.AsJsonLines(host, fair.Campaign);

        export.Lines.Select(line => line.GetProperty("record").GetString()).ShouldBe(["header", "fact", "trailer"]);
        var trailer = export.Lines[^1];
        export.Bytes[^1].ShouldBe((byte)'\n');
        var content = export.Text[..(export.Text.LastIndexOf("{\"record\":\"trailer\"", StringComparison.Ordinal))];
        (trailer.GetProperty("registrations").GetInt64(), trailer.GetProperty("facts").GetInt64(), trailer.GetProperty("sha256").GetString()).ShouldBe((1, 1, Digest.Of(content)));
        export.Sha256.ShouldBe(Digest.Of(content));
        var header = export.Lines[0];
        (header.GetProperty("format").GetString(), header.GetProperty("exportedBy").GetString(), header.GetProperty("role").GetString(), header.GetProperty("campaignName").GetString())
            .ShouldBe(("livecommerce.campaign-histories/1", "tests", "Auditor", "Fair"));
        var manifest = JsonDocument.Parse(ExportManifest.Of(export.Header, export.Totals, export.Sha256)).RootElement;
        (manifest.GetProperty("header").GetProperty("position").GetInt64(), manifest.GetProperty("totals").GetProperty("facts").GetInt64()).ShouldBe((export.Header.Position, 1));
    }

    [Fact]
    public async Task What_was_erased_is_said_to_be_erased_and_what_was_altered_is_withheld()
    {
        var fair = await Open();
        await fair.Reject(await fair.Register("Toko Rahasia", "Ask for Ibu Ratna"), "Ratna was rude");
        await Sql("update lc_personal set value = null, salt = null where value in ('Toko Rahasia', 'Ask for Ibu Ratna')");
        await Sql("update lc_personal set value = 'Ratna was kind' where value = 'Ratna was rude'");

        var (csv, lines) = (await Exported.AsCsv(host, fair.Campaign), await Exported.AsJsonLines(host, fair.Campaign));

        foreach (var text in new[] { csv.Text, lines.Text })
            foreach (var gone in new[] { "Rahasia", "Ibu Ratna", "rude", "kind" }) text.ShouldNotContain(gone);
        csv.Rows().Select(row => (row["shop"], row["reason"])).ShouldBe([("(erased)", ""), ("(erased)", "(altered since it was recorded)")]);
        var submitted = lines.Lines[1];
        (submitted.GetProperty("shop").ValueKind, submitted.GetProperty("shopErased").GetBoolean()).ShouldBe((JsonValueKind.Null, true));
        submitted.GetProperty("fact").GetProperty("body").GetProperty("form").GetProperty("notesErased").GetBoolean().ShouldBeTrue();
        lines.Lines[2].GetProperty("fact").GetProperty("reasonAltered").GetBoolean().ShouldBeTrue();
    }

    [Fact]
    public async Task While_others_write_it_is_the_logs_prefix_at_its_position()
    {
        var fair = await Open();
        using var enough = new CancellationTokenSource();
        var writers = Enumerable.Range(0, 3).Select(async _ =>
        {
            while (!enough.IsCancellationRequested) await fair.Reject(await fair.Register("Batik Laras", "One more"), "No");
        }).ToList();
        var exports = new List<Exported>();
        while (exports.Count < 6 || exports[^1].Totals.Registrations < 120) exports.Add(await Exported.AsJsonLines(host, fair.Campaign));
        await enough.CancelAsync();
        await Task.WhenAll(writers);

        foreach (var export in exports)
        {
            var told = export.Lines.Where(line => line.GetProperty("record").GetString() == "fact").Select(line => line.GetProperty("fact").GetProperty("id").GetGuid()).ToList();
            var held = await Held(fair.Campaign, $"seq_id <= {export.Header.Position}");
            told.ShouldBe(held, ignoreOrder: true);
            export.Totals.Facts.ShouldBe(held.Count);
        }
        exports[0].Totals.Facts.ShouldBeLessThan(exports[^1].Totals.Facts);
    }

    [Fact]
    public async Task Totals_and_filters_equal_sql_for_every_campaign_of_the_season()
    {
        var day = SeasonDay.Of(Moment.FromUnixMicroseconds(1_795_291_200_000_000));
        await new SeasonLoader(LiveCommerceModel.Default, host.Log).Load(day.Start, TestContext.Current.CancellationToken);
        foreach (var fair in SeasonFairs.All)
            foreach (var (from, to) in new (Moment?, Moment?)[] { (null, null), (day.At(-12), null), (null, day.At(-12)), (day.At(-12, 8), day.At(-11, 8)) })
            {
                var export = await Exported.AsJsonLines(host, fair.Id, from, to);
                var held = await Held(fair.Id, $"headers ->> 'effective_at' >= '{from}' and ('{to}' = '' or headers ->> 'effective_at' < '{to}')");
                export.Lines[1..^1].Select(line => line.GetProperty("fact").GetProperty("id").GetGuid()).ShouldBe(held, ignoreOrder: true);
                (export.Totals.Facts, export.Totals.Registrations).ShouldBe((held.Count, export.Lines[1..^1].Select(line => line.GetProperty("registration").GetString()).Distinct().Count()));
            }
        (await Exported.AsCsv(host, SeasonFairs.GrandYearSale.Id)).Rows().ShouldBeEmpty();

        // one small campaign, to the letter, but for what the moment of loading, the version of the code and their digests say
        var (lines, csv) = (await Exported.AsJsonLines(host, SeasonFairs.BeautyInsiders.Id), await Exported.AsCsv(host, SeasonFairs.BeautyInsiders.Id));
        Repository.ShouldSay("tests/LiveCommerce.Host.Tests/Export/beauty-insiders.approved.jsonl", Masked().Replace(lines.Text, "~"));
        csv.Text.Count(sign => sign == '\n').ShouldBe(csv.Text.Split("\r\n").Length - 1);
        Repository.ShouldSay("tests/LiveCommerce.Host.Tests/Export/beauty-insiders.approved.csv", Masked().Replace(csv.Text.TrimStart('\uFEFF').ReplaceLineEndings("\n"), "~"));
    }

    [Fact, Rule("CAMP-06")]
    public async Task Operators_and_auditors_export_and_nobody_else_learns_anything()
    {
        var campaign = await world.Campaign("Private");
        var seller = await world.Merchant();
        foreach (var reader in new[] { world.Auditor, world.Reviewer, world.Admin })
        {
            using var answer = await reader.GetRaw($"/v1/campaigns/{campaign}/export");
            (answer.StatusCode, answer.Content.Headers.ContentType?.MediaType).ShouldBe((HttpStatusCode.OK, "application/x-ndjson"));
            var lines = (await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).Split('\n', StringSplitOptions.RemoveEmptyEntries);
            lines.Length.ShouldBe(2);
            JsonDocument.Parse(lines[0]).RootElement.GetProperty("campaign").GetString().ShouldBe(campaign);
        }
        foreach (var party in new[] { seller.Caller, (await world.Creator()).Caller })
            foreach (var id in new[] { campaign, "cmp_00000000000000000000000000" }) (await party.Get($"/v1/campaigns/{id}/export")).ShouldBeProblem(403, "sign-in.role-not-allowed");
        (await world.Nobody.Get($"/v1/campaigns/{campaign}/export")).ShouldBeProblem(401, "sign-in.required");
        (await world.Auditor.Get("/v1/campaigns/cmp_00000000000000000000000000/export")).ShouldBeProblem(404, "campaign.not-visible");
        (await world.Auditor.Get($"/v1/campaigns/cmp_{seller.Party[4..]}/export")).ShouldBeProblem(404, "campaign.not-visible");
        foreach (var filter in new[] { "from=yesterday", "to=2026-13-01T00:00:00Z", "from=2026-11-02T00:00:00Z&to=2026-11-02T00:00:00Z" })
            (await world.Auditor.Get($"/v1/campaigns/{campaign}/export?{filter}")).ShouldBeProblem(400, "request.malformed");
    }

    async Task<Fair> Open()
    {
        var fair = new Fair(host);
        await fair.Open();
        return fair;
    }

    /// <summary>The events of a campaign's registrations, asked of the raw tables.</summary>
    async Task<List<Guid>> Held(CampaignId campaign, string where)
    {
        await using var command = host.Database.CreateCommand($"""
            select id from mt_events where stream_id in (select stream_id from mt_events where type = 'registration_submitted' and data ->> 'Campaign' = '{campaign.Value}') and {where}
            """);
        await using var reader = await command.ExecuteReaderAsync(TestContext.Current.CancellationToken);
        var ids = new List<Guid>();
        while (await reader.ReadAsync(TestContext.Current.CancellationToken)) ids.Add(reader.GetGuid(0));
        return ids;
    }

    async Task Sql(string text)
    {
        await using var command = host.Database.CreateCommand(text);
        (await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken)).ShouldBeGreaterThan(0);
    }

    [GeneratedRegex("""\b[0-9a-f]{64}\b|(?<="(recordedAt|exportedAt|code|log)":")[^"]*|(?<="position":)[0-9]+|(?<=^)[0-9]+(?=,)|(?<=,registration/1,)[^,]+|(?<=,[0-9T:.-]+Z,[0-9T:.-]+Z,)[^,]+""", RegexOptions.Multiline)]
    private static partial Regex Masked();
}
