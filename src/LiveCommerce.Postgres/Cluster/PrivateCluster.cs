using Npgsql;

namespace LiveCommerce.Postgres.Cluster;

/// <summary>
/// A PostgreSQL server of one's own, run from the installed binaries: durable, reachable by this account alone, and shared by every process that opens its folder.
/// The last one to dispose of it stops it; one whose process was killed is adopted by the next that opens it.
/// </summary>
public sealed class PrivateCluster : IAsyncDisposable
{
    readonly ClusterFolder folder;
    readonly ClusterLocks locks;
    readonly Server server;
    readonly bool temporary;
    IDisposable? use;

    PrivateCluster(ClusterFolder folder, ServerAccount account, bool temporary)
    {
        this.folder = folder;
        this.temporary = temporary;
        locks = new ClusterLocks(folder);
        server = new Server(folder, account);
    }

    /// <summary>Where this machine keeps LiveCommerce's data when nobody says otherwise.</summary>
    public static string DefaultFolder => Environment.IsPrivilegedProcess
        ? "/var/lib/livecommerce"
        : Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.DoNotVerify), "livecommerce");

    /// <summary>Opens the cluster in a folder: makes it on first use, joins it when its server runs, starts it when it does not.</summary>
    public static Task<PrivateCluster> Start(string folder, CancellationToken cancellation = default) => Start(folder, temporary: false, cancellation);

    /// <summary>Starts an empty cluster for tests, as durable as any, that is gone when disposed and when its process ends in any other way.</summary>
    public static Task<PrivateCluster> StartTemporary(CancellationToken cancellation = default) =>
        Start(Directory.CreateTempSubdirectory("livecommerce-").FullName, temporary: true, cancellation);

    /// <summary>How to reach a database of this cluster.</summary>
    public string ConnectionString(string database) => server.ConnectionString(database);

    /// <summary>Makes a database unless it is there already, and says how to reach it.</summary>
    public async Task<string> CreateDatabase(string name, CancellationToken cancellation = default)
    {
        await using var connection = new NpgsqlConnection(server.ConnectionString("postgres", pooling: false));
        await connection.OpenAsync(cancellation);
        await using var create = connection.CreateCommand();
        create.CommandText = $"create database \"{name.Replace("\"", "\"\"", StringComparison.Ordinal)}\" template template0";
        try
        {
            await create.ExecuteNonQueryAsync(cancellation);
        }
        catch (PostgresException taken) when (taken.SqlState is PostgresErrorCodes.DuplicateDatabase or PostgresErrorCodes.UniqueViolation)
        {
            // Another process made it, be it in this very moment.
        }
        return ConnectionString(name);
    }

    /// <summary>Leaves the cluster, and stops its server when nobody else uses it.</summary>
    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref use, null) is not { } mine)
            return;
        using var gate = await locks.Gate(CancellationToken.None);
        if (temporary)
        {
            // Nobody shares it, and its reaper wakes when we let go of it: remove it before.
            await server.Kill(CancellationToken.None);
            Directory.Delete(folder.Root, recursive: true);
            mine.Dispose();
            return;
        }
        await Leave(mine);
    }

    /// <summary>Ends the server at once, as a power cut would.</summary>
    internal Task Kill(CancellationToken cancellation = default) => server.Kill(cancellation);

    /// <summary>Brings a killed server back; it recovers what was committed.</summary>
    internal async Task Restart(CancellationToken cancellation = default)
    {
        using var gate = await locks.Gate(cancellation);
        await server.EnsureRunning(cancellation);
    }

    static async Task<PrivateCluster> Start(string root, bool temporary, CancellationToken cancellation)
    {
        if (!OperatingSystem.IsLinux())
            throw new PlatformNotSupportedException("A private cluster needs Linux; elsewhere, name a database of your own in ConnectionStrings__LiveCommerce.");
        var account = await ServerAccount.Choose();
        var cluster = new PrivateCluster(await ClusterFolder.Open(root, account), account, temporary);
        using var gate = await cluster.locks.Gate(cancellation);
        cluster.use = cluster.locks.Use();
        try
        {
            if (temporary)
                Reaper.Watch(cluster.folder, cluster.locks);
            await cluster.server.EnsureRunning(cancellation);
            return cluster;
        }
        catch (OperationCanceledException)
        {
            // Whoever is interrupted may have started it already.
            await cluster.Leave(cluster.use);
            throw;
        }
        catch
        {
            cluster.use.Dispose();
            throw;
        }
    }

    // Behind the gate: nobody else begins to use it in between.
    async Task Leave(IDisposable mine)
    {
        mine.Dispose();
        using var alone = locks.TryAlone();
        if (alone is not null)
            await server.Stop(CancellationToken.None);
    }
}
