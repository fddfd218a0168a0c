using LiveCommerce.Postgres;
using LiveCommerce.Tests.Harness;

namespace LiveCommerce.Tests.Rebuild;

/// <summary>Tests on a market of their own with registrations in it.</summary>
public abstract class RebuildTest(TestCluster cluster) : IAsyncLifetime
{
    private protected const int Registrations = 64;

    private protected Arena arena = null!;
    private protected PostgresDatabase database = null!;

    private protected static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public virtual async ValueTask InitializeAsync()
    {
        arena = await Arena.Open(cluster, parties: 4);
        database = PostgresDatabase.Open(arena.ConnectionString);
        var host = arena.Host();
        var answers = await Task.WhenAll(Enumerable.Range(0, Registrations).Select(number => host.Ask(Requests.Submit(0, number % 4, number / 4))));
        answers.ShouldAllBe(answer => answer.IsAccepted);
    }

    public async ValueTask DisposeAsync()
    {
        await database.DisposeAsync();
        await arena.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    private protected async Task Execute(string sql)
    {
        await using var command = arena.Raw.CreateCommand(sql);
        await command.ExecuteNonQueryAsync(Cancellation);
    }

    private protected async Task<string> Said(string sql) => string.Join(' ', await arena.Ask<string>(sql));

    /// <summary>Each read model with its generation in use and those that have rows.</summary>
    private protected Task<string> Generations() => Said("""
        select concat_ws(' ', 'campaigns', generation, (select array_agg(distinct generation) from lc_campaigns)) from lc_views where view = 'campaigns'
        union all select concat_ws(' ', 'registrations', generation, (select array_agg(distinct generation) from lc_registrations)) from lc_views where view = 'registrations'
        union all select concat_ws(' ', 'statistics', generation, (select array_agg(distinct generation) from lc_campaign_counts)) from lc_views where view = 'campaign_statistics'
        """);

    private protected Task<string> Digest(string table, string key, string generation) =>
        Said($"select coalesce(md5(string_agg((to_jsonb(r) - 'generation')::text, '' order by {key})), 'none') from {table} r where generation = {generation}");
}
