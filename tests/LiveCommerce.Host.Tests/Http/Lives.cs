using System.Net;

namespace LiveCommerce.Tests.Http;

/// <summary>LIVE sessions of a test, made through the API alone.</summary>
static class Lives
{
    internal static async Task<string> Started(Seller seller, double hoursAgo = 1, string? plan = null, Caller? by = null) =>
        (await (by ?? seller.Caller).Post("/v1/sessions", new { account = seller.Account, plan, startedAt = World.Time(-hoursAgo) })).ShouldBe(HttpStatusCode.Created).Id;

    internal static object Minute(int minute, int views = 10, int orders = 2, params object[] gmv) => new
    {
        minute, views, viewers = 8, entries = 5, interactions = 4, newFollowers = 1, cartExposures = 200, productClicks = 6, orders, units = 3,
        gmv = gmv.Length > 0 ? gmv : [Sold("25.00")],
    };

    internal static object Sold(string amount, string? productId = "1729", string currency = "MYR") => new { productId, gmv = new { amount, currency } };

    internal static object Tell(params object[] minutes) => new { minutes };

    internal static object[] Minutes(int first, int count) => [.. Enumerable.Range(first, count).Select(minute => Minute(minute))];
}
