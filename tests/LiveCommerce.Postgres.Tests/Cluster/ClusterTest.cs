using LiveCommerce.Postgres.Cluster;
using Npgsql;

namespace LiveCommerce.Tests.Cluster;

/// <summary>A folder for a cluster, in which no server may be left when the test ends.</summary>
public abstract class ClusterTest : IDisposable
{
    protected string Folder { get; } = Directory.CreateTempSubdirectory("lc-cluster-").FullName;

    protected string Data => Path.Combine(Folder, "server", "data");

    protected static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose()
    {
        GC.SuppressFinalize(this);
        ServerProcesses.In(Data).ShouldBeEmpty();
        Directory.Delete(Folder, recursive: true);
    }

    protected static async Task<string?> Ask(string connectionString, string sql)
    {
        await using var connection = new NpgsqlConnection(connectionString + ";Pooling=false");
        await connection.OpenAsync(Cancellation);
        await using var command = new NpgsqlCommand(sql, connection);
        return (await command.ExecuteScalarAsync(Cancellation))?.ToString();
    }
}
