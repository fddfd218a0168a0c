using System.Globalization;
using LiveCommerce.Postgres.Cluster;

namespace LiveCommerce.Tests.Cluster;

public sealed class ClusterSharingTests : ClusterTest
{
    [Fact]
    public async Task The_server_of_a_killed_process_is_adopted_and_stopped()
    {
        using var killed = await ClusterHolder.Open(Folder);
        var postmaster = Postmaster();
        await killed.Kill();

        await using (await PrivateCluster.Start(Folder, Cancellation))
            Postmaster().ShouldBe(postmaster);

        ServerProcesses.In(Data).ShouldBeEmpty();
    }

    [Fact]
    public async Task Two_share_one_server_and_the_last_stops_it()
    {
        using var other = await ClusterHolder.Open(Folder);
        var postmaster = Postmaster();
        await using (await PrivateCluster.Start(Folder, Cancellation))
            Postmaster().ShouldBe(postmaster);
        ServerProcesses.In(Data).ShouldNotBeEmpty("the other process still uses it");

        await using var second = await PrivateCluster.Start(Folder, Cancellation);
        var third = await PrivateCluster.Start(Folder, Cancellation);
        await other.Kill();
        await third.DisposeAsync();
        ServerProcesses.In(Data).ShouldNotBeEmpty("the second still uses it");
        await second.DisposeAsync();
        ServerProcesses.In(Data).ShouldBeEmpty();
    }

    [Fact]
    public async Task Two_that_begin_at_once_make_one_cluster()
    {
        var both = await Task.WhenAll(PrivateCluster.Start(Folder, Cancellation), PrivateCluster.Start(Folder, Cancellation));

        (await Task.WhenAll(both.Select(one => Ask(one.ConnectionString("postgres"), "select pg_postmaster_start_time()")))).Distinct().ShouldHaveSingleItem();
        await Task.WhenAll(both.Select(one => one.CreateDatabase("livecommerce", Cancellation)));
        await Task.WhenAll(both.Select(one => one.DisposeAsync().AsTask()));
    }

    [Fact]
    public async Task A_temporary_cluster_ends_with_its_process_even_when_that_is_killed()
    {
        using var killed = await ClusterHolder.OpenTemporary();
        ServerProcesses.In(killed.Data).ShouldNotBeEmpty();

        await killed.Kill();

        await ServerProcesses.Gone(killed.Data, Cancellation);
    }

    [Fact]
    public async Task A_process_number_that_is_now_anothers_does_not_stop_the_start()
    {
        await (await PrivateCluster.Start(Folder, Cancellation)).DisposeAsync();
        await File.WriteAllTextAsync(Path.Combine(Data, "postmaster.pid"), $"{Environment.ProcessId}\n{Data}\n", Cancellation);

        await using var again = await PrivateCluster.Start(Folder, Cancellation);
        Postmaster().ShouldNotBe(Environment.ProcessId);
    }

    int Postmaster() => int.Parse(File.ReadLines(Path.Combine(Data, "postmaster.pid")).First(), CultureInfo.InvariantCulture);
}
