using LiveCommerce.Kernel;
using LiveCommerce.Postgres;
using Npgsql;
using NpgsqlTypes;

namespace LiveCommerce.Benchmarks;

/// <summary>The hand-written floor of figures by the minute: the same rows, one prepared function call and one transaction for each minute.</summary>
static class FiguresFloor
{
    const string Call = "select floor_figures($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)";

    // of a session in its middle: its row holds as many minutes as it does on average
    const string Template = """
        select e.data::text, e.headers::text, c.command::text, c.context::text, c.answer::text, encode(f.told, 'hex')
        from mt_events e, lc_commands c, lc_session_figures f where e.type = 'live_metrics_recorded' and c.position = e.seq_id order by e.seq_id desc limit 1
        """;

    static readonly NpgsqlDbType[] Ids = [NpgsqlDbType.Uuid, NpgsqlDbType.Bigint, NpgsqlDbType.Uuid, NpgsqlDbType.Uuid];

    internal static async Task<Figure> Measure(Server server, int pool, int products)
    {
        var connection = await server.Database();
        await using var source = new NpgsqlDataSourceBuilder(connection) { ConnectionStringBuilder = { SearchPath = new PostgresOptions().Schema } }.Build();
        var texts = await Texts(connection, source, products);
        var (calls, asked) = (new NpgsqlCommand[pool], new int[pool]);
        for (var caller = 0; caller < pool; caller++) calls[caller] = await Prepared(source, texts);
        var figure = await Load.Run($"floor of figures by the minute, {products} products", pool, async caller =>
        {
            var number = asked[caller]++;
            var parameters = calls[caller].Parameters;
            parameters[0].Value = DerivedId.Of(Scene.Merchant(caller).Value, $"{number / SessionScene.Length}");
            parameters[1].Value = (long)(number % SessionScene.Length);
            parameters[2].Value = Guid.CreateVersion7();
            parameters[3].Value = Guid.CreateVersion7();
            await calls[caller].ExecuteScalarAsync();
        });
        foreach (var call in calls) await (call.Connection?.DisposeAsync() ?? ValueTask.CompletedTask);
        return figure;
    }

    static async Task<string[]> Texts(string connection, NpgsqlDataSource source, int products)
    {
        await using (var database = PostgresDatabase.Open(connection))
        await using (var scene = new SessionScene(database, products))
        {
            var (_, sessions) = await scene.Shop(1, _ => SessionScene.Now + NodaTime.Duration.FromHours(-6));
            for (var minute = 0; minute < SessionScene.Length / 2; minute++) await scene.Tell(sessions[0], minute, 1);
        }
        await using var floor = source.CreateCommand(await File.ReadAllTextAsync(Path.Combine(AppContext.BaseDirectory, "floor-figures.sql")));
        await floor.ExecuteNonQueryAsync();
        await using var template = source.CreateCommand(Template);
        await using var row = await template.ExecuteReaderAsync();
        await row.ReadAsync();
        return [.. Enumerable.Range(0, row.FieldCount).Select(row.GetString)];
    }

    static async Task<NpgsqlCommand> Prepared(NpgsqlDataSource source, string[] texts)
    {
        var call = new NpgsqlCommand(Call, await source.OpenConnectionAsync());
        foreach (var type in Ids) call.Parameters.Add(new() { NpgsqlDbType = type, Value = type == NpgsqlDbType.Bigint ? 0L : Guid.Empty });
        foreach (var text in texts) call.Parameters.Add(new() { NpgsqlDbType = NpgsqlDbType.Text, Value = text });
        await call.PrepareAsync();
        return call;
    }
}
