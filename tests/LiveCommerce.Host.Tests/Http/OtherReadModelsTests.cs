using System.Net;

namespace LiveCommerce.Tests.Http;

/// <summary>A host whose read models were rebuilt for another version of the program: callers must go elsewhere, and nothing is written here.</summary>
public sealed class OtherReadModelsTests(TestHost host) : IClassFixture<TestHost>
{
    [Fact]
    public async Task It_is_not_ready_says_why_and_what_to_do_and_records_nothing()
    {
        var world = new World(host);
        var (merchant, campaign) = (await world.Merchant(), await world.Campaign());
        await World.Registration(merchant, campaign);
        var before = await host.Recorded();
        await Execute("create table lc_campaigns_7 partition of lc_campaigns for values in (7); update lc_campaigns set generation = 7; update lc_views set generation = 7, fold_version = 2 where view = 'campaigns'");

        var problem = (await world.Nobody.Get("/health/ready")).ShouldBeProblem(503, "read-models.other-version");
        problem["errors"][0].GetProperty("message").GetString().ShouldBe(
            "The read model 'campaigns' in use has fold version 2 and this program 1: it was rebuilt for a newer program, which must take this one's place.");

        var refused = await merchant.Caller.Post($"/v1/campaigns/{campaign}/registrations", World.Form(start: 6));
        refused.ShouldBeProblem(503, "busy").Headers.RetryAfter.ShouldNotBeNull();
        (await merchant.Caller.Get($"/v1/campaigns/{campaign}")).ShouldBe(HttpStatusCode.OK); // reading goes on
        (await host.Recorded()).ShouldBe(before);

        await Execute("update lc_views set fold_version = 1 where view = 'campaigns'");
        (await host.Http.GetAsync("/health/ready", TestContext.Current.CancellationToken)).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await merchant.Caller.Post($"/v1/campaigns/{campaign}/registrations", World.Form(start: 6))).ShouldBe(HttpStatusCode.Created);
    }

    async Task Execute(string sql)
    {
        await using var command = host.Database.CreateCommand(sql);
        await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
    }
}
