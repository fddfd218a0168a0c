using LiveCommerce.Kernel;
using LiveCommerce.LiveSessions;

namespace LiveCommerce.Host.Import;

/// <summary>Which field of the marketplace means what here; what it does not tell (people who enter for the first time, cart exposures) stays untold.</summary>
static class DocumentReader
{
    internal static LiveDocument Sessions(DocumentPart data, IReadOnlyCollection<string> unknown)
    {
        data.Knows("live_stream_sessions", "next_page_token", "total_count", "latest_available_date");
        ListedLive[] lives = [.. data.List("live_stream_sessions").Select(Live)];
        return new LiveDocument.Sessions(lives, [.. unknown]);
    }

    internal static LiveDocument Minutes(DocumentPart data, IReadOnlyCollection<string> unknown)
    {
        var overall = data.Knows("overall", "intervals", "latest_available_date").Object("overall")
            .Knows("live_title", "start_time", "end_time", "duration", "gmv", "items_sold", "impressions", "unique_viewers");
        Interval[] intervals = [.. data.List("intervals").Select(Minute)];
        return new LiveDocument.Minutes(
            overall.Instant("start_time"), overall.Instant("end_time"), overall.Has("gmv") ? overall.Money("gmv") : null, overall.Has("items_sold") ? overall.Count("items_sold") : null, intervals, [.. unknown]);
    }

    internal static LiveDocument Products(DocumentPart data, IReadOnlyCollection<string> unknown)
    {
        data.Knows("products", "next_page_token", "total_count", "latest_available_date");
        var products = data.List("products").Select(Product).ToValueList();
        return new LiveDocument.Products(products, [.. unknown]);
    }

    static ListedLive Live(DocumentPart it)
    {
        it.Knows("id", "title", "username", "start_time", "end_time", "sales_performance", "interaction_performance");
        return new(it.Path, it.Text("id"), it.Text("username"), it.Instant("start_time"), it.Has("end_time") ? it.Instant("end_time") : null);
    }

    static Interval Minute(DocumentPart it)
    {
        it.Knows("start_time", "end_time", "sales", "traffic", "interactions", "conversion");
        var sales = it.Object("sales").Knows("gmv", "items_sold", "customers", "sku_orders", "main_orders");
        var traffic = it.Object("traffic").Knows("impressions", "views", "viewers", "enter_room_rate", "product_impressions", "product_clicks", "ctr");
        var social = it.Object("interactions").Knows("comments", "likes", "shares", "new_followers", "comment_rate", "like_rate", "share_rate", "follow_rate");
        var (comments, likes, shares) = (social.Count("comments"), social.Count("likes"), social.Count("shares"));
        var interactions = comments < 0 || likes < 0 || shares < 0 ? -1 : (int)Math.Min(int.MaxValue, (long)comments + likes + shares);
        var gmv = sales.Money("gmv");
        return new(it.Path, it.Instant("start_time"), new(
            0, traffic.Count("views"), traffic.Count("viewers"), null, interactions, social.Count("new_followers"), null,
            traffic.Count("product_clicks"), sales.Count("main_orders"), sales.Count("items_sold"), [new(null, gmv)]));
    }

    static ProductTotals Product(DocumentPart it)
    {
        it.Knows("id", "product_id", "name", "sales", "traffic");
        var sales = it.Object("sales").Knows("direct_gmv", "items_sold", "customers", "created_sku_orders", "sku_orders", "main_orders", "avg_price", "payment_rate");
        // the marketplace's own spelling beside the right one
        var traffic = it.Object("traffic").Knows("product_impressions", "produt_clicks", "product_clicks", "ctr", "add_to_cart_count", "click_to_order_rate", "gpm");
        var clicks = traffic.Has("product_clicks") ? "product_clicks" : "produt_clicks";
        return new(
            it.Text(it.Has("id") ? "id" : "product_id"), sales.Money("direct_gmv"), sales.Count("items_sold"), sales.Count("main_orders"),
            traffic.Has(clicks) ? traffic.Count(clicks) : null, traffic.Has("product_impressions") ? traffic.Count("product_impressions") : null);
    }
}
