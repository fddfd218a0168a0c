using System.Diagnostics;
using System.Runtime.CompilerServices;
using LiveCommerce.Postgres.Cluster;

namespace LiveCommerce.Tests.Cluster;

/// <summary>Another process that has a cluster open until it is killed: this test program, started with the cluster's folder in its environment.</summary>
sealed class ClusterHolder : IDisposable
{
    const string Variable = "LIVECOMMERCE_TEST_HOLDS";
    readonly Process process;

    ClusterHolder(Process process) => this.process = process;

    public static async Task<ClusterHolder> Open(string folder)
    {
        var start = new ProcessStartInfo(Environment.ProcessPath!, Environment.ProcessPath!.EndsWith("dotnet", StringComparison.Ordinal) ? ["exec", typeof(ClusterHolder).Assembly.Location] : [])
        {
            RedirectStandardOutput = true, Environment = { [Variable] = folder },
        };
        var holder = new ClusterHolder(Process.Start(start)!);
        (await holder.process.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken)).ShouldBe("open");
        return holder;
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
        PrivateCluster.Start(folder).GetAwaiter().GetResult();
        Console.Out.WriteLine("open");
        Thread.Sleep(Timeout.Infinite);
    }
}
