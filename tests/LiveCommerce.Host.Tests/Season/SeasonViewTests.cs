using System.Net;
using System.Text.Json;
using LiveCommerce.Host.Http.Reading;
using LiveCommerce.Host.Season;
using LiveCommerce.Kernel;
using LiveCommerce.Tests.Http;
using NodaTime;
using Caller = LiveCommerce.Tests.Http.Caller;

namespace LiveCommerce.Tests.Season;

/// <summary>For everybody of the sample season, at moments before, within and after every window: each tab, badge and column equals SQL over the raw events.</summary>
public sealed class SeasonViewTests(TestHost host) : IClassFixture<TestHost>
{
    static readonly SeasonDay Day = SeasonDay.Of(TimeProvider.System.Now());

    /// <summary>In days from the season's: moments within windows and just before they close; each window's own edges are added.</summary>
    static readonly double[] Between = [-36, -34.9, -20.000001, -18.000001, -14.000001, -8.625, -8.624999, 0.4, 179.999, 209.999, 300];

    static readonly SeasonCrowd Crowd = new(Day, SeasonScale.Usual);

    static IEnumerable<Actor> Named => SeasonParties.Merchants.Select(merchant => merchant.Actor).Concat(SeasonParties.Creators.Select(creator => creator.Actor));

    static IEnumerable<Actor> Others => Crowd.Merchants.Select(merchant => merchant.Actor).Concat(Crowd.Creators.Select(creator => creator.Actor));

    static IEnumerable<Moment> Moments => SeasonFairs.All.Select(fair => fair.Terms(Day))
        .SelectMany(terms => (Moment[])[terms.RegistrationWindow.Start, terms.RegistrationWindow.End, terms.Period.Start, terms.Period.End])
        .Concat(Between.Select(days => Day.Start + Duration.FromDays(days))).Distinct().Order();

    int compared;

    [Fact]
    [Rule("CAMP-03"), Rule("CAMP-04"), Rule("CAMP-05"), Rule("CAMP-11"), Rule("C34"), Rule("C36"), Rule("RREC-01"), Rule("RREC-02"), Rule("RREC-04"), Rule("RREC-05"), Rule("RREC-06"), Rule("RREC-07"), Rule("RREC-10")]
    public async Task What_everybody_sees_is_what_the_raw_events_say()
    {
        (await new SeasonLoader(LiveCommerceModel.Default, host.Log).Load(TimeProvider.System.Now(), TestContext.Current.CancellationToken)).ShouldBeGreaterThan(0);
        var seen = 0;
        foreach (var moment in Moments) seen += await Compare(moment);

        // and once more after an end was moved and a campaign was cut short
        var world = new World(host);
        host.Clock.StandsAt = Day.At(150);
        (await world.Admin.Post($"/v1/campaigns/{SeasonCampaigns.FridayNights}/extend", new { registrationEnd = Day.At(190).ToString() })).ShouldBe(HttpStatusCode.OK);
        foreach (var days in new[] { 150, 185, 190 }) seen += await Compare(Day.At(days));
        host.Clock.StandsAt = Day.At(160);
        (await world.Admin.Post($"/v1/campaigns/{SeasonCampaigns.FridayNights}/end", new { reason = "Storm" })).ShouldBe(HttpStatusCode.OK);
        foreach (var days in new[] { 155, 160, 170 }) seen += await Compare(Day.At(days));
        seen.ShouldBeGreaterThan(6_000);
    }

    async Task<int> Compare(Moment now)
    {
        host.Clock.StandsAt = now;
        var raw = new RawEvents(host.Database, now.Instant.ToDateTimeUtc());
        var lines = 0;
        // each of the named parties at every third moment, the others in turn
        compared++;
        foreach (var actor in Named.Where((_, index) => (index + compared) % 3 == 0).Concat(Others.Where((_, index) => (index + compared) % 16 == 0)))
        {
            var (kind, id) = (actor.Party!.Kind.ToString(), actor.Party.Id);
            var caller = CallerOf(actor);
            lines += await Same(raw.All(false), caller, "/v1/campaigns?tab=all", Id, now, actor);
            lines += await Same(raw.All(true), caller, "/v1/campaigns?tab=all&showEnded=true", Id, now, actor);
            lines += await Same(raw.Open(), caller, "/v1/campaigns?tab=open", Id, now, actor);
            lines += await Same(raw.Registered(kind, id), caller, "/v1/campaigns?tab=registered", RegisteredLine, now, actor);
            lines += await Same(raw.Records(kind, id, actor.Role == ActorRole.Merchant ? "SellerCenter" : "LiveManager"), caller, "/v1/registrations", RecordLine, now, actor, 9);
            (await caller.Get("/v1/campaigns/badge")).ShouldBe(HttpStatusCode.OK)["canRegister"].GetInt32().ShouldBe(await raw.Badge(kind, id), $"{actor} {now}");
        }
        var platform = new[] { SeasonParties.Reviewer, SeasonParties.Admin, SeasonParties.Auditor }[compared % 3];
        foreach (var campaign in SeasonFairs.All)
            lines += await Same(raw.RecordsOf(campaign.Id.Value), CallerOf(platform), $"/v1/campaigns/{campaign.Id}/registrations", RecordLine, now, platform, 90);
        return lines;
    }

    static async Task<int> Same(Task<List<string>> expected, Caller caller, string path, Func<JsonElement, string> line, Moment now, Actor actor, int limit = 5)
    {
        var shown = new List<string>();
        for (var cursor = ""; cursor is not null;)
        {
            var page = (await caller.Get($"{path}{(path.Contains('?') ? '&' : '?')}limit={limit}{(cursor == "" ? "" : "&cursor=" + cursor)}")).ShouldBe(HttpStatusCode.OK);
            shown.AddRange(page["items"].EnumerateArray().Select(line));
            cursor = page["next"].GetString();
        }
        shown.ShouldBe(await expected, $"{path} for {actor} at {now}");
        return shown.Count;
    }

    static string RegisteredLine(JsonElement item) =>
        $"{Id(item)} {item.GetProperty("actions").EnumerateObject().Single(action => action.Name != "register").Name} {item.GetProperty("slots").GetProperty("used")}";

    static string RecordLine(JsonElement item)
    {
        var columns = item.GetProperty("columns");
        var level = columns.GetProperty("sessionLevel");
        var status = columns.GetProperty("status");
        var hover = status.GetProperty("onHover");
        var cancel = item.GetProperty("actions").TryGetProperty("cancel", out var verdict) && verdict.GetProperty("allowed").GetBoolean();
        return $"{Uuid<RegistrationId>(columns.GetProperty("sessionId"))} {level.GetProperty("icon")} {List(level.GetProperty("shown"))} /{List(level.GetProperty("onHover"))} "
            + $"{Range(columns.GetProperty("livePeriod").GetProperty("shown"))}/{Range(columns.GetProperty("livePeriod").GetProperty("onHover"))} {columns.GetProperty("mainCategory")} "
            + $"{status.GetProperty("shown")}/{In(hover, "expiryReason")}/{In(hover, "reason")} {columns.GetProperty("registeredAt")} {columns.GetProperty("resource")} "
            + $"{columns.GetProperty("opsName").GetString() ?? "-"} cancel:{(cancel ? "true" : "false")}";
    }

    static string Id(JsonElement item) => Uuid<CampaignId>(item.GetProperty("id"));

    static string Uuid<TId>(JsonElement id) where TId : struct, ITypedId<TId> => TypeId.TryParse<TId>(id.GetString(), out var parsed) ? parsed.Value.ToString() : "?";

    static string List(JsonElement list) => list.ValueKind == JsonValueKind.Array ? string.Join(',', list.EnumerateArray()) : "";

    static string Range(JsonElement range) => range.ValueKind == JsonValueKind.Object ? $"{range.GetProperty("start")}-{range.GetProperty("end")}" : "";

    static string In(JsonElement hover, string name) => hover.ValueKind == JsonValueKind.Object ? hover.GetProperty(name).ToString() : "";

    Caller CallerOf(Actor actor) => new(host.Http, actor.Role switch
    {
        ActorRole.Merchant => host.Tokens.For("merchant", actor.Party!.ToString(), user: actor.UserId),
        ActorRole.Creator => host.Tokens.For("creator", creator: actor.Party!.ToString(), user: actor.UserId),
        ActorRole.OpsReviewer => host.Tokens.For("ops_reviewer", user: actor.UserId),
        ActorRole.OpsAdmin => host.Tokens.For("ops_admin", user: actor.UserId),
        _ => host.Tokens.For("auditor", user: actor.UserId),
    });
}
