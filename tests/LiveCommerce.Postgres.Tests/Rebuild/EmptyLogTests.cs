using LiveCommerce.Postgres;

namespace LiveCommerce.Tests.Rebuild;

public sealed class EmptyLogTests(TestCluster cluster)
{
    [Fact]
    public async Task An_empty_log_is_rebuilt_to_no_rows_and_written_to_afterwards()
    {
        await using var test = await TestStore.Create(cluster);
        await new ReadModels(test.Database()).Rebuild(cancellation: TestContext.Current.CancellationToken);
        (await test.Ask<string>("select string_agg(view || ' ' || generation, ', ' order by view) from lc_views")).ShouldBe("accounts 2, campaign_statistics 2, campaigns 2, registrations 2, session_figures 2, sessions 2");
        await using var season = new Season(test.Store(LiveCommerceEvents.Catalog));
        await season.Begin();
        (await test.Ask<long>("select count(*) from lc_campaigns where generation = 2")).ShouldBe(1);
    }
}
