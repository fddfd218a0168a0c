using System.Text.Json;

namespace LiveCommerce.Tests.Http;

/// <summary>Documents in the shape of TikTok Shop's analytics API.</summary>
static class Documents
{
    internal static long Seconds(double hours) => DateTimeOffset.UtcNow.AddHours(hours).ToUnixTimeSeconds();

    internal static string Json(object data) => JsonSerializer.Serialize(new { code = 0, message = "Success", request_id = "202611220001", data });

    internal static object Live(string id, long start, long? end, string username = "batik") => new
    {
        id, title = "Batik night", username, start_time = start, end_time = end,
        sales_performance = new { gmv = Money("100.00"), items_sold = 3 }, interaction_performance = new { acu = 8, avg_viewing_duration = 12.5 },
    };

    internal static string List(params object[] lives) => Json(new { live_stream_sessions = lives, next_page_token = "", total_count = lives.Length });

    internal static object Money(string amount, string currency = "IDR") => new { amount, currency };

    internal static object Interval(long start, object? gmv = null, int units = 3, int views = 10) => new
    {
        start_time = start, end_time = start + 60,
        sales = new { gmv = gmv ?? Money("25.00"), items_sold = units, customers = 2, sku_orders = 3, main_orders = 2 },
        traffic = new { impressions = 100, views, viewers = 8, enter_room_rate = "10.00%", product_impressions = 50, product_clicks = 6, ctr = "12.00%" },
        interactions = new { comments = 1, likes = 2, shares = 1, new_followers = 1, comment_rate = 0.0178 },
        conversion = new { gpm = new { show_gpm = "1.00" } },
    };

    internal static object[] Intervals(long start, int count) => [.. Enumerable.Range(0, count).Select(minute => Interval(start + (60 * minute)))];

    internal static string Minutes(long start, long end, object[] intervals, object? gmv = null, int? units = null) => Json(new
    {
        overall = new { live_title = "Batik night", start_time = start, end_time = end, duration = end - start, gmv = gmv ?? Money($"{25 * intervals.Length}.00"), items_sold = units ?? 3 * intervals.Length, unique_viewers = 50 },
        intervals,
    });

    internal static object Product(string id, string amount = "25.00", int units = 3) => new
    {
        id, sales = new { direct_gmv = Money(amount), items_sold = units, customers = 2, sku_orders = 3, main_orders = 2 }, traffic = new { product_impressions = 50, produt_clicks = 6, ctr = "12.00%" },
    };

    internal static string Products(params object[] products) => Json(new { products });
}
