using LiveCommerce.Kernel;
using LiveCommerce.Postgres.Campaigns;
using LiveCommerce.Postgres.Registrations;
using LiveCommerce.Store;
using Npgsql;

namespace LiveCommerce.Postgres.Append;

/// <summary>The table of an inline read model.</summary>
abstract class InlineTable(string view)
{
    /// <summary>The read model's name.</summary>
    internal string View { get; } = view;

    /// <summary>Writes rows of one generation; a row that shows a later version stays.</summary>
    internal abstract NpgsqlBatchCommand Write(IReadOnlyCollection<RowWrite> rows, int generation, bool areNew);
}

/// <summary>The tables of all inline read models.</summary>
sealed class InlineTables(params IEnumerable<InlineTable> tables)
{
    readonly Dictionary<string, InlineTable> byView = tables.ToDictionary(table => table.View);

    internal static InlineTables All { get; } = new(new CampaignTable(), new RegistrationTable());

    internal IEnumerable<NpgsqlBatchCommand> Of(BatchWrites writes, LogIdentity log) =>
        from view in writes.Rows
        from rows in view.Rows.GroupBy(row => writes.Begins(row.Stream))
        select TableOf(view.View).Write([.. rows], log.GenerationOf(view.View.Name), rows.Key);

    InlineTable TableOf(InlineView view) =>
        byView.TryGetValue(view.Name, out var table) ? table : throw new InvalidOperationException($"The read model '{view.Name}' has no table here.");
}
