using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Npgsql;

namespace LiveCommerce.Benchmarks;

/// <summary>One pass over a whole log.</summary>
sealed record LogPass(string Name, long Facts, TimeSpan Took, TimeSpan Host, TimeSpan Database, string Note)
{
    internal double PerSecond => Facts / Took.TotalSeconds;

    /// <summary>In a second of this process' processor time.</summary>
    internal double PerCore => Facts / Host.TotalSeconds;

    /// <summary>Times it, with the processor time of this process and of the servers.</summary>
    internal static async Task<LogPass> Of(string name, long facts, Func<Task<string>> pass)
    {
        var (watch, before) = (Stopwatch.StartNew(), new ProcessorTime());
        var note = await pass();
        var took = watch.Elapsed;
        var spent = new ProcessorTime().Since(before);
        return new(name, facts, took, spent.Host, spent.Database, note);
    }

    /// <summary>The least that anybody must do who reads the log: every body and every headers as a JSON document, over one connection.</summary>
    internal static async Task<string> Parse(string connection, long upTo)
    {
        await using var source = NpgsqlDataSource.Create(connection);
        await using var command = source.CreateCommand("select data, headers from livecommerce.mt_events order by seq_id limit $1");
        command.Parameters.Add(new NpgsqlParameter<long> { TypedValue = upTo });
        await using var reader = await command.ExecuteReaderAsync();
        var objects = 0;
        while (await reader.ReadAsync())
            for (var column = 0; column < 2; column++)
            {
                using var document = JsonDocument.Parse(reader.GetFieldValue<byte[]>(column));
                if (document.RootElement.ValueKind == JsonValueKind.Object) objects++;
            }
        return string.Create(CultureInfo.InvariantCulture, $"{objects:N0} documents");
    }
}
