using Npgsql;

namespace LiveCommerce.Postgres.Cluster;

/// <summary>The PostgreSQL server of one cluster folder. Whoever starts or stops it stands behind the gate.</summary>
sealed class Server(ClusterFolder folder, ServerAccount account)
{
    static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);

    public string ConnectionString(string database, bool pooling = true) => new NpgsqlConnectionStringBuilder
    {
        Host = folder.Socket, Port = ServerSettings.Port, Username = ServerSettings.Superuser, Database = database, Pooling = pooling,
    }.ConnectionString;

    /// <summary>Adopts the server that runs, be it still recovering, or starts it: after this it answers.</summary>
    public async Task EnsureRunning(CancellationToken cancellation)
    {
        if (!Directory.Exists(folder.Data))
            await Make();
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        patience.CancelAfter(TimeSpan.FromSeconds(ServerSettings.Patience));
        try
        {
            await StartUntilItAnswers(patience.Token);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            throw new TimeoutException($"PostgreSQL runs in {folder.Root} and does not answer. Its log: {folder.Log}");
        }
    }

    public async Task Stop(CancellationToken cancellation)
    {
        if (ServerProcesses.In(folder.Data).Count == 0)
            return;
        await Control("stop", "-m", "fast");
        await ServerProcesses.Gone(folder.Data, cancellation);
    }

    public Task Kill(CancellationToken cancellation) => ServerProcesses.Kill(folder.Data, cancellation);

    // Made beside and moved when whole: an interrupted initdb leaves nothing that looks like data.
    async Task Make()
    {
        if (Directory.Exists(folder.Unfinished))
            Directory.Delete(folder.Unfinished, recursive: true);
        await account.Run([(await Binaries()).InitDb, .. ServerSettings.Initial, "-D", folder.Unfinished]);
        Directory.Move(folder.Unfinished, folder.Data);
    }

    async Task StartUntilItAnswers(CancellationToken cancellation)
    {
        while (!await Answers(cancellation))
        {
            if (ServerProcesses.In(folder.Data).Count == 0)
                await Start();
            else
                await Task.Delay(Pause, cancellation);
        }
    }

    async Task Start()
    {
        // No process of this server lives, so what these files name is past; a reused number in them would stop the start.
        File.Delete(Path.Combine(folder.Data, "postmaster.pid"));
        File.Delete(Path.Combine(folder.Socket, $".s.PGSQL.{ServerSettings.Port}.lock"));
        try
        {
            await Control("start", "-l", folder.Log, "-o", ServerSettings.CommandLine(folder.Socket));
        }
        catch (InvalidOperationException failed) when (File.Exists(folder.Log))
        {
            throw new InvalidOperationException($"PostgreSQL did not start in {folder.Root}: {string.Join('\n', File.ReadLines(folder.Log).TakeLast(5))}", failed);
        }
    }

    async Task<bool> Answers(CancellationToken cancellation)
    {
        try
        {
            await using var connection = new NpgsqlConnection(ConnectionString("postgres", pooling: false));
            await connection.OpenAsync(cancellation);
            return true;
        }
        catch (NpgsqlException)
        {
            return false;
        }
    }

    async Task Control(params string[] what) =>
        await account.Run([(await Binaries()).Control, .. what, "-s", "-w", "-t", $"{ServerSettings.Patience}", "-D", folder.Data]);

    async Task<ServerBinaries> Binaries()
    {
        var version = Path.Combine(folder.Data, "PG_VERSION");
        var major = File.Exists(version) ? (await File.ReadAllTextAsync(version)).Trim() : null;
        return await ServerBinaries.Locate(Environment.GetEnvironmentVariable("PATH"), ServerBinaries.DistributionFolders, major);
    }
}
