using System.Globalization;
using LiveCommerce.Kernel;
using LiveCommerce.Store;
using Npgsql;
using NpgsqlTypes;

namespace LiveCommerce.Benchmarks;

/// <summary>The hand-written floor: the same rows, one prepared function call and one transaction per submission.</summary>
sealed class Floor : IAsyncDisposable
{
    const string Call = "select floor_submit($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)";

    readonly NpgsqlConnection[] connections;
    readonly NpgsqlCommand[] calls;
    readonly int[] asked;

    Floor(NpgsqlConnection[] connections, NpgsqlCommand[] calls) => (this.connections, this.calls, asked) = (connections, calls, new int[calls.Length]);

    internal static async Task<Figure> Measure(Server server, int pool)
    {
        var connection = await server.Database();
        var text = await Template(connection);
        await using var floor = await Open(connection, pool, text);
        return await Load.Run($"floor, pool of {pool.ToString(CultureInfo.InvariantCulture)}", pool, floor.Submit);
    }

    async Task Submit(int caller)
    {
        var number = asked[caller]++;
        var parameters = calls[caller].Parameters;
        parameters[0].Value = Guid.CreateVersion7();
        parameters[1].Value = DerivedId.Of(Scene.Merchant(caller).Value, (number / 100).ToString(CultureInfo.InvariantCulture));
        parameters[2].Value = (long)(number % 100);
        for (var i = 3; i < 6; i++) parameters[i].Value = Guid.CreateVersion7();
        await calls[caller].ExecuteScalarAsync();
    }

    /// <summary>One real submission through the whole path; the floor writes its very texts.</summary>
    static async Task<string[]> Template(string connection)
    {
        await using var host = new Host(connection);
        await Scene.Prepare(host.Pipeline);
        await host.Pipeline.Send(Scene.Submission(0, 0, Guid.CreateVersion7(), Scene.Forms(Scene.Now())));
        await using var source = NpgsqlDataSource.Create(connection);
        await Run(source, $"set search_path = livecommerce; {await File.ReadAllTextAsync(Path.Combine(AppContext.BaseDirectory, "floor.sql"))}");
        await using var command = source.CreateCommand("""
            select s.data::text, s.headers::text, t.data::text, t.headers::text, c.command::text, c.context::text, c.answer::text
            from livecommerce.mt_events s, livecommerce.mt_events t, livecommerce.lc_commands c
            where s.type = 'registration_submitted' and t.type = 'slot_taken' and c.name = 'submit_registration'
            """);
        await using var reader = await command.ExecuteReaderAsync();
        await reader.ReadAsync();
        return [.. Enumerable.Range(0, 7).Select(reader.GetString)];
    }

    static async Task<Floor> Open(string connection, int pool, string[] texts)
    {
        var builder = new NpgsqlConnectionStringBuilder(connection) { SearchPath = "livecommerce", MaxPoolSize = 100 };
        var connections = new NpgsqlConnection[pool];
        var calls = new NpgsqlCommand[pool];
        for (var i = 0; i < pool; i++)
        {
            connections[i] = new(builder.ConnectionString);
            await connections[i].OpenAsync();
            calls[i] = new(Call, connections[i]);
            foreach (var type in new[] { NpgsqlDbType.Uuid, NpgsqlDbType.Uuid, NpgsqlDbType.Bigint, NpgsqlDbType.Uuid, NpgsqlDbType.Uuid, NpgsqlDbType.Uuid })
                calls[i].Parameters.Add(new() { NpgsqlDbType = type, Value = type == NpgsqlDbType.Bigint ? 0L : Guid.Empty });
            foreach (var text in texts) calls[i].Parameters.Add(new() { NpgsqlDbType = NpgsqlDbType.Text, Value = text });
            await calls[i].PrepareAsync();
        }
        return new(connections, calls);
    }

    static async Task Run(NpgsqlDataSource source, string sql)
    {
        await using var command = source.CreateCommand(sql);
        await command.ExecuteNonQueryAsync();
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var call in calls) await call.DisposeAsync();
        foreach (var connection in connections) await connection.DisposeAsync();
    }
}
