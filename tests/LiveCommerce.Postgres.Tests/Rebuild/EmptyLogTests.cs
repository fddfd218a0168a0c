using LiveCommerce.Postgres;

namespace LiveCommerce.Tests.Rebuild;

public sealed class EmptyLogTests(TestCluster cluster)
{
    [Fact]
    public async Task An_empty_log_is_rebuilt_to_no_rows_and_written_to_afterwards()
    {
        await using var test = await TestStore.Create(cluster);
        var models = new ReadModels(test.Database());
        await models.Rebuild(cancellation: TestContext.Current.CancellationToken);
        (await test.Ask<string>("select string_agg(view || ' ' || generation, ', ' order by view collate \"C\") from lc_views"))
            .ShouldBe(string.Join(", ", models.Names.Order(StringComparer.Ordinal).Select(view => $"{view} 2")));
        await using var season = new Season(test.Store(LiveCommerceEvents.Catalog));
        await season.Begin();
        (await test.Ask<long>("select count(*) from lc_campaigns where generation = 2")).ShouldBe(1);
    }
}
