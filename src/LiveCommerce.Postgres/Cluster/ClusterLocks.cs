namespace LiveCommerce.Postgres.Cluster;

/// <summary>Who is using a cluster. The operating system holds the locks, so a process that was killed holds none.</summary>
sealed class ClusterLocks(ClusterFolder folder)
{
    const int WouldBlock = 11;
    static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(25);

    public string UsersFile => Path.Combine(folder.Locks, "users");

    string GateFile => Path.Combine(folder.Locks, "gate");

    /// <summary>The right to start or stop the server, one process at a time.</summary>
    public async Task<IDisposable> Gate(CancellationToken cancellation)
    {
        while (true)
        {
            if (TryLock(GateFile, FileShare.None) is { } gate)
                return gate;
            await Task.Delay(Pause, cancellation);
        }
    }

    /// <summary>Counts this process among the users, until disposed; only asked for behind the gate.</summary>
    public IDisposable Use() => TryLock(UsersFile, FileShare.Read)
        ?? throw new InvalidOperationException($"Another process is removing the cluster in {folder.Root}.");

    /// <summary>Nobody uses the cluster, and nobody can begin to until disposed.</summary>
    public IDisposable? TryAlone() => TryLock(UsersFile, FileShare.None);

    static FileStream? TryLock(string file, FileShare share)
    {
        try
        {
            return new FileStream(file, FileMode.OpenOrCreate, FileAccess.Read, share);
        }
        catch (IOException held) when (held.HResult == WouldBlock)
        {
            return null;
        }
    }
}
