using LiveCommerce.Postgres;
using LiveCommerce.Tests.Written;
using Npgsql;

namespace LiveCommerce.Tests.Samples;

/// <summary>What samples/marten.md says and can be tried without Marten: the role that it gives to a reader.</summary>
public sealed class MartenPageTests(TestCluster cluster)
{
    static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_reader_s_role_reads_the_log_and_cannot_write_it()
    {
        await using var owner = NpgsqlDataSource.Create(await cluster.CreateDatabase());
        await Schema.Migrate(owner, new(), Cancellation);
        var grants = (await WrittenPage.Section("samples/marten.md", "A role that reads", Cancellation)).ShouldHaveSingleItem();
        await using var connection = await owner.OpenConnectionAsync(Cancellation);
        await Run(connection, $"{grants.Text} set role livecommerce_reader;");

        await Run(connection, "select seq_id, data, headers from livecommerce.mt_events; select id, version from livecommerce.mt_streams; select last_seq_id from livecommerce.mt_event_progression");
        foreach (var forbidden in (string[])["insert into livecommerce.mt_streams (id) values (gen_random_uuid())", "update livecommerce.mt_events set data = '{}'", "delete from livecommerce.mt_events", "select value from livecommerce.lc_personal"])
            (await Should.ThrowAsync<PostgresException>(() => Run(connection, forbidden))).SqlState.ShouldBe(PostgresErrorCodes.InsufficientPrivilege, forbidden);
    }

    static async Task Run(NpgsqlConnection connection, string sql)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync(Cancellation);
    }
}
