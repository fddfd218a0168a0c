using LiveCommerce.Postgres.Cluster;

namespace LiveCommerce.Tests.Startup;

/// <summary>A data folder for one test, with a space in its name; a server that a test left in it is ended with it.</summary>
sealed class DataFolder : IAsyncDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("lc data-").FullName;

    public string Development => System.IO.Path.Combine(Path, "development");

    /// <summary>The processes of the cluster's server; none when it was stopped.</summary>
    public IReadOnlyList<int> Server => ServerProcesses.In(System.IO.Path.Combine(Path, "server", "data"));

    /// <summary>The postmaster's number: another one means that the server was started again.</summary>
    public string Postmaster => File.ReadLines(System.IO.Path.Combine(Path, "server", "data", "postmaster.pid")).First();

    public async ValueTask DisposeAsync()
    {
        await ServerProcesses.Kill(System.IO.Path.Combine(Path, "server", "data"), CancellationToken.None);
        Directory.Delete(Path, recursive: true);
    }
}
