using System.Net;
using LiveCommerce.Kernel;
using NodaTime;

namespace LiveCommerce.Tests.Http;

/// <summary>What leads up to a LIVE, in one list by time.</summary>
public sealed class TimelineTests(TestHost host) : IClassFixture<TestHost>, IDisposable
{
    readonly World world = new(host);

    public void Dispose() => host.Clock.StandsAt = null;

    [Fact, Rule("BEY-14"), Rule("C5")]
    public async Task What_was_posted_is_done_and_the_rest_becomes_late_and_is_missed()
    {
        var seller = await world.Merchant();
        var plan = $"/v1/plans/{await World.Planned(seller)}";
        (await States(seller.Caller, plan)).ShouldBe("PromotionalVideo Upcoming, Teaser Upcoming, PromotionalVideo Upcoming, PromotionalVideo Upcoming, Teaser Upcoming, Live Upcoming");
        var start = DateTimeOffset.Parse((await seller.Caller.Get(plan))["schedule"].GetProperty("startsAt").GetString()!, System.Globalization.CultureInfo.InvariantCulture);

        host.Clock.StandsAt = Moment.From(Instant.FromDateTimeOffset(start.AddHours(-23)));
        (await seller.Caller.Post($"{plan}/promotional-videos", World.Products("P1"))).Status.ShouldBe(HttpStatusCode.OK);
        (await States(seller.Caller, plan)).ShouldBe("PromotionalVideo Missed, Teaser Late, PromotionalVideo Done, PromotionalVideo Upcoming, Teaser Upcoming, Live Upcoming");
        (await seller.Caller.Post($"{plan}/outside-teasers", new { hasProductLinks = false })).Status.ShouldBe(HttpStatusCode.OK);
        host.Clock.StandsAt = Moment.From(Instant.FromDateTimeOffset(start.AddHours(-10)));
        (await States(world.Auditor, plan)).ShouldBe("PromotionalVideo Missed, Teaser Done, PromotionalVideo Done, PromotionalVideo Upcoming, Teaser Upcoming, Live Upcoming");
    }

    [Fact, Rule("BEY-14")]
    public async Task It_is_its_shop_s_and_the_platform_s()
    {
        var plan = $"/v1/plans/{await World.Planned(await world.Merchant())}";
        (await (await world.Merchant()).Caller.Get($"{plan}/timeline")).ShouldBeProblem(404, "not-found");
        (await (await world.Creator()).Caller.Get($"{plan}/timeline")).ShouldBeProblem(403, "sign-in.role-not-allowed");
        (await world.Admin.Get("/v1/plans/pln_1/timeline")).ShouldBeProblem(400, "request.malformed");
    }

    static async Task<string> States(Caller caller, string plan) => string.Join(", ",
        (await caller.Get($"{plan}/timeline")).ShouldBe(HttpStatusCode.OK)["items"].EnumerateArray().Select(item => $"{item.GetProperty("kind").GetString()} {item.GetProperty("state").GetString()}"));
}
