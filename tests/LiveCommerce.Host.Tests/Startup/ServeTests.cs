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
            registration = Shell.IdOf(first);
            Shell.IdOf(second).ShouldNotBe(registration);
            (await host.Stop("INT")).ShouldBe(0);
            host.Errors.ShouldNotContain("fail:");
        }
        data.Server.ShouldBeEmpty();
        var key = KeyOfItsOwnerAlone();

        await using var again = await HostProcess.Serving(data.Path);
        KeyOfItsOwnerAlone().ShouldBe(key);
        (await Shell.Paste($"curl -s -H \"Authorization: Bearer $(cat '{data.Development}/merchant.token')\" {again.Url}/v1/registrations/{registration}"))
            .ShouldContain(registration);
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
}
