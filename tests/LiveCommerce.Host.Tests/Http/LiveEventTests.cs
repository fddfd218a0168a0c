using System.Net;
using LiveCommerce.Kernel;

namespace LiveCommerce.Tests.Http;

/// <summary>LIVE Events over HTTP: what a buyer sees and asks for, what the shop and the platform see of it.</summary>
public sealed class LiveEventTests(TestHost host) : IClassFixture<TestHost>
{
    const string Ayu = "usr-ayu-7781";
    readonly World world = new(host);

    Caller Buyer => Of(Ayu);

    static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact, Rule("PLAN-14")]
    public async Task A_buyer_subscribes_once_and_takes_it_back()
    {
        var (seller, plan) = await Planned();
        (await Buyer.Get(Path(plan)))["isSubscribed"].GetBoolean().ShouldBeFalse();

        var first = (await Buyer.Post($"{Path(plan)}/subscribe")).ShouldBe(HttpStatusCode.OK);
        first["recorded"].GetBoolean().ShouldBeTrue();
        first.Id.ShouldStartWith("sub_");
        (await Buyer.Post($"{Path(plan)}/subscribe")).ShouldBe(HttpStatusCode.OK)["recorded"].GetBoolean().ShouldBeFalse();
        (await Of("usr-budi").Post($"{Path(plan)}/subscribe")).ShouldBe(HttpStatusCode.OK);
        (await Buyer.Get(Path(plan)))["isSubscribed"].GetBoolean().ShouldBeTrue();
        (await seller.Caller.Get(Path(plan)))["subscribers"].GetInt32().ShouldBe(2);

        (await Buyer.Post($"{Path(plan)}/unsubscribe")).ShouldBe(HttpStatusCode.OK)["recorded"].GetBoolean().ShouldBeTrue();
        (await Buyer.Post($"{Path(plan)}/unsubscribe")).ShouldBe(HttpStatusCode.OK)["recorded"].GetBoolean().ShouldBeFalse();
        (await seller.Caller.Get(Path(plan)))["subscribers"].GetInt32().ShouldBe(1);
        (await world.Auditor.Get($"/v1/history/{first.Id}/explanation"))["status"].GetString().ShouldBe("Unsubscribed");
    }

    [Fact, Rule("PLAN-13"), Rule("PRE-04")]
    public async Task A_buyer_sees_what_is_public_and_no_more()
    {
        var (_, plan) = await Planned();
        var seen = (await Buyer.Get(Path(plan))).ShouldBe(HttpStatusCode.OK);
        seen.Body.EnumerateObject().Select(field => field.Name).ShouldBe(["plan", "title", "status", "startsAt", "endsAt", "localStart", "zone", "products", "isSubscribed"]);
        (seen["title"].GetString(), seen["status"].GetString(), seen["zone"].GetString()).ShouldBe(("Batik night", "Scheduled", "Asia/Jakarta"));
        (await Buyer.Get(Path(new LivePlanId(Guid.CreateVersion7()).ToString()))).ShouldBeProblem(404, "not-found");
        (await Buyer.Get("/v1/live-events/pln_1")).ShouldBeProblem(400, "request.malformed");
    }

    [Fact, Rule("PLAN-14")]
    public async Task The_platform_subscribes_a_buyer_and_nobody_else_does()
    {
        var (seller, plan) = await Planned();
        (await world.Admin.Post($"{Path(plan)}/subscribe")).ShouldBeProblem(400, "request.malformed")["field"].GetString().ShouldBe("subscriber");
        (await world.Admin.Post($"{Path(plan)}/subscribe", new { subscriber = Ayu })).ShouldBe(HttpStatusCode.OK)["recorded"].GetBoolean().ShouldBeTrue();
        (await Buyer.Get(Path(plan)))["isSubscribed"].GetBoolean().ShouldBeTrue();
        (await Of("usr-budi").Post($"{Path(plan)}/unsubscribe", new { subscriber = Ayu })).ShouldBeProblem(404, "not-found");
        (await seller.Caller.Post($"{Path(plan)}/subscribe", new { subscriber = Ayu })).ShouldBeProblem(403, "sign-in.role-not-allowed");
        (await (await world.Merchant()).Caller.Get(Path(plan))).ShouldBeProblem(404, "not-found");
        (await (await world.Creator()).Caller.Get(Path(plan))).ShouldBeProblem(403, "sign-in.role-not-allowed");
        (await world.Admin.Post($"{Path(plan)}/unsubscribe", new { subscriber = Ayu })).ShouldBe(HttpStatusCode.OK)["recorded"].GetBoolean().ShouldBeTrue();
    }

    [Fact, Rule("C48")]
    public async Task What_was_cancelled_says_so_and_takes_no_subscription()
    {
        var (seller, plan) = await Planned();
        await Buyer.Post($"{Path(plan)}/subscribe");
        (await seller.Caller.Write(HttpMethod.Delete, $"/v1/plans/{plan}", null)).ShouldBe(HttpStatusCode.OK)["details"].GetProperty("affected_subscribers").GetString().ShouldBe("1");
        (await Buyer.Get(Path(plan)))["status"].GetString().ShouldBe("Cancelled");
        (await Of("usr-budi").Post($"{Path(plan)}/subscribe")).ShouldBeProblem(422, "live-event.cancelled");
        (await Buyer.Post($"{Path(plan)}/unsubscribe")).ShouldBeProblem(422, "live-event.settled");
    }

    [Fact]
    public async Task Who_a_buyer_is_stands_in_no_fact_and_no_receipt()
    {
        var (seller, plan) = await Planned();
        var subscription = (await Buyer.Post($"{Path(plan)}/subscribe")).Id;
        (await Ask("""
            select count(*) from (select row_to_json(e)::text as line from mt_events e union all select row_to_json(c)::text from lc_commands c
                union all select row_to_json(s)::text from lc_subscriptions s union all select row_to_json(o)::text from lc_outbox o) as lines where line like '%usr-ayu-7781%'
            """)).ShouldBe(0);
        (await Ask("select count(*) from lc_personal where value = 'usr-ayu-7781'")).ShouldBeGreaterThan(0);
        (await world.Auditor.Get($"/v1/subscriptions/{subscription}/history"))["events"].GetArrayLength().ShouldBe(1);
        (await seller.Caller.Get($"/v1/subscriptions/{subscription}/history")).ShouldBeProblem(404, "not-found");
    }

    Caller Of(string buyer) => new(host.Http, host.Tokens.For("buyer", user: buyer));

    static string Path(string plan) => $"/v1/live-events/{plan}";

    async Task<(Seller Seller, string Plan)> Planned()
    {
        var seller = await world.Merchant();
        return (seller, await World.Planned(seller));
    }

    async Task<long> Ask(string sql)
    {
        await using var command = host.Database.CreateCommand(sql);
        return (long)(await command.ExecuteScalarAsync(Cancellation))!;
    }
}
