using LiveCommerce.Postgres.Cluster;
using Npgsql;

namespace LiveCommerce.Host.Startup;

/// <summary>The database that the log lies in: the one that was named, else one in a private cluster, which is left when this is disposed of.</summary>
sealed class LogDatabase : IAsyncDisposable
{
    const string Name = "livecommerce";
    readonly PrivateCluster? cluster;

    LogDatabase(string connectionString, PrivateCluster? cluster) => (ConnectionString, this.cluster) = (connectionString, cluster);

    public string ConnectionString { get; }

    public static async Task<LogDatabase> Open(HostSettings settings, CancellationToken cancellation)
    {
        if (settings.ConnectionString is { } named) return new(named, null);
        var cluster = await StartCluster(settings.DataFolder, cancellation);
        try
        {
            return new(await cluster.CreateDatabase(Name, cancellation), cluster);
        }
        catch
        {
            await cluster.DisposeAsync();
            throw;
        }
    }

    /// <summary>Refuses a server that may lose or tear what it acknowledged.</summary>
    public async Task CheckDurability(CancellationToken cancellation)
    {
        await using var source = NpgsqlDataSource.Create(new NpgsqlConnectionStringBuilder(ConnectionString) { Pooling = false });
        await using var command = source.CreateCommand(
            "select string_agg(name, ' and ' order by name) from pg_settings where name in ('fsync', 'full_page_writes') and setting <> 'on'");
        if (await command.ExecuteScalarAsync(cancellation) is string off)
            throw new CannotStartException($"The database server runs with {off} off: it may lose what it acknowledged, so nothing is served on it. Turn {off} on.");
    }

    public async ValueTask DisposeAsync()
    {
        if (cluster is not null) await cluster.DisposeAsync();
    }

    static async Task<PrivateCluster> StartCluster(string folder, CancellationToken cancellation)
    {
        try
        {
            return await PrivateCluster.Start(folder, cancellation);
        }
        catch (Exception failure) when (failure is InvalidOperationException or ArgumentException or PlatformNotSupportedException or TimeoutException)
        {
            throw new CannotStartException(failure.Message, failure);
        }
    }
}
