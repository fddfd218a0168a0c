using LiveCommerce.Postgres;
using Npgsql;

namespace LiveCommerce.Tests;

/// <summary>The tables are Marten's to the letter, and the database itself refuses to change history.</summary>
public sealed class SchemaTests(TestCluster cluster)
{
    const string Catalog = """
        select line from (
            select 1 as part, table_name as of, ordinal_position::int as place,
                table_name || '.' || column_name || ' ' || data_type || coalesce('(' || character_maximum_length || ')', '')
                    || case is_nullable when 'NO' then ' not null' else '' end || coalesce(' default ' || column_default, '') as line
            from information_schema.columns where table_schema = current_schema() and table_name like 'mt\_%'
            union all
            select 2, conrelid::regclass::text, 0, 'constraint ' || conname || ' on ' || conrelid::regclass || ' ' || pg_get_constraintdef(oid)
            from pg_constraint where connamespace = current_schema()::regnamespace and conrelid::regclass::text like 'mt\_%'
            union all
            select 3, tablename, 0, replace(indexdef, current_schema() || '.', '') from pg_indexes where schemaname = current_schema() and tablename like 'mt\_%'
            union all
            select 4, sequencename, 0, 'sequence ' || sequencename || ' owned by ' || (
                select d.refobjid::regclass || '.' || a.attname from pg_depend d join pg_attribute a on (a.attrelid, a.attnum) = (d.refobjid, d.refobjsubid)
                where d.objid = sequencename::regclass and d.deptype = 'a') || ' increment ' || increment_by || ' cache ' || cache_size
            from pg_sequences where schemaname = current_schema() and sequencename like 'mt\_%'
            union all
            select 5, relname, 0, relkind::text || ' ' || relname || coalesce(' ' || reloptions::text, '') from pg_class where relnamespace = current_schema()::regnamespace and relname like 'mt\_%' and relkind not in ('i', 'S', 'r')
            union all
            select 6, proname, 0, 'function ' || proname from pg_proc where pronamespace = current_schema()::regnamespace and proname like 'mt\_%'
            union all
            select 7, tgname, 0, 'trigger ' || tgname from pg_trigger where not tgisinternal and tgrelid::regclass::text like 'mt\_%'
        ) as lines order by part, of, place, line
        """;

    static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_catalog_is_exactly_Marten_s()
    {
        await using var test = await TestStore.Create(cluster);
        var lines = new List<string>();
        await using var command = test.Raw.CreateCommand(Catalog);
        await using var reader = await command.ExecuteReaderAsync(Cancellation);
        while (await reader.ReadAsync(Cancellation)) lines.Add(reader.GetString(0));
        var approved = Path.Combine(AppContext.BaseDirectory, "Schema", "marten-catalog.approved.txt");
        var received = string.Join('\n', lines) + "\n";
        if (!File.Exists(approved) || await File.ReadAllTextAsync(approved, Cancellation) != received)
            await File.WriteAllTextAsync(approved.Replace("approved", "received", StringComparison.Ordinal), received, Cancellation);
        received.ShouldBe(await File.ReadAllTextAsync(approved, Cancellation));
    }

    [Fact]
    public async Task A_migration_is_done_once_by_however_many_hosts_at_once()
    {
        var connectionString = await cluster.CreateDatabase();
        var options = new PostgresOptions { Schema = "market_one" };
        await using var database = NpgsqlDataSource.Create(connectionString);
        var taken = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Schema.Migrate(database, options, Cancellation)));
        taken.Count(steps => steps.Count > 0).ShouldBe(1);
        (await Schema.Migrate(database, options, Cancellation)).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("update mt_events set data = '{}'")]
    [InlineData("update mt_events set timestamp = now()")]
    [InlineData("update mt_events set headers = null, is_archived = true")]
    [InlineData("delete from mt_events")]
    [InlineData("truncate mt_events")]
    [InlineData("delete from mt_streams")]
    [InlineData("update mt_streams set type = 'x'")]
    [InlineData("update lc_commands set answer = '{}'")]
    [InlineData("delete from lc_commands")]
    [InlineData("update lc_slots set slot = 1")]
    [InlineData("delete from lc_slots")]
    [InlineData("update lc_commands set request_digest = null, code = 'x'")]
    [InlineData("update lc_log set epoch = 2")]
    [InlineData("update lc_log set request_key = ''")]
    [InlineData("delete from lc_personal")]
    [InlineData("select setval('mt_events_sequence', 1)")]
    [InlineData("drop table mt_events cascade")]
    [InlineData("create table mine (id int)")]
    public async Task The_writer_cannot_change_history(string sql)
    {
        await using var test = await TestStore.Create(cluster);
        await using var writer = test.Database(test.Options with { Role = test.Options.WriterRole });
        await using var command = writer.Reading.CreateCommand(sql);
        (await Should.ThrowAsync<PostgresException>(() => command.ExecuteNonQueryAsync(Cancellation))).SqlState.ShouldBe(PostgresErrorCodes.InsufficientPrivilege);
    }

    [Fact]
    public async Task The_writer_can_append_and_archive()
    {
        await using var test = await TestStore.Create(cluster);
        await test.Execute("grant insert, update, select on lc_jars to livecommerce_writer");
        var store = test.Store(options: test.Options with { Role = test.Options.WriterRole });
        (await store.Append([Jars.Drop(Guid.CreateVersion7(), 0)], null, Cancellation)).ShouldBeOfType<Store.AppendOutcome.Committed>();
        await using var writer = test.Database(test.Options with { Role = test.Options.WriterRole });
        await using var archive = writer.Reading.CreateCommand("update mt_events set is_archived = true");
        (await archive.ExecuteNonQueryAsync(Cancellation)).ShouldBe(1);
    }

    [Fact]
    public async Task The_writer_can_write_and_take_away_the_rows_of_every_read_model()
    {
        await using var test = await TestStore.Create(cluster);
        foreach (var view in new ReadModels(test.Database()).Names.Where(view => view != "campaign_statistics"))
            (await test.Ask<bool>($"select bool_and(has_table_privilege('livecommerce_writer', 'lc_{view}', privilege)) from unnest('{{insert,update,delete}}'::text[]) as privilege")).ShouldBeTrue(view);
    }

    [Fact]
    public async Task An_owner_who_may_not_take_on_the_writer_s_role_goes_without_it()
    {
        // the role is there already: another database of this server has made it
        await using var other = await TestStore.Create(cluster);
        await other.Execute("create role shop_owner; grant create on database " + new NpgsqlConnectionStringBuilder(other.ConnectionString).Database + " to shop_owner");
        var options = new PostgresOptions { Schema = "shop_owned" };
        await using (var superuser = NpgsqlDataSource.Create(other.ConnectionString)) await superuser.CreateCommand("create role shop_owned_writer").ExecuteNonQueryAsync(Cancellation);

        await using var owner = NpgsqlDataSource.Create(new NpgsqlConnectionStringBuilder(other.ConnectionString) { Options = "-c role=shop_owner" });
        (await Postgres.Schema.Migrate(owner, options, Cancellation)).ShouldNotBeEmpty();

        await using var database = PostgresDatabase.Open(other.ConnectionString, options with { Role = "shop_owner" });
        await using var store = new PostgresEventStore(database, Toy.Catalog);
        (await store.ReadAll(new(), Cancellation)).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("")]
    [InlineData("Upper")]
    [InlineData("a\"; drop schema public; --")]
    [InlineData("1st")]
    public void A_schema_s_name_is_plain(string name) => Should.Throw<ArgumentException>(() => new PostgresOptions { Schema = name });
}
