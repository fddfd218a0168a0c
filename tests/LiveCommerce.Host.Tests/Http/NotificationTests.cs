using System.Net;
using LiveCommerce.Kernel;

namespace LiveCommerce.Tests.Http;

/// <summary>From a plan to what its subscribers are told, over HTTP; what a host does beside requests is done by hand.</summary>
public sealed class NotificationTests(TestHost host) : IClassFixture<TestHost>
{
    readonly World world = new(host);
    readonly Told told = new(host);

    [Fact, Rule("PLAN-15"), Rule("PLAN-16"), Rule("PRE-04")]
    public async Task A_start_is_told_to_each_subscriber_once_and_the_receiver_shows_one()
    {
        var seller = await world.Merchant();
        var plan = await World.Planned(seller);
        foreach (var buyer in (string[])["usr-ayu", "usr-budi"]) (await Buyer(buyer).Post($"/v1/live-events/{plan}/subscribe")).ShouldBe(HttpStatusCode.OK);
        (await Rows(plan)).ShouldBeEmpty();
        await told.Run();
        var session = await Lives.Started(seller, hoursAgo: 0, plan: plan);
        await told.Run();
        await told.Run();

        var rows = await Rows(plan);
        rows.Select(row => (row["kind"], row["session"], row["state"], row["received"], row["audience"])).Order().ShouldBe(
        [
            ("LiveStarted", session, "Delivered", "1", "followers"), ("LiveStarted", session, "Delivered", "1", "subscriber"), ("LiveStarted", session, "Delivered", "1", "subscriber"),
        ]);
        rows.Select(row => row["id"]).Distinct().Count().ShouldBe(3);
        (await Buyer("usr-ayu").Get($"/v1/live-events/{plan}"))["status"].GetString().ShouldBe("Live");
        (await Buyer("usr-citra").Post($"/v1/live-events/{plan}/subscribe")).ShouldBeProblem(422, "live-event.started");
    }

    [Fact, Rule("PLAN-01"), Rule("PLAN-06"), Rule("PLAN-07"), Rule("PLAN-14"), Rule("PLAN-15")]
    public async Task From_a_bare_plan_point_by_point_to_one_notification_for_each_subscriber()
    {
        var seller = await world.Merchant();
        var plan = (await seller.Caller.Post("/v1/plans", new { title = "Batik night", description = "Shawls", schedule = new { date = World.Date(3), time = "20:00", minutes = 90 }, products = (string[])["P1"], promotionTools = Array.Empty<string>() })).ShouldBe(HttpStatusCode.Created).Id;
        (await Foundation(seller, plan)).ShouldBe("NotMet NotMet NotMet");
        (await seller.Caller.Write(HttpMethod.Put, $"/v1/plans/{plan}/products", World.Products("P1", "P2"))).ShouldBe(HttpStatusCode.OK);
        (await Foundation(seller, plan)).ShouldBe("Met NotMet NotMet");
        (await seller.Caller.Write(HttpMethod.Put, "/v1/promotion-tools/T1", new { kind = "FlashSale", status = "Active", products = (string[])["P1"] })).ShouldBe(HttpStatusCode.OK);
        (await seller.Caller.Write(HttpMethod.Put, $"/v1/plans/{plan}/promotion-tools", World.Tools("T1"))).ShouldBe(HttpStatusCode.OK);
        (await Foundation(seller, plan)).ShouldBe("Met Met NotMet");
        (await seller.Caller.Post($"/v1/plans/{plan}/outside-teasers", new { hasProductLinks = false })).ShouldBe(HttpStatusCode.OK);
        (await Foundation(seller, plan)).ShouldBe("Met Met Met");

        string[] buyers = ["usr-ayu", "usr-budi", "usr-citra"];
        foreach (var buyer in buyers) (await Buyer(buyer).Post($"/v1/live-events/{plan}/subscribe")).ShouldBe(HttpStatusCode.OK);
        await Lives.Started(seller, hoursAgo: 0, plan: plan);
        for (var round = 0; round < 3; round++) await told.Run();
        var rows = await Rows(plan);
        rows.Where(row => row["subscriber"] is not null).Select(row => row["subscriber"]).Order().ShouldBe(buyers.Select(buyer => SubscriberId.Of(buyer).ToString()).Order());
        (rows.Count, rows.Select(row => row["id"]).Distinct().Count(), rows.All(row => (row["state"], row["received"], row["attempts"]) == ("Delivered", "1", "1"))).ShouldBe((4, 4, true));
        (await seller.Caller.Post("/v1/sessions", new { account = seller.Account, plan })).Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        await told.Run();
        (await Rows(plan)).Select(row => row["id"]).ShouldBe(rows.Select(row => row["id"]));
    }

    [Fact, Rule("BEY-12"), Rule("C48")]
    public async Task A_deletion_says_how_many_it_affects_and_a_rescheduling_tells_them_of_the_next_plan()
    {
        var seller = await world.Merchant();
        var plan = await World.Planned(seller);
        foreach (var buyer in (string[])["usr-ayu", "usr-budi", "usr-citra"]) await Buyer(buyer).Post($"/v1/live-events/{plan}/subscribe");
        await Buyer("usr-citra").Post($"/v1/live-events/{plan}/unsubscribe");
        (await seller.Caller.Get($"/v1/plans/{plan}"))["subscribers"].GetInt32().ShouldBe(2);
        (await seller.Caller.Write(HttpMethod.Delete, $"/v1/plans/{plan}?dryRun=true", null))["details"].GetProperty("affected_subscribers").GetString().ShouldBe("2");
        var moved = (await seller.Caller.Post($"/v1/plans/{plan}/reschedule", new { schedule = new { date = World.Date(5), time = "20:00", minutes = 90 } })).ShouldBe(HttpStatusCode.Created);
        moved["details"].GetProperty("affected_subscribers").GetString().ShouldBe("2");
        await told.Run();
        (await Rows(plan)).Select(row => (row["kind"], row["rescheduledTo"], row["audience"])).ShouldBe([("LiveRescheduled", moved.Id, "subscriber"), ("LiveRescheduled", moved.Id, "subscriber")]);
        (await Buyer("usr-ayu").Get($"/v1/live-events/{plan}"))["rescheduledTo"].GetString().ShouldBe(moved.Id);
    }

    [Fact, Rule("PLAN-15")]
    public async Task What_was_given_up_is_seen_and_sent_again()
    {
        var seller = await world.Merchant();
        var plan = await World.Planned(seller);
        await Lives.Started(seller, hoursAgo: 0, plan: plan);
        var id = await told.GivenUp(plan);
        (await Listed("/v1/notifications?state=Dead")).ShouldContain(row => row["id"] == id && row["lastError"] == "The endpoint is gone (410).");
        (await world.Reviewer.Post($"/v1/notifications/{id}/resend")).ShouldBeProblem(403, "sign-in.role-not-allowed");
        (await world.Admin.Post($"/v1/notifications/{id}/resend")).ShouldBe(HttpStatusCode.OK)["recorded"].GetBoolean().ShouldBeTrue();
        await told.Run();
        (await world.Auditor.Get($"/v1/notifications/{id}"))["state"].GetString().ShouldBe("Delivered");
        (await world.Admin.Post($"/v1/notifications/{id}/resend")).ShouldBeProblem(422, "notification.not-dead");
        (await Rows(plan)).Count.ShouldBe(1);
    }

    [Fact]
    public async Task The_list_is_paged_and_bad_questions_are_refused()
    {
        var seller = await world.Merchant();
        var plan = await World.Planned(seller);
        foreach (var number in Enumerable.Range(0, 4)) await Buyer($"usr-{number}").Post($"/v1/live-events/{plan}/subscribe");
        await Lives.Started(seller, hoursAgo: 0, plan: plan);
        await told.Run();
        var first = await world.Auditor.Get($"/v1/notifications?plan={plan}&limit=3");
        var second = await world.Auditor.Get($"/v1/notifications?plan={plan}&limit=3&cursor={first["next"].GetString()}");
        first["items"].EnumerateArray().Concat(second["items"].EnumerateArray()).Select(item => item.GetProperty("id").GetString()).Distinct().Count().ShouldBe(5);
        second["next"].GetString().ShouldBeNull();
        foreach (var bad in (string[])["", "?state=Delivered", "?state=dead", "?plan=pln_1", $"?plan={plan}&state=Dead", "?state=Dead&cursor=x", "?state=Dead&limit=0"])
            (await world.Auditor.Get($"/v1/notifications{bad}")).ShouldBeProblem(400, "request.malformed");
        (await world.Auditor.Get($"/v1/notifications/{new LiveCommerce.LiveEvents.NotificationId(Guid.CreateVersion7())}")).ShouldBeProblem(404, "not-found");
        (await seller.Caller.Get($"/v1/notifications?plan={plan}")).ShouldBeProblem(403, "sign-in.role-not-allowed");
    }

    static async Task<string> Foundation(Seller seller, string plan) => string.Join(' ', (await seller.Caller.Get($"/v1/plans/{plan}/readiness")).ShouldBe(HttpStatusCode.OK)["items"].EnumerateArray()
        .Where(item => item.GetProperty("weight").GetString() == "Foundation").Select(item => item.GetProperty("state").GetString()));

    Caller Buyer(string id) => new(host.Http, host.Tokens.For("buyer", user: id));

    Task<List<Dictionary<string, string?>>> Rows(string plan) => Listed($"/v1/notifications?plan={plan}");

    async Task<List<Dictionary<string, string?>>> Listed(string path) =>
        [.. (await world.Auditor.Get(path)).ShouldBe(HttpStatusCode.OK)["items"].EnumerateArray().Select(item => item.EnumerateObject().ToDictionary(field => field.Name, field => field.Value.ValueKind == System.Text.Json.JsonValueKind.Null ? null : field.Value.ToString()))];
}
