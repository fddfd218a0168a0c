using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;
using LiveCommerce.Kernel;
using LiveCommerce.Postgres.LiveEvents;
using LiveCommerce.Tests.Http;

namespace LiveCommerce.Tests.Media;

public sealed class TeaserRouteTests(TestHost host) : IClassFixture<TestHost>, IDisposable
{
    readonly TeaserWorld teasers = new(host);

    World World => teasers.World;

    public void Dispose() => host.Clock.StandsAt = null;

    [Fact, Rule("TSR-07"), Rule("TSR-15"), Rule("TSR-22")]
    public async Task A_teaser_goes_from_its_upload_to_its_post_and_is_saved_and_deleted()
    {
        var seller = await World.Merchant();
        var plan = await World.Planned(seller);
        var teaser = await TeaserWorld.Teaser(seller, plan);
        (await TeaserWorld.Status(seller, teaser)).ShouldBe("Preparing");
        (await seller.Caller.Post($"/v1/teasers/{teaser}/post")).ShouldBeProblem(422, "teaser.still-preparing");
        (await seller.Caller.GetRaw($"/v1/teasers/{teaser}/video")).StatusCode.ShouldBe(HttpStatusCode.NotFound);

        await teasers.Prepare();
        var ready = await seller.Caller.Get($"/v1/teasers/{teaser}");
        (ready["line"].GetProperty("status").GetString(), ready["line"].GetProperty("video").GetProperty("hasSticker").GetBoolean()).ShouldBe(("Ready", true));
        ready["sticker"].GetString().ShouldNotBeNull().ShouldStartWith("LIVE ");
        (ready["actions"].GetProperty("post").GetProperty("allowed").GetBoolean(), ready["actions"].GetProperty("post").GetProperty("code").GetString()).ShouldBe((false, "teaser.caption-required"));
        var video = await seller.Caller.GetRaw($"/v1/teasers/{teaser}/video");
        (video.StatusCode, video.Content.Headers.ContentType?.MediaType).ShouldBe((HttpStatusCode.OK, "video/mp4"));
        Digest.Of(await video.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken)).ShouldBe(ready["line"].GetProperty("video").GetProperty("contentHash").GetString());
        (await seller.Caller.GetRaw($"/v1/teasers/{teaser}/cover?frame=7")).Content.Headers.ContentType?.MediaType.ShouldBe("image/jpeg");

        (await seller.Caller.Write(HttpMethod.Put, $"/v1/teasers/{teaser}/description", TeaserWorld.Description())).ShouldBe(HttpStatusCode.OK);
        var posted = (await seller.Caller.Post($"/v1/teasers/{teaser}/post")).ShouldBe(HttpStatusCode.OK);
        posted["details"].GetProperty("status").GetString().ShouldBe("successfully posted");
        (await seller.Caller.Post($"/v1/teasers/{teaser}/edits", new { caption = "Tonight" })).ShouldBe(HttpStatusCode.OK);
        var again = (await seller.Caller.Post($"/v1/teasers/{teaser}/edits", new { cover = 4 })).ShouldBeProblem(422, "teaser.edit.already-edited-today");
        again["errors"][0].GetProperty("details").GetProperty("next_edit_at").GetString().ShouldNotBeNull().ShouldEndWith("T17:00:00Z"); // midnight in Jakarta
        (await seller.Caller.Get($"/v1/teasers?status=Posted&plan={plan}"))["items"].GetArrayLength().ShouldBe(1);
        (await seller.Caller.Get($"/v1/teasers?status=Ready"))["items"].GetArrayLength().ShouldBe(0);

        (await seller.Caller.Write(HttpMethod.Delete, $"/v1/teasers/{teaser}", null)).ShouldBe(HttpStatusCode.OK);
        await teasers.Prepare();
        TeaserWorld.FilesOf(host, teaser).ShouldBeEmpty();
        (await seller.Caller.Get("/v1/teasers"))["items"].GetArrayLength().ShouldBe(0);
        (await seller.Caller.Get("/v1/teasers?status=Deleted"))["items"].GetArrayLength().ShouldBe(1);
        (await seller.Caller.Get($"/v1/teasers/{teaser}/history"))["events"].GetArrayLength().ShouldBe(7);
        (await seller.Caller.Get($"/v1/history/{teaser}/state?version=4"))["status"].GetString().ShouldBe("Ready");
        (await seller.Caller.Get($"/v1/history/{teaser}/explanation"))["lines"][0].GetString().ShouldNotBeNull().ShouldContain("is deleted since");
    }

    [Fact, Rule("TSR-01"), Rule("TSR-02"), Rule("TSR-04")]
    public async Task A_highlight_is_chosen_from_the_figures_of_a_LIVE_and_cut_from_its_recording()
    {
        var seller = await World.Merchant();
        var (plan, start) = (await World.Planned(seller), World.Time(-1));
        var session = (await seller.Caller.Post("/v1/sessions", new { account = seller.Account, startedAt = start })).ShouldBe(HttpStatusCode.Created).Id;
        (await seller.Caller.Get($"/v1/sessions/{session}/highlights"))["candidates"].GetArrayLength().ShouldBe(0);
        (await seller.Caller.Post($"/v1/sessions/{session}/figures", new { minutes = new[] { Minute(0, "10.00"), Minute(2, "90.00") } })).ShouldBe(HttpStatusCode.OK);
        var best = (await seller.Caller.Get($"/v1/sessions/{session}/highlights"))["candidates"][0];
        (best.GetProperty("minute").GetInt32(), best.GetProperty("gmv")[0].GetProperty("amount").GetString()).ShouldBe((2, "90.00"));
        var peak = best.GetProperty("peak").GetString();

        var film = await TeaserWorld.Film();
        (await seller.Caller.PutFootage(film, $"?session={session}")).ShouldBeProblem(400, "request.malformed");
        var offline = (await seller.Caller.PutFootage(film)).ShouldBe(HttpStatusCode.Created).Id;
        (await seller.Caller.Post("/v1/teasers/from-highlight", new { footage = offline, peak, plan })).ShouldBeProblem(422, "teaser.footage.of-no-session");
        var recording = (await seller.Caller.PutFootage(film, $"?session={session}&startsAt={peak}")).ShouldBe(HttpStatusCode.Created).Id;
        recording.ShouldNotBe(offline);
        (await seller.Caller.Post("/v1/teasers/from-highlight", new { footage = recording, peak = start, plan })).ShouldBeProblem(422, "teaser.peak.outside-footage");
        (await seller.Caller.Post("/v1/teasers/from-highlight", new { footage = recording, peak })).ShouldBeProblem(400, "request.malformed");
        var teaser = (await seller.Caller.Post("/v1/teasers/from-highlight", new { footage = recording, peak, plan })).ShouldBe(HttpStatusCode.Created).Id;
        (await seller.Caller.Get($"/v1/teasers/{teaser}"))["line"].GetProperty("source").GetString().ShouldBe("LiveHighlight");
        (await World.Auditor.Get($"/v1/teasers?merchant={seller.Party}"))["items"].GetArrayLength().ShouldBe(1);
        (await (await World.Merchant()).Caller.Get($"/v1/teasers/{teaser}")).ShouldBeProblem(404, "not-found");
    }

    [Fact, Rule("TSR-01")]
    public async Task What_is_no_video_is_refused_with_its_reason_and_leaves_nothing_on_disk_or_in_the_log()
    {
        var seller = await World.Merchant();
        var (media, before) = (host.Media, await host.Recorded());
        (await seller.Caller.PutFootage([])).ShouldBeProblem(415, "footage.not-a-video");
        (await seller.Caller.PutFootage(Encoding.UTF8.GetBytes("Dear host, this is a film."))).ShouldBeProblem(415, "footage.not-a-video");
        (await seller.Caller.PutFootage((await TeaserWorld.Film())[..3_000])).ShouldBeProblem(415, "footage.not-a-video");
        await CutOff(seller);
        (await host.Recorded()).ShouldBe(before);
        (await seller.Caller.PutFootage(await TeaserWorld.Film(1))).ShouldBeProblem(422, "footage.length");
        host.Media.ShouldBe(media);
        (await World.Auditor.PutFootage(await TeaserWorld.Film())).ShouldBeProblem(403, "sign-in.role-not-allowed");

        // tried alone, it is probed and neither kept nor recorded
        before = await host.Recorded();
        (await seller.Caller.PutFootage(await TeaserWorld.Film(), "?dryRun=true"))["wouldRecord"].GetBoolean().ShouldBeTrue();
        host.Media.ShouldBe(media);
        (await host.Recorded()).ShouldBe(before);
    }

    [Fact, Rule("TSR-01"), Rule("TSR-03")]
    public async Task A_host_that_cannot_look_at_a_video_judges_none_and_keeps_nothing()
    {
        var seller = await World.Merchant();
        var (media, before, token, film) = (host.Media, await host.Recorded(), host.Tokens.For("merchant", merchant: seller.Party), await TeaserWorld.Film());
        (await host.Beside(options => new(options) { Tools = null }, token, caller => caller.PutFootage(film))).ShouldBeProblem(503, "footage.tools-missing");
        (await host.Beside(options => new(options with { Patience = TimeSpan.Zero }), token, caller => caller.PutFootage(film))).ShouldBeProblem(503, "footage.not-looked-at");
        host.Media.ShouldBe(media);
        (await host.Recorded()).ShouldBe(before);
    }

    [Fact, Rule("TSR-01")]
    public async Task A_film_of_four_hours_and_a_bomb_are_refused_at_the_door_and_leave_nothing()
    {
        var seller = await World.Merchant();
        var (media, put) = (host.Media, await Put());
        var folder = Directory.CreateTempSubdirectory("lc-bad-").FullName;
        var film = Path.Combine(folder, "film.mp4");
        await Film.FourHours(film);
        var tooLong = (await seller.Caller.PutFootage(await File.ReadAllBytesAsync(film, TestContext.Current.CancellationToken))).ShouldBeProblem(422, "footage.length");
        tooLong["errors"][0].GetProperty("details").GetProperty("given_seconds").GetString().ShouldBe("14400");
        await Film.Bomb(film);
        new FileInfo(film).Length.ShouldBeLessThan(200_000);
        (await seller.Caller.PutFootage(await File.ReadAllBytesAsync(film, TestContext.Current.CancellationToken))).ShouldBeProblem(422, "footage.dimensions");
        host.Media.ShouldBe(media);
        (await Put()).ShouldBe(put);
        Directory.Delete(folder, recursive: true);
    }

    async Task<long> Put()
    {
        await using var command = host.Database.CreateCommand("select count(*) from mt_events where type like 'footage%'");
        return (long)(await command.ExecuteScalarAsync(TestContext.Current.CancellationToken) ?? 0L);
    }

    [Fact, Rule("TSR-04"), Rule("C48"), Rule("BEY-12")]
    public async Task A_plan_is_linked_once_and_takes_its_teasers_along()
    {
        var seller = await World.Merchant();
        var (plan, other, teaser) = (await World.Planned(seller), await World.Planned(seller, 5), await TeaserWorld.Teaser(seller));
        (await seller.Caller.Write(HttpMethod.Put, $"/v1/teasers/{teaser}/plan", new { plan }))["recorded"].GetBoolean().ShouldBeTrue();
        (await seller.Caller.Write(HttpMethod.Put, $"/v1/teasers/{teaser}/plan", new { plan }))["recorded"].GetBoolean().ShouldBeFalse();
        (await seller.Caller.Write(HttpMethod.Put, $"/v1/teasers/{teaser}/plan", new { plan = other })).ShouldBeProblem(422, "teaser.already-linked");
        var moved = (await seller.Caller.Post($"/v1/plans/{plan}/reschedule", new { schedule = new { date = World.Date(6), time = "19:00", minutes = 90 } })).ShouldBe(HttpStatusCode.Created).Id;
        (await seller.Caller.Get($"/v1/teasers/{teaser}"))["line"].GetProperty("plan").GetString().ShouldBe(moved);
        (await seller.Caller.Write(HttpMethod.Delete, $"/v1/plans/{moved}", null))["details"].GetProperty("affected_teasers").GetString().ShouldBe("1");
        (await seller.Caller.Get($"/v1/teasers/{teaser}"))["line"].TryGetProperty("plan", out var none).ShouldBeTrue();
        none.ValueKind.ShouldBe(System.Text.Json.JsonValueKind.Null);
        host.Clock.StandsAt = Moment.Parse(World.Time(24 * 8));
        (await seller.Caller.Write(HttpMethod.Put, $"/v1/teasers/{teaser}/plan", new { plan = other })).ShouldBeProblem(422, "teaser.plan-not-upcoming");
    }

    [Fact, Rule("TSR-14"), Rule("TSR-19"), Rule("TSR-21")]
    public async Task On_the_eighth_day_nothing_is_edited_and_what_it_brought_is_final()
    {
        var seller = await World.Merchant();
        (await seller.Caller.Get("/v1/teasers/performance"))["highlightsPosted"].GetInt32().ShouldBe(0);
        var teaser = await teasers.Posted(seller);
        host.Clock.StandsAt = Moment.Parse(World.Time(60));
        (await seller.Caller.Post($"/v1/teasers/{teaser}/figures", new { measuredAt = World.Time(59), views = 900, viewers = 200, newViewers = 80, newFollowers = 9, roomEntries = 30 })).ShouldBe(HttpStatusCode.OK);
        var performance = await seller.Caller.Get("/v1/teasers/performance");
        (performance["uploadsPosted"].GetInt32(), performance["views"].GetInt64(), performance["enterRoomRate"].GetProperty("rate").GetString(), performance["freshness"].GetString()).ShouldBe((1, 900, "0.15", "Hourly"));
        host.Clock.StandsAt = Moment.Parse(World.Time(24 * 7 + 1));
        (await seller.Caller.Post($"/v1/teasers/{teaser}/edits", new { caption = "Too late" })).ShouldBeProblem(422, "teaser.edit.window-closed");
        (await seller.Caller.Post($"/v1/teasers/{teaser}/figures", new { measuredAt = World.Time(24 * 7 + 1), views = 901, newViewers = 80, newFollowers = 9, roomEntries = 30 })).ShouldBeProblem(422, "teaser.figures.final");
        (await seller.Caller.Get("/v1/teasers/performance"))["uploadsPosted"].GetInt32().ShouldBe(0);
    }

    [Fact, Rule("TSR-07"), Rule("TSR-14"), Rule("TSR-15")]
    public async Task A_post_an_edit_and_a_deletion_are_each_told_once_and_what_was_given_up_is_sent_again()
    {
        var (seller, told) = (await World.Merchant(), new Told(host));
        var footage = await TeaserWorld.Footage(seller);
        var (teaser, unposted) = (await teasers.Posted(seller, footage: footage), await TeaserWorld.Teaser(seller, footage: footage));
        await told.Run(publisher: new GoneAway());
        var post = (await Told(teaser)).ShouldHaveSingleItem();
        (post.GetProperty("kind").GetString(), post.GetProperty("state").GetString(), post.GetProperty("audience").GetString(), post.GetProperty("teaser").GetString()).ShouldBe(("TeaserPosted", "Dead", "account", teaser));
        (await seller.Caller.Get($"/v1/teasers/{teaser}"))["publications"][0].GetProperty("state").GetString().ShouldBe("Dead");
        (await World.Admin.Post($"/v1/notifications/{post.GetProperty("id").GetString()}/resend")).ShouldBe(HttpStatusCode.OK);
        (await seller.Caller.Post($"/v1/teasers/{teaser}/edits", new { cover = 5 })).ShouldBe(HttpStatusCode.OK);
        foreach (var one in (string[])[teaser, unposted]) (await seller.Caller.Write(HttpMethod.Delete, $"/v1/teasers/{one}", null)).ShouldBe(HttpStatusCode.OK);
        await told.Run();
        await told.Run();
        (await Told(teaser)).Select(row => (row.GetProperty("kind").GetString(), row.GetProperty("state").GetString(), row.GetProperty("received").GetInt32())).Order()
            .ShouldBe([("TeaserDeleted", "Delivered", 1), ("TeaserEdited", "Delivered", 1), ("TeaserPosted", "Delivered", 1)]);
        (await Told(unposted)).ShouldBeEmpty("nobody was told of it");
        (await World.Auditor.Get("/v1/notifications?teaser=tsr_1")).ShouldBeProblem(400, "request.malformed");
    }

    async Task<JsonElement[]> Told(string teaser) => [.. (await World.Auditor.Get($"/v1/notifications?teaser={teaser}"))["items"].EnumerateArray()];

    sealed class GoneAway : ITeaserPublisher
    {
        public Task<DeliveryOutcome> Publish(TeaserPublication publication, CancellationToken cancellation) => Task.FromResult<DeliveryOutcome>(new DeliveryOutcome.GiveUp("The endpoint is gone (410)."));
    }

    [Fact]
    public async Task Two_workers_prepare_each_teaser_once()
    {
        var seller = await World.Merchant();
        var footage = await TeaserWorld.Footage(seller);
        string[] made = [await TeaserWorld.Teaser(seller, footage: footage), await TeaserWorld.Teaser(seller, footage: footage), await TeaserWorld.Teaser(seller, footage: footage)];
        await Task.WhenAll(teasers.Prepare(), teasers.Prepare());
        foreach (var teaser in made)
        {
            (await seller.Caller.Get($"/v1/teasers/{teaser}/history"))["events"].EnumerateArray().Count(fact => fact.GetProperty("type").GetString() == "teaser_prepared").ShouldBe(1);
            TeaserWorld.FilesOf(host, teaser).Count(file => file.EndsWith("video.mp4", StringComparison.Ordinal)).ShouldBe(1);
        }
        host.Media.ShouldAllBe(file => !file.StartsWith("work", StringComparison.Ordinal) && !file.StartsWith("incoming", StringComparison.Ordinal));
    }

    static object Minute(int minute, string amount) => new
    {
        minute, views = 10, viewers = 8, interactions = 4, newFollowers = 1, productClicks = 6, orders = 2, units = 3, gmv = new[] { new { productId = "1729", gmv = new { amount, currency = "IDR" } } },
    };

    // a body that says more than it sends, and then nothing
    async Task CutOff(Seller seller)
    {
        using var socket = new TcpClient();
        await socket.ConnectAsync(host.Http.BaseAddress!.Host, host.Http.BaseAddress.Port, TestContext.Current.CancellationToken);
        var token = host.Tokens.For("merchant", seller.Party, user: "sel-1");
        await using (var stream = socket.GetStream())
        {
            await stream.WriteAsync(Encoding.ASCII.GetBytes($"POST /v1/footage HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer {token}\r\nIdempotency-Key: cut-off\r\nContent-Type: video/mp4\r\nContent-Length: 500000\r\n\r\n"), TestContext.Current.CancellationToken);
            await stream.WriteAsync(new byte[100_000], TestContext.Current.CancellationToken);
            while (!host.Media.Any(file => file.StartsWith("incoming", StringComparison.Ordinal))) await Task.Delay(1, TestContext.Current.CancellationToken);
        }
        socket.Close();
        while (host.Media.Any(file => file.StartsWith("incoming", StringComparison.Ordinal))) await Task.Delay(1, TestContext.Current.CancellationToken);
    }
}
