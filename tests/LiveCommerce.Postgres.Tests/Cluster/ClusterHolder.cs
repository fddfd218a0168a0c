using System.Diagnostics;
using System.Runtime.CompilerServices;
using LiveCommerce.Postgres.Cluster;
using Npgsql;

namespace LiveCommerce.Tests.Cluster;

/// <summary>Another process that has a cluster open until it is killed: this test program, started with the cluster's folder in its environment.</summary>
sealed class ClusterHolder : IDisposable
{
    const string Variable = "LIVECOMMERCE_TEST_HOLDS";
    const string Temporary = "temporary";
    readonly Process process;

    ClusterHolder(Process process) => this.process = process;

    /// <summary>Where its server works.</summary>
    public required string Data { get; init; }

    public static Task<ClusterHolder> OpenTemporary() => Open(Temporary);

    public static async Task<ClusterHolder> Open(string folder)
    {
        var start = new ProcessStartInfo(Environment.ProcessPath!, Environment.ProcessPath!.EndsWith("dotnet", StringComparison.Ordinal) ? ["exec", typeof(ClusterHolder).Assembly.Location] : [])
        {
            RedirectStandardOutput = true, Environment = { [Variable] = folder },
        };
        var process = Process.Start(start)!;
        var socket = (await process.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken)).ShouldNotBeNull("it did not open the cluster");
        return new ClusterHolder(process) { Data = Path.Combine(Path.GetDirectoryName(socket)!, "data") };
    }

    /// <summary>SIGKILL: it gets no chance to stop the server.</summary>
    public Task Kill()
    {
        process.Kill();
        return process.WaitForExitAsync(TestContext.Current.CancellationToken);
    }

    public void Dispose()
    {
        process.Kill();
        process.Dispose();
    }

    [ModuleInitializer]
    internal static void HoldIfAsked()
    {
        if (Environment.GetEnvironmentVariable(Variable) is not { } folder)
            return;
        var cluster = (folder == Temporary ? PrivateCluster.StartTemporary() : PrivateCluster.Start(folder)).GetAwaiter().GetResult();
        Console.Out.WriteLine(new NpgsqlConnectionStringBuilder(cluster.ConnectionString("postgres")).Host);
        Thread.Sleep(Timeout.Infinite);
    }
}
