namespace LiveCommerce.Postgres.Cluster;

/// <summary>Whom the server runs as: ourselves, or, since PostgreSQL refuses to run as root, the account that its package brings.</summary>
sealed record ServerAccount(string? User, string? Group)
{
    const string Unprivileged = "postgres";

    public static async Task<ServerAccount> Choose()
    {
        if (!Environment.IsPrivilegedProcess)
            return new(null, null);
        try
        {
            return new(await Command.Run(["id", "-u", Unprivileged]), await Command.Run(["id", "-g", Unprivileged]));
        }
        catch (InvalidOperationException missing)
        {
            throw new InvalidOperationException(
                $"PostgreSQL does not run as root, and this machine has no account '{Unprivileged}': create it (useradd --system {Unprivileged}), or run as another user.", missing);
        }
    }

    public Task<string> Run(params IReadOnlyList<string> command) => Command.Run(User is null
        ? command
        : ["setpriv", $"--reuid={User}", $"--regid={Group}", "--clear-groups", "--no-new-privs", .. command]);

    /// <summary>Makes a folder that only the server's account may enter.</summary>
    public Task OwnFolder(string folder) => Command.Run(User is null
        ? ["install", "-d", "-m", "700", folder]
        : ["install", "-d", "-m", "700", "-o", User, "-g", Group!, folder]);
}
