using System.Text;

namespace LiveCommerce.Postgres.Cluster;

/// <summary>What lies where in a cluster's folder. Only <see cref="Server"/> belongs to the server's account.</summary>
sealed record ClusterFolder(string Root)
{
    // A Unix socket's path has room for 107 bytes, and the server adds its file's name.
    const int LongestSocketFolder = 90;

    /// <summary>Closed to others, who could otherwise hold our locks.</summary>
    public string Locks => Path.Combine(Root, "locks");

    public string Server => Path.Combine(Root, "server");

    public string Data => Path.Combine(Server, "data");

    /// <summary>Where a new cluster is made: it becomes <see cref="Data"/> once it is whole.</summary>
    public string Unfinished => Path.Combine(Server, "data.unfinished");

    public string Socket => Path.Combine(Server, "socket");

    public string Log => Path.Combine(Server, "server.log");

    public static async Task<ClusterFolder> Open(string root, ServerAccount account)
    {
        // Processes are recognised by the folder they work in, which the system gives without links.
        var folder = new ClusterFolder(await Command.Run(["realpath", "-m", root]));
        if (Encoding.UTF8.GetByteCount(folder.Socket) > LongestSocketFolder)
            throw new ArgumentException($"'{folder.Root}' is too long for a Unix socket ({LongestSocketFolder} bytes with /server/socket): choose a shorter folder.", nameof(root));
        // The server's account must pass through a folder of root's, and gets no further than its own.
        await Command.Run(["install", "-d", "-m", account.User is null ? "700" : "711", folder.Root]);
        await Command.Run(["install", "-d", "-m", "700", folder.Locks]);
        await account.OwnFolder(folder.Server);
        await account.OwnFolder(folder.Socket);
        return folder;
    }
}
