using Npgsql;

namespace LiveCommerce.Postgres.Append;

/// <summary>Which generation of a read model is in use, and which version of the fold made it.</summary>
readonly record struct ActiveView(int Generation, int FoldVersion)
{
    internal const string Query = "select view, generation, fold_version from lc_views";

    /// <summary>Of a read model that was never rebuilt and that no migration names: an embedder's.</summary>
    internal static readonly ActiveView First = new(0, 1);

    internal static async Task<Dictionary<string, ActiveView>> ReadAll(NpgsqlDataReader reader, CancellationToken cancellation)
    {
        var views = new Dictionary<string, ActiveView>();
        while (await reader.ReadAsync(cancellation).ConfigureAwait(false)) views.Add(reader.GetString(0), new(reader.GetInt32(1), reader.GetInt32(2)));
        return views;
    }
}
