using LiveCommerce.LiveSessions;
using LiveCommerce.Postgres.Append;
using LiveCommerce.Store;
using Npgsql;

namespace LiveCommerce.Postgres.LiveSessions;

/// <summary>The rows of what sources told of sessions.</summary>
sealed class FiguresTable() : InlineTable(LiveFiguresRecord.View, "lc_session_figures")
{
    static readonly RowStatements Statements = new(
        "lc_session_figures", ["id", "version", "session", "source", "first_minute", "last_minute", "is_gapless", "views", "orders", "cart_exposures", "gmv", "told_at", "minutes"]);

    internal override NpgsqlBatchCommand Write(IReadOnlyCollection<RowWrite> rows, int generation, bool areNew)
    {
        var records = rows.Select(row => (LiveFiguresRecord)row.Row).ToArray();
        return new NpgsqlBatchCommand(Statements.For(areNew))
            .Column(records, row => row.Id.Value)
            .Column(records, row => row.Version)
            .Column(records, row => row.Session.Value)
            .Column(records, row => row.Source.ToString())
            .Column(records, row => row.First)
            .Column(records, row => row.Last)
            .Column(records, row => row.IsGapless)
            .Column(records, row => row.Totals.Views)
            .Column(records, row => row.Totals.Orders)
            .Column(records, row => row.Totals.CartExposures)
            .Json(records, row => FiguresText.Write(row.Totals.Gmv))
            .Moments(records, row => row.Minutes.Max(minute => minute.ToldAt))
            .Json(records, row => FiguresText.Write(row.Minutes))
            .Value(generation);
    }
}
