using System.Diagnostics;
using LiveCommerce.Postgres.Cluster;
using Npgsql;

namespace LiveCommerce.Tests.Cluster;

public sealed class PrivateClusterTests(TestCluster shared) : IDisposable
{
    readonly string folder = Directory.CreateTempSubdirectory("lc-cluster-").FullName;

    string Data => Path.Combine(folder, "server", "data");

    static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose()
    {
        ServerProcesses.In(Data).ShouldBeEmpty();
        Directory.Delete(folder, recursive: true);
    }

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
        await using var cluster = await PrivateCluster.Start(folder, Cancellation);
        await Ask(cluster.ConnectionString("postgres"), "alter system set fsync = off");
        await Ask(cluster.ConnectionString("postgres"), "select pg_reload_conf()");

        await cluster.Kill(Cancellation);
        await cluster.Restart(Cancellation);

        (await Ask(cluster.ConnectionString("postgres"), "show fsync")).ShouldBe("on");
    }

    [Fact]
    public async Task Only_this_account_can_reach_it()
    {
        await using var cluster = await PrivateCluster.Start(folder, Cancellation);

        File.GetUnixFileMode(Path.Combine(folder, "server")).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }

    [Fact]
    public async Task Stopped_and_opened_again_it_has_its_data()
    {
        await using (var first = await PrivateCluster.Start(folder, Cancellation))
        {
            await first.CreateDatabase("livecommerce", Cancellation);
            await Ask(await first.CreateDatabase("livecommerce", Cancellation), "create table kept as select 'here' as word");
        }
        ServerProcesses.In(Data).ShouldBeEmpty();

        await using var second = await PrivateCluster.Start(folder, Cancellation);
        (await Ask(second.ConnectionString("livecommerce"), "select word from kept")).ShouldBe("here");
    }

    [Fact]
    public async Task After_a_power_cut_it_recovers_what_was_committed()
    {
        await using var cluster = await PrivateCluster.Start(folder, Cancellation);
        await Ask(cluster.ConnectionString("postgres"), "create table kept as select 'here' as word");

        await cluster.Kill(Cancellation);
        ServerProcesses.In(Data).ShouldBeEmpty();
        await cluster.Restart(Cancellation);

        (await Ask(cluster.ConnectionString("postgres"), "select word from kept")).ShouldBe("here");
    }

    [Fact]
    public async Task The_server_of_a_killed_process_is_adopted_and_stopped()
    {
        using var killed = await ClusterHolder.Open(folder);
        var postmaster = Postmaster();
        await killed.Kill();

        await using (await PrivateCluster.Start(folder, Cancellation))
            Postmaster().ShouldBe(postmaster);

        ServerProcesses.In(Data).ShouldBeEmpty();
    }

    [Fact]
    public async Task Two_share_one_server_and_the_last_stops_it()
    {
        using var other = await ClusterHolder.Open(folder);
        var postmaster = Postmaster();
        await using (await PrivateCluster.Start(folder, Cancellation))
            Postmaster().ShouldBe(postmaster);
        ServerProcesses.In(Data).ShouldNotBeEmpty("the other process still uses it");

        await using var second = await PrivateCluster.Start(folder, Cancellation);
        var third = await PrivateCluster.Start(folder, Cancellation);
        await other.Kill();
        await third.DisposeAsync();
        ServerProcesses.In(Data).ShouldNotBeEmpty("the second still uses it");
        await second.DisposeAsync();
        ServerProcesses.In(Data).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_process_number_that_is_now_anothers_does_not_stop_the_start()
    {
        await using (await PrivateCluster.Start(folder, Cancellation))
        {
        }
        await File.WriteAllTextAsync(Path.Combine(Data, "postmaster.pid"), $"{Environment.ProcessId}\n{Data}\n", Cancellation);

        await using var again = await PrivateCluster.Start(folder, Cancellation);
        Postmaster().ShouldNotBe(Environment.ProcessId);
    }

    [Fact]
    public async Task A_making_that_was_interrupted_is_begun_afresh()
    {
        Directory.CreateDirectory(Path.Combine(folder, "server", "data.unfinished", "base"));

        await using var cluster = await PrivateCluster.Start(folder, Cancellation);
        (await Ask(cluster.ConnectionString("postgres"), "select 'whole'")).ShouldBe("whole");
    }

    [Fact]
    public async Task A_folder_too_long_for_a_socket_is_refused_in_words() =>
        (await Should.ThrowAsync<ArgumentException>(PrivateCluster.Start(Path.Combine(folder, new string('x', 90)), Cancellation)))
            .Message.ShouldContain("shorter folder");

    int Postmaster() => int.Parse(File.ReadLines(Path.Combine(Data, "postmaster.pid")).First(), System.Globalization.CultureInfo.InvariantCulture);

    static async Task<string?> Ask(string connectionString, string sql)
    {
        await using var connection = new NpgsqlConnection(connectionString + ";Pooling=false");
        await connection.OpenAsync(Cancellation);
        await using var command = new NpgsqlCommand(sql, connection);
        return (await command.ExecuteScalarAsync(Cancellation))?.ToString();
    }
}
