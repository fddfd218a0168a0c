using LiveCommerce.LiveSessions;

namespace LiveCommerce.Postgres.LiveSessions;

/// <summary>The rows of what sources told of sessions.</summary>
static class FiguresTable
{
    internal static InlineTable Rows { get; } = new InlineTable<LiveFiguresRecord>(LiveFiguresRecord.View, "lc_session_figures")
        .Column("session", row => row.Session.Value)
        .Column("source", row => row.Source.ToString())
        .Column("first_minute", row => row.First)
        .Column("last_minute", row => row.Last)
        .Column("is_gapless", row => row.IsGapless)
        .Column("views", row => row.Totals.Views)
        .Column("orders", row => row.Totals.Orders)
        .Column("cart_exposures", row => row.Totals.CartExposures)
        .Json("gmv", row => GmvText.Write(row.Totals.Gmv))
        .Column("told_at", row => row.Minutes.Max(minute => minute.ToldAt))
        .Column("told", row => PackedMinutes.Write(row.Minutes));
}
