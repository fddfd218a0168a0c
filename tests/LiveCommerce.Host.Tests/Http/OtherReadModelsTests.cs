using System.Net;
using System.Text.Json;

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
        await Execute("update lc_campaigns set generation = 7; update lc_views set generation = 7, fold_version = 2 where view = 'campaigns'");

        var ready = await host.Http.GetAsync("/health/ready", TestContext.Current.CancellationToken);
        ready.StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);
        var problem = (await JsonDocument.ParseAsync(await ready.Content.ReadAsStreamAsync(TestContext.Current.CancellationToken))).RootElement;
        problem.GetProperty("code").GetString().ShouldBe("read-models.other-version");
        problem.GetProperty("errors")[0].GetProperty("message").GetString().ShouldBe(
            "The read model 'campaigns' in use has fold version 2 and this program 1: it was rebuilt for a newer program, which must take this one's place.");

        var refused = await Should.ThrowAsync<ShouldAssertException>(() => World.Registration(merchant, campaign));
        refused.Message.ShouldContain("ServiceUnavailable");
        (await host.Recorded()).ShouldBe(before);

        await Execute("update lc_views set fold_version = 1 where view = 'campaigns'");
        (await host.Http.GetAsync("/health/ready", TestContext.Current.CancellationToken)).StatusCode.ShouldBe(HttpStatusCode.OK);
        await World.Registration(merchant, campaign);
    }

    async Task Execute(string sql)
    {
        await using var command = host.Database.CreateCommand(sql);
        await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
    }
}
