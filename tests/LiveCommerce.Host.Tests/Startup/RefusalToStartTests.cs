using LiveCommerce.Postgres.Cluster;

namespace LiveCommerce.Tests.Startup;

public sealed class RefusalToStartTests(TestCluster cluster) : IAsyncDisposable
{
    readonly DataFolder data = new();

    public ValueTask DisposeAsync() => data.DisposeAsync();

    [Theory]
    [InlineData("fsync")]
    [InlineData("full_page_writes")]
    public async Task Nothing_is_served_on_a_server_that_may_lose_what_it_acknowledged(string setting)
    {
        await using var unsafeServer = await UnsafeServer.Start(data.Path, setting);
        await using var host = HostProcess.Start(
            data.Path, [], ("ConnectionStrings__LiveCommerce", unsafeServer.ConnectionString),
            ("Authentication__Authority", "https://sign-in.example"), ("Authentication__Audience", "livecommerce"));

        (await host.Exit()).Code.ShouldBe(2);
        host.Errors.ShouldContain($"The database server runs with {setting} off");
    }

    [Fact]
    public async Task A_named_database_without_an_authority_is_not_served() =>
        await Refuses("set Authentication:Authority", ("ConnectionStrings__LiveCommerce", await cluster.CreateDatabase()));

    [Fact]
    public Task An_authority_without_an_audience_is_not_enough() => Refuses("Authentication:Audience", ("Authentication__Authority", "https://sign-in.example"));

    [Fact]
    public Task Development_tokens_do_not_leave_the_machine() => Refuses("can be reached from other machines", ("ASPNETCORE_URLS", "http://0.0.0.0:0"));

    [Fact]
    public async Task A_port_that_is_taken_is_said_and_the_database_is_left()
    {
        using var other = new System.Net.Sockets.TcpListener(System.Net.IPAddress.Loopback, 0);
        other.Start();

        await Refuses("address already in use", ("ASPNETCORE_URLS", $"http://{other.LocalEndpoint}"));
    }

    [Fact]
    public Task Text_that_would_stay_as_it_came_is_not_taken() => Refuses("install libicu", (HostProcess.Invariant, "1"));

    [Fact]
    public Task A_database_that_does_not_answer_is_named_in_a_sentence() => Refuses(
        "livecommerce: The database does not do what was asked of it",
        ("ConnectionStrings__LiveCommerce", "Host=/nowhere;Database=x;Username=x"), ("Authentication__Authority", "https://sign-in.example"), ("Authentication__Audience", "x"));

    async Task Refuses(string reason, params (string Name, string Value)[] environment)
    {
        await using var host = HostProcess.Start(data.Path, [], environment);

        (await host.Exit()).Code.ShouldBe(2);
        host.Errors.ShouldContain(reason);
        data.Server.ShouldBeEmpty();
    }
}
