using LiveCommerce.Kernel;

namespace LiveCommerce.Tests.Startup;

public sealed class ServeTests : IAsyncDisposable
{
    readonly DataFolder data = new();

    public ValueTask DisposeAsync() => data.DisposeAsync();

    [Fact]
    public async Task The_request_of_the_banner_is_accepted_each_time_and_a_second_start_finds_its_data_and_its_key()
    {
        string registration;
        await using (var host = await HostProcess.Serving(data.Path))
        {
            var first = await Shell.Register(host.FirstRequest);
            var second = await Shell.Register(host.FirstRequest);
            registration = IdOf(first);
            IdOf(second).ShouldNotBe(registration);
            (await host.Stop("INT")).ShouldBe(0);
        }
        data.Server.ShouldBeEmpty();
        var key = KeyOfItsOwnerAlone();

        await using var again = await HostProcess.Serving(data.Path);
        KeyOfItsOwnerAlone().ShouldBe(key);
        (await Shell.Paste($"curl -s -H \"Authorization: Bearer $(cat {data.Development}/merchant.token)\" {again.Url}/v1/registrations/{registration}"))
            .ShouldContain(registration);
    }

    [Fact]
    public async Task After_a_kill_the_next_start_adopts_the_server_and_sigterm_leaves_nothing()
    {
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
        var registered = IdOf(await Shell.Register(one.FirstRequest));
        (await one.Stop("INT")).ShouldBe(0);
        data.Server.ShouldNotBeEmpty();
        (await Shell.Paste($"curl -s -H \"Authorization: Bearer $(cat {data.Development}/merchant.token)\" {two.Url}/v1/registrations/{registered}"))
            .ShouldContain(registered);

        (await two.Stop("INT")).ShouldBe(0);
        data.Server.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_stop_before_the_banner_leaves_nothing_either()
    {
        await using var host = HostProcess.Start(data.Path, []);
        while (data.Server.Count == 0) await Task.Yield();

        await host.Stop("INT");

        data.Server.ShouldBeEmpty();
    }

    [Fact]
    public async Task With_an_authority_it_issues_no_tokens_and_says_so()
    {
        await using var host = await HostProcess.Serving(
            data.Path, ("Authentication__Authority", "https://sign-in.example"), ("Authentication__Audience", "livecommerce"));

        host.Banner.ShouldContain("Tokens come from https://sign-in.example; this host issues none.");
        Directory.Exists(data.Development).ShouldBeFalse();
    }

    byte[] KeyOfItsOwnerAlone()
    {
        foreach (var file in Directory.EnumerateFiles(data.Development)) File.GetUnixFileMode(file).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite, file);
        return File.ReadAllBytes(Path.Combine(data.Development, "signing-key"));
    }

    static string IdOf(System.Text.Json.JsonElement answer)
    {
        answer.ToString().ShouldContain("\"recorded\":true");
        var id = answer.GetProperty("id").GetString();
        TypeId.TryParse<RegistrationId>(id, out _).ShouldBeTrue(answer.ToString());
        return id!;
    }
}
