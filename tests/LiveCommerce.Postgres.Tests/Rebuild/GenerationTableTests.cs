using LiveCommerce.Postgres.Append;

namespace LiveCommerce.Tests.Rebuild;

public sealed class GenerationTableTests(TestCluster cluster)
{
    [Fact]
    public async Task Every_inline_read_model_has_a_table_for_each_generation()
    {
        await using var test = await TestStore.Create(cluster);
        foreach (var table in InlineTables.All.For(LiveCommerceModel.Default, []).Tables)
            (await test.Ask<string>($"select relkind::text || ' ' || (select count(*) from pg_inherits where inhparent = c.oid) from pg_class c where oid = '{table}'::regclass"))
                .ShouldBe("p 1", $"{table}: its migration says 'partition by list (generation)' and makes the first partition");
    }
}
