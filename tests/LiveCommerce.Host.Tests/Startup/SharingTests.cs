namespace LiveCommerce.Tests.Startup;

public sealed class SharingTests(SeasonFolder season) : IAsyncDisposable
{
    readonly DataFolder data = new();

    public ValueTask DisposeAsync() => data.DisposeAsync();

    [Fact]
    public async Task After_a_kill_the_next_start_adopts_the_server_and_sigterm_leaves_nothing()
    {
        await season.CopyTo(data);
        await using (var killed = await HostProcess.Serving(data.Path)) await killed.Stop("KILL");
        data.Server.ShouldNotBeEmpty();
        var postmaster = data.Postmaster;

        await using var next = await HostProcess.Serving(data.Path);

        data.Postmaster.ShouldBe(postmaster);
        (await next.Stop("TERM")).ShouldBe(0);
        data.Server.ShouldBeEmpty();
    }

    [Fact]
    public async Task Two_at_once_share_one_cluster_and_the_last_one_stops_it()
    {
        await using var one = HostProcess.Start(data.Path, []);
        await using var two = HostProcess.Start(data.Path, []);
        await Task.WhenAll(one.ReadBanner(), two.ReadBanner());

        one.Url.ShouldNotBe(two.Url);
        var registered = Shell.IdOf(await Shell.Register(one.FirstRequest));
        (await one.Stop("INT")).ShouldBe(0);
        data.Server.ShouldNotBeEmpty();
        (await Shell.Paste($"curl -s -H \"Authorization: Bearer $(cat '{data.Development}/merchant.token')\" {two.Url}/v1/registrations/{registered}"))
            .ShouldContain(registered);

        (await two.Stop("INT")).ShouldBe(0);
        data.Server.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_stop_before_the_banner_leaves_nothing_either()
    {
        await using var host = HostProcess.Start(data.Path, []);
        while (data.Server.Count == 0 && !host.HasEnded) await Task.Delay(5, TestContext.Current.CancellationToken);

        await host.Stop("INT");

        data.Server.ShouldBeEmpty();
    }
}
