using System.Reflection;
using Npgsql;

namespace LiveCommerce.Postgres;

/// <summary>Creates what the store keeps in a database: Marten's tables and our own, in one schema.</summary>
public static class Schema
{
    const string Grants = "grants.sql";

    /// <summary>Brings a database up to date. Safe to run at every start, and on two hosts at once.</summary>
    /// <param name="database">Connects as a user who may create the schema, and the writer role where there shall be one.</param>
    /// <param name="options">The schema's name.</param>
    /// <param name="cancellation">Stops the work; what was begun is undone.</param>
    /// <returns>The names of the steps that were taken now.</returns>
    public static async Task<IReadOnlyList<string>> Migrate(NpgsqlDataSource database, PostgresOptions options, CancellationToken cancellation = default)
    {
        await using var connection = await database.OpenConnectionAsync(cancellation).ConfigureAwait(false);
        await using var transaction = await connection.BeginTransactionAsync(cancellation).ConfigureAwait(false);
        await Run(connection, $"""
            select pg_advisory_xact_lock(hashtextextended('{options.Schema}.migration', 0));
            create schema if not exists {options.Schema};
            set local search_path = {options.Schema}, pg_temp;
            set local client_min_messages = warning;
            create table if not exists lc_migrations (name text primary key, applied_at timestamptz not null default now());
            """, cancellation).ConfigureAwait(false);
        var applied = await Applied(connection, cancellation).ConfigureAwait(false);
        var taken = Steps().Where(step => !applied.Contains(step)).ToList();
        foreach (var step in taken)
        {
            await Run(connection, Text(step), cancellation).ConfigureAwait(false);
            await Run(connection, $"insert into lc_migrations (name) values ('{step}')", cancellation).ConfigureAwait(false);
        }
        await Run(connection, Text(Grants), cancellation).ConfigureAwait(false);
        await transaction.CommitAsync(cancellation).ConfigureAwait(false);
        return taken;
    }

    static async Task<HashSet<string>> Applied(NpgsqlConnection connection, CancellationToken cancellation)
    {
        var names = new HashSet<string>();
        await using var command = new NpgsqlCommand("select name from lc_migrations", connection);
        await using var reader = await command.ExecuteReaderAsync(cancellation).ConfigureAwait(false);
        while (await reader.ReadAsync(cancellation).ConfigureAwait(false)) names.Add(reader.GetString(0));
        return names;
    }

    static async Task Run(NpgsqlConnection connection, string sql, CancellationToken cancellation)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync(cancellation).ConfigureAwait(false);
    }

    static IEnumerable<string> Steps() =>
        typeof(Schema).Assembly.GetManifestResourceNames().Where(name => name.EndsWith(".sql", StringComparison.Ordinal) && name != Grants).Order(StringComparer.Ordinal);

    static string Text(string step)
    {
        using var stream = typeof(Schema).Assembly.GetManifestResourceStream(step) ?? throw new MissingManifestResourceException(step);
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }

    sealed class MissingManifestResourceException(string step) : Exception($"The step {step} is not in the assembly.");
}
