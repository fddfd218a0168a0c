namespace LiveCommerce.Postgres.Cluster;

/// <summary>How a private server is set up: durable whatever anybody configured, and reachable through its socket alone.</summary>
static class ServerSettings
{
    public const int Port = 5432; // names the socket's file; nothing listens on a network

    public const string Superuser = "postgres";

    /// <summary>Seconds that a start, with its recovery, or a stop may take.</summary>
    public const int Patience = 300;

    // The socket's folder is the fence: whoever may enter it may connect.
    public static IReadOnlyList<string> Initial { get; } =
    [
        "--data-checksums", "-E", "UTF8", "--locale=C.UTF-8", $"--username={Superuser}", "--auth-local=trust", "--auth-host=reject",
    ];

    // Given on the command line, where neither a file nor ALTER SYSTEM overrules them.
    static readonly string[] Settings =
    [
        "fsync=on", "full_page_writes=on", "synchronous_commit=on",
        "listen_addresses=", "unix_socket_permissions=0700", $"port={Port}",
        "max_connections=200", "shared_buffers=256MB", "max_wal_size=2GB", "jit=off",
        "idle_in_transaction_session_timeout=60s", "timezone=UTC", "log_timezone=UTC", "cluster_name=livecommerce",
    ];

    public static string CommandLine(string socketFolder) =>
        string.Join(' ', Settings.Append($"unix_socket_directories={socketFolder}").Select(setting => $"-c {Quoted(setting)}"));

    // pg_ctl hands these to a shell.
    static string Quoted(string text) => $"'{text.Replace("'", "'\\''", StringComparison.Ordinal)}'";
}
