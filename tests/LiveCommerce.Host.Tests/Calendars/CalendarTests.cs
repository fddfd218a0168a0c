using System.Net;
using LiveCommerce.Kernel;
using LiveCommerce.Tests.Http;


namespace LiveCommerce.Tests.Calendars;

/// <summary>A shop's calendar over HTTP: the secret link, and what whoever has it gets.</summary>
public sealed class CalendarTests(TestHost host) : IClassFixture<TestHost>
{
    readonly World world = new(host);

    [Fact, Rule("BEY-14"), Rule("BEY-12"), Rule("PLAN-13")]
    public async Task Whoever_has_the_link_sees_the_plans_and_follows_their_changes()
    {
        var seller = await world.Merchant();
        var plan = await World.Planned(seller);
        var link = await Link(seller.Caller);
        var judged = await Judged.Of(await Feed(link));
        var start = (await seller.Caller.Get($"/v1/plans/{plan}"))["schedule"].GetProperty("startsAt").GetString();
        (judged.Name, judged.Events.Count, judged["Batik"].Uid, judged["Batik"].Start, judged["Batik"].Zone).ShouldBe(("LIVE plans of Batik Laras", 6, $"{plan}@livecommerce", start, "Asia/Jakarta"));

        (await seller.Caller.Post($"/v1/plans/{plan}/outside-teasers", new { hasProductLinks = false, postedAt = World.Time(-1) })).ShouldBe(HttpStatusCode.OK);
        var next = (await seller.Caller.Post($"/v1/plans/{plan}/reschedule", new { schedule = new { date = World.Date(4), time = "19:00", minutes = 90 } })).Id;
        var moved = (await Judged.Of(await Feed(link)))["Batik"];
        (moved.Uid, moved.Sequence, moved.Status, moved.Local).ShouldBe(($"{plan}@livecommerce", 1, "CONFIRMED", $"{World.Date(4)}T19:00:00"));
        (await seller.Caller.Write(HttpMethod.Delete, $"/v1/plans/{next}", null)).ShouldBe(HttpStatusCode.OK);
        var gone = (await Judged.Of(await Feed(link)))["Batik"];
        (gone.Uid, gone.Sequence, gone.Status).ShouldBe(($"{plan}@livecommerce", 2, "CANCELLED"));
        (await Judged.Of(await Feed(await Link((await world.Merchant()).Caller)))).Events.ShouldBeEmpty();
    }

    [Fact, Rule("BEY-14")]
    public async Task A_link_is_known_to_its_maker_alone_and_a_new_or_revoked_one_leaves_the_old_one_leading_nowhere()
    {
        var seller = await world.Merchant();
        (await seller.Caller.Get("/v1/calendar"))["isShared"].GetBoolean().ShouldBeFalse();
        var (first, second) = (await Link(seller.Caller), await Link(seller.Caller));
        await Feed(second);
        (await seller.Caller.Get("/v1/calendar"))["isShared"].GetBoolean().ShouldBeTrue();
        (await seller.Caller.Post("/v1/calendar/link/revoke")).ShouldBe(HttpStatusCode.OK)["recorded"].GetBoolean().ShouldBeTrue();
        (await seller.Caller.Post("/v1/calendar/link/revoke")).ShouldBe(HttpStatusCode.OK)["recorded"].GetBoolean().ShouldBeFalse();

        var calendar = second.Split('/')[3];
        var other = (await Link((await world.Merchant()).Caller)).Split('/');
        var answers = new List<string>();
        foreach (var dead in new[] { first, second, $"/v1/calendars/{calendar}/{new string('a', 22)}.ics", $"/v1/calendars/{other[3]}/x.ics", $"/v1/calendars/{calendar}/{other[4]}", "/v1/calendars/cal_1/x.ics", $"/v1/calendars/{seller.Party}/x.ics" })
        {
            var answer = await world.Nobody.Get(dead);
            answer.ShouldBeProblem(404, "not-found");
            answers.Add($"{answer.Headers.ETag} {answer["errors"]}");
        }
        answers.Distinct().Count().ShouldBe(1);

        var history = (await seller.Caller.Get($"/v1/calendars/{calendar}/history")).ShouldBe(HttpStatusCode.OK)["events"].EnumerateArray().Select(fact => fact.GetProperty("sentence").GetString()).ToArray();
        (history.Length, history[0]!.Contains("made a secret link", StringComparison.Ordinal), history[^1]!.Contains("revoked the secret link", StringComparison.Ordinal)).ShouldBe((3, true, true));
        (await (await world.Merchant()).Caller.Get($"/v1/calendars/{calendar}/history")).ShouldBeProblem(404, "not-found");
    }

    [Fact, Rule("BEY-14"), Rule("ROLE-01")]
    public async Task A_link_is_its_shop_s_and_an_administrator_s_to_make()
    {
        var seller = await world.Merchant();
        await Feed(await Link(world.Admin, seller.Party));
        (await world.Reviewer.Post("/v1/calendar/link", new { merchant = seller.Party })).ShouldBeProblem(403, "sign-in.role-not-allowed");
        (await world.Admin.Post("/v1/calendar/link")).ShouldBeProblem(400, "request.malformed");
        (await (await world.Merchant()).Caller.Post("/v1/calendar/link", new { merchant = seller.Party })).ShouldBeProblem(404, "not-found");
        (await world.Admin.Post("/v1/calendar/link", new { merchant = TypeId.Format("mer", Guid.CreateVersion7()) })).ShouldBeProblem(404, "not-found");
        var key = Guid.NewGuid().ToString();
        var answer = await seller.Caller.Post("/v1/calendar/link", key: key);
        var again = await seller.Caller.Post("/v1/calendar/link", key: key);
        (again["receipt"].GetString(), again.Body.TryGetProperty("token", out _)).ShouldBe((answer["receipt"].GetString(), false));
        await Feed(Path(answer));
    }

    [Fact, Rule("BEY-14")]
    public async Task What_did_not_change_is_not_sent_again()
    {
        var seller = await world.Merchant();
        var plan = await World.Planned(seller);
        var link = await Link(seller.Caller);
        using var first = await host.Http.GetAsync(link, TestContext.Current.CancellationToken);
        (first.Content.Headers.ContentType!.ToString(), first.Headers.CacheControl!.ToString()).ShouldBe(("text/calendar; charset=utf-8", "no-cache, private"));
        var tag = first.Headers.ETag.ShouldNotBeNull().ToString();
        foreach (var asked in new[] { tag, $"W/{tag}", $"\"x\", {tag}", "*" })
        {
            using var same = await Ask(link, asked);
            (same.StatusCode, same.Headers.ETag!.ToString(), (await same.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).Length).ShouldBe((HttpStatusCode.NotModified, tag, 0));
        }
        using (var other = await Ask(link, "\"x\"")) other.StatusCode.ShouldBe(HttpStatusCode.OK);
        (await seller.Caller.Post("/v1/plans", World.Plan(5))).ShouldBe(HttpStatusCode.Created);
        using (var changed = await Ask(link, tag)) changed.StatusCode.ShouldBe(HttpStatusCode.OK);
        plan.ShouldNotBeEmpty();
    }

    async Task<HttpResponseMessage> Ask(string link, string tag)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, link);
        request.Headers.TryAddWithoutValidation("If-None-Match", tag).ShouldBeTrue();
        return await host.Http.SendAsync(request, TestContext.Current.CancellationToken);
    }

    async Task<string> Feed(string link)
    {
        using var answer = await host.Http.GetAsync(link, TestContext.Current.CancellationToken);
        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        return await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
    }

    static async Task<string> Link(Caller caller, string? merchant = null) => Path((await caller.Post("/v1/calendar/link", new { merchant })).ShouldBe(HttpStatusCode.OK));

    static string Path(Answer issued) => $"/v1/calendars/{issued.Id}/{issued["token"].GetString()}.ics";
}
