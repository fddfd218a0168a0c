using LiveCommerce.Kernel;
using Npgsql;

namespace LiveCommerce.Benchmarks;

/// <summary>The least that anybody must do for a page of 50 records: one prepared statement, written by hand, that gives them as JSON.</summary>
sealed class ListFloor : IAsyncDisposable
{
    const string Page = """
        select json_agg(page) from (
            select r.*, c.ends_at, notes.value as notes from lc_registrations r
            left join lc_campaigns c on c.generation = (select generation from lc_views where view = 'campaigns') and c.id = r.campaign
            left join lc_personal notes on notes.reference = r.notes_reference
        """;

    readonly NpgsqlDataSource source;
    readonly NpgsqlConnection connection;
    readonly NpgsqlCommand latest;
    readonly NpgsqlCommand own;

    ListFloor(NpgsqlDataSource source, NpgsqlConnection connection)
    {
        (this.source, this.connection) = (source, connection);
        latest = Command($"{Page} where r.generation = (select generation from lc_views where view = 'registrations') and r.campaign = $1 and r.status = 'UnderReview' order by r.registered_at desc, r.id desc limit 50) page");
        own = Command($"{Page} where r.generation = (select generation from lc_views where view = 'registrations') and r.party = $1 order by r.registered_at desc, r.id desc limit 50) page");
    }

    internal static async Task<ListFloor> Open(string connection)
    {
        var source = NpgsqlDataSource.Create(new NpgsqlConnectionStringBuilder(connection) { SearchPath = "livecommerce" });
        var floor = new ListFloor(source, await source.OpenConnectionAsync());
        await floor.latest.PrepareAsync();
        await floor.own.PrepareAsync();
        return floor;
    }

    internal Task LatestOf(CampaignId campaign) => Ask(latest, campaign.Value);

    internal Task Own(MerchantId merchant) => Ask(own, merchant.Value);

    public async ValueTask DisposeAsync()
    {
        await latest.DisposeAsync();
        await own.DisposeAsync();
        await connection.DisposeAsync();
        await source.DisposeAsync();
    }

    NpgsqlCommand Command(string sql) => new(sql, connection) { Parameters = { new NpgsqlParameter<Guid>() } };

    static async Task Ask(NpgsqlCommand command, Guid of)
    {
        command.Parameters[0].Value = of;
        if (await command.ExecuteScalarAsync() is not string) throw new InvalidOperationException("No page.");
    }
}
