using System.Net;
using LiveCommerce.Host.Season;
using LiveCommerce.Tests.Http;

namespace LiveCommerce.Tests.Startup;

/// <summary>What leaves the real host over OTLP, and its log: what was done, and nothing that anybody wrote.</summary>
public sealed class TelemetryTests(SeasonFolder season) : IAsyncDisposable
{
    static readonly string[] Written = ["Ask for Ibu Ratna", "0812-555-0100", "Ratna was rude", "Toko Rahasia", "@ratna.live"];

    // as much as can be logged
    static readonly (string, string)[] Talkative = [("Logging__Console__LogLevel__Default", "Trace"), ("Logging__OpenTelemetry__LogLevel__Default", "Trace")];

    readonly DataFolder data = new();

    public ValueTask DisposeAsync() => data.DisposeAsync();

    [Fact]
    public async Task A_command_is_a_span_counters_move_and_nothing_that_people_wrote_leaves_the_host()
    {
        await season.CopyTo(data);
        await using var receiver = await OtlpReceiver.Start();
        await using var host = await HostProcess.Serving(data.Path, [.. receiver.Settings, .. Talkative]);
        using var http = new HttpClient { BaseAddress = new(host.Url) };
        var secret = await Work(http);
        (await host.Stop("TERM")).ShouldBe(0);

        var traces = receiver.Received("traces");
        traces.ShouldNotContain(secret); // a log of every request would name it, and is not kept unless somebody asks for it
        foreach (var name in new[] { "SubmitRegistration", "RejectRegistration", "OnboardMerchant", "livecommerce.receipt", "registration.level.required", "Npgsql" }) traces.ShouldContain(name);
        foreach (var name in new[] { "livecommerce.decisions", "http.server.request.duration" }) receiver.Received("metrics").ShouldContain(name);
        foreach (var log in new[] { receiver.Received("logs"), host.Errors }) log.ShouldContain("Request finished");
        foreach (var written in Written) $"{receiver.Received()}{host.Errors}".ShouldNotContain(written);
    }

    async Task<string> Work(HttpClient http)
    {
        var (merchant, reviewer, admin) = (As("merchant"), As("reviewer"), As("admin"));
        var start = DateTime.UtcNow.Date.AddDays(3).AddHours(12);
        object Form(object notes, params string[] levels) => new
        {
            willingnessLevels = levels, mainCategory = "fashion", entry = "TikTokAppLink", platformMerchandiseSupport = true, notes,
            livePeriod = new { start = $"{start:s}Z", end = $"{start.AddHours(1.5):s}Z" },
        };
        var registration = (await merchant.Post($"/v1/campaigns/{SeasonCampaigns.FridayNights}/registrations", Form($"{Written[0]}, {Written[1]}", "B"))).ShouldBe(HttpStatusCode.Created).Id;
        (await merchant.Post($"/v1/campaigns/{SeasonCampaigns.FridayNights}/registrations", Form(new[] { Written[0] }))).ShouldBeProblem(400, "request.malformed");
        (await merchant.Post($"/v1/campaigns/{SeasonCampaigns.FridayNights}/registrations", Form(Written[1]))).ShouldBeProblem(422, "registration.level.required");
        (await reviewer.Post($"/v1/registrations/{registration}/reject", new { reason = Written[2] })).ShouldBe(HttpStatusCode.OK);
        (await admin.Post("/v1/merchants", new { shopName = Written[3], timeZone = "Asia/Jakarta" })).ShouldBe(HttpStatusCode.Created);
        (await admin.Post("/v1/accounts", new { type = "Official", handle = Written[4], uid = "1" })).ShouldBe(HttpStatusCode.Created);
        (await merchant.Get($"/v1/registrations/{registration}/history")).Body.ToString().ShouldContain(Written[2]);
        var link = (await merchant.Post("/v1/calendar/link")).ShouldBe(HttpStatusCode.OK);
        (await http.GetStringAsync($"/v1/calendars/{link.Id}/{link["token"].GetString()}.ics")).ShouldStartWith("BEGIN:VCALENDAR");
        return link["token"].GetString()!;

        Caller As(string persona) => new(http, File.ReadAllText(Path.Combine(data.Development, $"{persona}.token")).Trim());
    }
}
