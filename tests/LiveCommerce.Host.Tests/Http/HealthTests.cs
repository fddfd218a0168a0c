using System.Net;
using LiveCommerce.Host.Http.Health;
using LiveCommerce.Host.Startup;
using LiveCommerce.Postgres;
using LiveCommerce.Postgres.LiveEvents;
using LiveCommerce.Store;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace LiveCommerce.Tests.Http;

/// <summary>What stands still behind a host that serves is said where its operators look.</summary>
public sealed class HealthTests(TestHost host) : IClassFixture<TestHost>
{
    [Fact]
    public async Task Readiness_names_the_follower_that_stopped_and_why_and_requests_are_served()
    {
        var world = new World(host);
        (await Ready()).ShouldBe("ready");
        var services = host.App.Services;
        var receiver = new ReceivingGateway(services.GetRequiredService<PostgresDatabase>());
        await using var work = new BackgroundWork(
            services.GetRequiredService<PostgresDatabase>(), services.GetRequiredService<IEventStore>(), services.GetRequiredService<CommandPipeline>(),
            receiver, receiver, services.GetRequiredService<StoppedWork>(), host.App.Lifetime, NullLogger<BackgroundWork>.Instance);
        await using (var command = host.Database.CreateCommand("alter table lc_campaign_counts rename to lc_lost"))
            await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
        await work.StartAsync(TestContext.Current.CancellationToken);
        await World.Registration(await world.Merchant(), await world.Campaign());
        while (await Ready() is "ready") await Task.Delay(20, TestContext.Current.CancellationToken);
        (await Ready()).ShouldBe("ready\nstopped: campaign_statistics, 42P01: relation \"lc_campaign_counts\" does not exist");
        await World.Registration(await world.Merchant(), await world.Campaign());
    }

    async Task<string> Ready()
    {
        var answer = await host.Http.GetAsync("/health/ready", TestContext.Current.CancellationToken);
        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        return await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
    }
}
