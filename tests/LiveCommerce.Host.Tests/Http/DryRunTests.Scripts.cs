using System.Net;
using System.Text.Json;
using LiveCommerce.Host.Http.Reading;
using LiveCommerce.Tests.Media;

namespace LiveCommerce.Tests.Http;

// what is tried of plans, sessions and teasers
public sealed partial class DryRunTests
{
    async IAsyncEnumerable<(Caller Caller, HttpMethod Method, string Path, object? Body)> PlanScript()
    {
        var seller = await world.Merchant();
        yield return (seller.Caller, HttpMethod.Post, "/v1/plans", World.Plan());
        var plan = $"/v1/plans/{await World.Planned(seller)}";
        yield return (seller.Caller, HttpMethod.Put, $"{plan}/products", World.Products("P3"));
        yield return (seller.Caller, HttpMethod.Put, $"{plan}/promotion-tools", World.Tools());
        yield return (seller.Caller, HttpMethod.Put, $"{plan}/technical-check", new { uploadKbps = 8000, hasSecondDevice = true });
        yield return (seller.Caller, HttpMethod.Put, $"{plan}/sales-estimate", new { estimates = new[] { new { productId = "P1", units = 40 } } });
        yield return (seller.Caller, HttpMethod.Put, $"{plan}/run-sheet", new { segments = new[] { new { kind = "Product", minutes = 4, productId = "P1", note = "Show the weave" } } });
        yield return (seller.Caller, HttpMethod.Put, $"{plan}/reference-cards", new { productId = "P1", points = new[] { "Hand-drawn" } });
        yield return (seller.Caller, HttpMethod.Post, $"{plan}/reschedule", new { schedule = new { date = World.Date(5), time = "20:00", minutes = 90 } });
        yield return (seller.Caller, HttpMethod.Delete, plan, null);
        var liveEvent = plan.Replace("plans", "live-events", StringComparison.Ordinal);
        yield return (world.Admin, HttpMethod.Post, $"{liveEvent}/subscribe", new { subscriber = "usr-ayu" });
        await world.Admin.Post($"{liveEvent}/subscribe", new { subscriber = "usr-ayu" });
        yield return (world.Admin, HttpMethod.Post, $"{liveEvent}/unsubscribe", new { subscriber = "usr-ayu" });
        await Lives.Started(seller, hoursAgo: 0, plan: plan.Split('/')[^1]);
        var notification = await new Told(host).GivenUp(plan.Split('/')[^1]);
        yield return (world.Admin, HttpMethod.Post, $"/v1/notifications/{notification}/resend", null);
    }

    async IAsyncEnumerable<(Caller Caller, HttpMethod Method, string Path, object? Body)> SessionScript()
    {
        var seller = await world.Merchant();
        yield return (seller.Caller, HttpMethod.Post, "/v1/sessions", new { account = seller.Account });
        var session = $"/v1/sessions/{await Lives.Started(seller)}";
        yield return (seller.Caller, HttpMethod.Post, $"{session}/figures", Lives.Tell(Lives.Minute(0)));
        var start = Documents.Seconds(-1);
        yield return (seller.Caller, HttpMethod.Post, $"{session}/import", Sent(Documents.Minutes(start, start + 600, Documents.Intervals(start, 10))));
        yield return (seller.Caller, HttpMethod.Post, $"{session}/end", null);
        yield return (seller.Caller, HttpMethod.Post, "/v1/sessions/import", Sent(Documents.List(Documents.Live("7301", Documents.Seconds(-50), Documents.Seconds(-48)))));
    }

    async IAsyncEnumerable<(Caller Caller, HttpMethod Method, string Path, object? Body)> TeaserScript()
    {
        var teasers = new TeaserWorld(host);
        var seller = await world.Merchant();
        var (plan, peak) = (await World.Planned(seller), World.Time(-1));
        yield return (seller.Caller, HttpMethod.Post, $"/v1/plans/{plan}/promotional-videos", World.Products("P1"));
        yield return (seller.Caller, HttpMethod.Post, $"/v1/plans/{plan}/outside-teasers", new { hasProductLinks = false });
        yield return (seller.Caller, HttpMethod.Post, "/v1/calendar/link", null);
        await seller.Caller.Post("/v1/calendar/link");
        yield return (seller.Caller, HttpMethod.Post, "/v1/calendar/link/revoke", null);
        var session = await Lives.Started(seller, hoursAgo: 2);
        var film = await TeaserWorld.Film();
        var recording = (await seller.Caller.PutFootage(film, $"?session={session}&startsAt={peak}")).ShouldBe(HttpStatusCode.Created).Id;
        yield return (seller.Caller, HttpMethod.Post, "/v1/teasers/from-highlight", new { footage = recording, peak, plan });
        var footage = (await seller.Caller.PutFootage(film)).ShouldBe(HttpStatusCode.Created).Id;
        yield return (seller.Caller, HttpMethod.Post, "/v1/teasers/from-upload", new { footage, plan });

        var linked = $"/v1/teasers/{await TeaserWorld.Teaser(seller, plan, footage)}";
        yield return (seller.Caller, HttpMethod.Delete, $"{linked}/plan", null);
        var posted = $"/v1/teasers/{await teasers.Posted(seller, footage: footage)}";
        yield return (seller.Caller, HttpMethod.Post, $"{posted}/edits", new { caption = "Tonight" });
        yield return (seller.Caller, HttpMethod.Post, $"{posted}/figures", new { measuredAt = host.Clock.Now().ToString(), views = 90, newViewers = 8, newFollowers = 1, roomEntries = 3 });
        yield return (seller.Caller, HttpMethod.Delete, posted, null);

        var begun = await TeaserWorld.Teaser(seller, footage: footage);
        var teaser = $"/v1/teasers/{begun}";
        yield return (seller.Caller, HttpMethod.Put, $"{teaser}/plan", new { plan });
        yield return (seller.Caller, HttpMethod.Put, $"{teaser}/story", new { points = new[] { "ProductAtOnce" } });
        yield return (seller.Caller, HttpMethod.Put, $"{teaser}/description", TeaserWorld.Description());
        await teasers.Fail(begun);
        yield return (seller.Caller, HttpMethod.Post, $"{teaser}/preparation", null);
        var ready = await TeaserWorld.Teaser(seller, footage: footage);
        await teasers.Prepare();
        (await seller.Caller.Write(HttpMethod.Put, $"/v1/teasers/{ready}/description", TeaserWorld.Description())).ShouldBe(HttpStatusCode.OK);
        yield return (seller.Caller, HttpMethod.Post, $"/v1/teasers/{ready}/post", null);
    }

    static JsonElement Sent(string document) => JsonSerializer.Deserialize<JsonElement>(document);
}
