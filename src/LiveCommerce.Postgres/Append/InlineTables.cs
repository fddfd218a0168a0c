using LiveCommerce.Kernel;
using LiveCommerce.Postgres.Campaigns;
using LiveCommerce.Postgres.LiveEvents;
using LiveCommerce.Postgres.LivePlans;
using LiveCommerce.Postgres.LiveSessions;
using LiveCommerce.Postgres.Registrations;
using LiveCommerce.Postgres.Sellers;
using LiveCommerce.Postgres.Teasers;
using LiveCommerce.Store;
using Npgsql;

namespace LiveCommerce.Postgres.Append;

/// <summary>The tables of all inline read models.</summary>
sealed class InlineTables(params IEnumerable<InlineTable> tables)
{
    readonly Dictionary<string, InlineTable> byView = tables.ToDictionary(table => table.View);

    internal static InlineTables All { get; } = new([
        CampaignTable.Rows,
        RegistrationTable.Rows,
        PlanTable.Rows,
        ProductTable.Rows,
        ToolTable.Rows,
        AccountTable.Rows,
        SessionTable.Rows,
        FiguresTable.Rows,
        SubscriptionTable.Rows,
        TeaserTable.Rows,
        OutsideVideoTable.Rows,
    ]);

    /// <summary>These tables and those of an embedder, one for each read model of the model.</summary>
    /// <exception cref="ArgumentException">A read model has no table, or two.</exception>
    internal InlineTables For(DomainModel model, IReadOnlyList<InlineTable> own)
    {
        var all = byView.Values.Concat(own).ToArray();
        if (all.GroupBy(table => table.View).FirstOrDefault(same => same.Count() > 1) is { } twice)
            throw new ArgumentException($"The read model '{twice.Key}' has two tables.", nameof(own));
        if (model.Kinds.Select(kind => kind.View).OfType<InlineView>().FirstOrDefault(view => all.All(table => table.View != view.Name)) is { } bare)
            throw new ArgumentException($"The read model '{bare.Name}' has no table: give the store an InlineTable for it.", nameof(own));
        return new(all);
    }

    /// <summary>Every batch asserts the generations of them all, whether or not it has rows of each: so a host of another fold version writes nothing more.</summary>
    internal IReadOnlyCollection<string> Views => byView.Keys;

    internal IEnumerable<string> Tables => byView.Values.Select(table => table.Table);

    /// <summary>The log, if its read models in use are of this program's fold versions.</summary>
    /// <exception cref="OtherFoldVersionException">They are not.</exception>
    internal LogIdentity Accept(LogIdentity log)
    {
        foreach (var table in byView.Values)
            if (log.Active(table.View).FoldVersion is var inUse && inUse != table.FoldVersion)
                throw new OtherFoldVersionException(new FoldDifference(table.View, table.FoldVersion, inUse).ToString());
        return log;
    }

    internal IEnumerable<NpgsqlBatchCommand> Of(BatchWrites writes, LogIdentity log) =>
        from view in writes.Rows
        from rows in view.Rows.GroupBy(row => writes.Begins(row.Stream))
        select TableOf(view.View).Write([.. rows], log.GenerationOf(view.View.Name), rows.Key);

    internal InlineTable TableOf(InlineView view) =>
        byView.TryGetValue(view.Name, out var table) ? table : throw new InvalidOperationException($"The read model '{view.Name}' has no table here.");
}
