using LiveCommerce.Postgres.Cluster;

namespace LiveCommerce.Tests.Cluster;

public sealed class PrivateClusterTests(TestCluster shared) : ClusterTest
{
    [Theory]
    [InlineData("fsync", "on")]
    [InlineData("full_page_writes", "on")]
    [InlineData("synchronous_commit", "on")]
    [InlineData("data_checksums", "on")]
    [InlineData("server_encoding", "UTF8")]
    [InlineData("lc_collate", "C.UTF-8")]
    [InlineData("listen_addresses", "")]
    public async Task A_test_cluster_is_as_durable_and_as_closed_as_any(string setting, string value) =>
        (await Ask(await shared.CreateDatabase(), $"show {setting}")).ShouldBe(value);

    [Fact]
    public async Task Nobody_configures_durability_away()
    {
        await using var cluster = await PrivateCluster.Start(Folder, Cancellation);
        await Ask(cluster.ConnectionString("postgres"), "alter system set fsync = off");
        await Ask(cluster.ConnectionString("postgres"), "select pg_reload_conf()");

        await cluster.Kill(Cancellation);
        await cluster.Restart(Cancellation);

        (await Ask(cluster.ConnectionString("postgres"), "show fsync")).ShouldBe("on");
    }

    [Fact]
    public async Task Only_this_account_can_reach_it()
    {
        await using var cluster = await PrivateCluster.Start(Folder, Cancellation);

        File.GetUnixFileMode(Path.Combine(Folder, "server")).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }

    [Fact]
    public async Task Stopped_and_opened_again_it_has_its_data()
    {
        await using (var first = await PrivateCluster.Start(Folder, Cancellation))
        {
            await first.CreateDatabase("livecommerce", Cancellation);
            await Ask(await first.CreateDatabase("livecommerce", Cancellation), "create table kept as select 'here' as word");
        }
        ServerProcesses.In(Data).ShouldBeEmpty();

        await using var second = await PrivateCluster.Start(Folder, Cancellation);
        (await Ask(second.ConnectionString("livecommerce"), "select word from kept")).ShouldBe("here");
    }

    [Fact]
    public async Task After_a_power_cut_it_recovers_what_was_committed()
    {
        await using var cluster = await PrivateCluster.Start(Folder, Cancellation);
        await Ask(cluster.ConnectionString("postgres"), "create table kept as select 'here' as word");

        await cluster.Kill(Cancellation);
        ServerProcesses.In(Data).ShouldBeEmpty();
        await cluster.Restart(Cancellation);

        (await Ask(cluster.ConnectionString("postgres"), "select word from kept")).ShouldBe("here");
    }

    [Fact]
    public async Task A_making_that_was_interrupted_is_begun_afresh()
    {
        Directory.CreateDirectory(Path.Combine(Folder, "server", "data.unfinished", "base"));

        await using var cluster = await PrivateCluster.Start(Folder, Cancellation);
        (await Ask(cluster.ConnectionString("postgres"), "select 'whole'")).ShouldBe("whole");
    }

    [Fact]
    public async Task A_folder_too_long_for_a_socket_is_refused_in_words() =>
        (await Should.ThrowAsync<ArgumentException>(PrivateCluster.Start(Path.Combine(Folder, new string('x', 90)), Cancellation)))
            .Message.ShouldContain("shorter folder");
}
