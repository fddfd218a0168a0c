using LiveCommerce.Postgres.Cluster;

namespace LiveCommerce.Tests.Startup;

/// <summary>A PostgreSQL server that somebody set up for speed alone.</summary>
sealed class UnsafeServer(ClusterFolder folder, ServerAccount account, ServerBinaries binaries) : IAsyncDisposable
{
    public string ConnectionString => $"Host={folder.Socket};Username=postgres;Database=postgres";

    public static async Task<UnsafeServer> Start(string root, string settingOff)
    {
        var account = await ServerAccount.Choose();
        var folder = await ClusterFolder.Open(root, account);
        var binaries = await ServerBinaries.Locate(Environment.GetEnvironmentVariable("PATH"), ServerBinaries.DistributionFolders);
        await account.Run([binaries.InitDb, "-N", "--username=postgres", "--auth-local=trust", "-D", folder.Data]);
        await account.Run(
            binaries.Control, "start", "-s", "-w", "-D", folder.Data, "-l", folder.Log,
            "-o", $"-c {settingOff}=off -c listen_addresses= -c 'unix_socket_directories={folder.Socket}'");
        return new(folder, account, binaries);
    }

    public async ValueTask DisposeAsync() => await account.Run(binaries.Control, "stop", "-s", "-m", "immediate", "-D", folder.Data);
}
