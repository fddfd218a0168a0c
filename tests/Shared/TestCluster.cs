using LiveCommerce.Postgres.Cluster;

[assembly: AssemblyFixture(typeof(LiveCommerce.Tests.TestCluster))]

namespace LiveCommerce.Tests;

/// <summary>One private cluster for a test assembly, started when a test first asks; each test takes empty databases of its own from it.</summary>
public sealed class TestCluster : IAsyncDisposable
{
    readonly Lazy<Task<PrivateCluster>> cluster = new(() => PrivateCluster.StartTemporary());
    int databases;

    /// <summary>Makes an empty database and says how to reach it.</summary>
    public async Task<string> CreateDatabase() => await (await cluster.Value).CreateDatabase($"test_{Interlocked.Increment(ref databases)}");

    public async ValueTask DisposeAsync()
    {
        if (cluster.IsValueCreated)
            await (await cluster.Value).DisposeAsync();
    }
}
