using System.Text;
using System.Text.Json;
using LiveCommerce.Kernel;
using LiveCommerce.LiveSessions;

namespace LiveCommerce.Postgres.LiveSessions;

/// <summary>Minutes in a row as short JSON: an array for each, since 240 of them are written again with each new one.</summary>
static class FiguresText
{
    internal static string Write(ValueList<Money> gmv) => Write(json => WriteGmv(json, gmv));

    internal static ValueList<Money> ReadGmv(string text)
    {
        using var document = JsonDocument.Parse(text);
        return Gmv(document.RootElement);
    }

    internal static string Write(ValueList<ToldMinute> minutes) => Write(json =>
    {
        json.WriteStartArray();
        foreach (var minute in minutes) WriteMinute(json, minute.ToldAt, minute.Figures);
        json.WriteEndArray();
    });

    internal static ValueList<ToldMinute> ReadMinutes(string text)
    {
        using var document = JsonDocument.Parse(text);
        return document.RootElement.EnumerateArray().Select(Minute).ToValueList();
    }

    static void WriteMinute(Utf8JsonWriter json, Moment toldAt, MinuteFigures it)
    {
        json.WriteStartArray();
        json.WriteNumberValue(toldAt.ToUnixMicroseconds());
        foreach (var figure in (ReadOnlySpan<int?>)[it.Minute, it.Views, it.Viewers, it.Entries, it.Interactions, it.NewFollowers, it.CartExposures, it.ProductClicks, it.Orders, it.Units])
            if (figure is { } number) json.WriteNumberValue(number);
            else json.WriteNullValue();
        WriteGmv(json, it.Gmv.Select(line => line.Gmv));
        json.WriteEndArray();
    }

    static ToldMinute Minute(JsonElement it) => new(
        Moment.FromUnixMicroseconds(it[0].GetInt64()),
        new(Number(it, 1), Number(it, 2), Number(it, 3), NumberOrNone(it, 4), Number(it, 5), Number(it, 6), NumberOrNone(it, 7), Number(it, 8), Number(it, 9), Number(it, 10),
            Gmv(it[11]).Select(sum => new ProductGmv(null, sum)).ToValueList()));

    static void WriteGmv(Utf8JsonWriter json, IEnumerable<Money> gmv)
    {
        json.WriteStartObject();
        foreach (var sum in gmv) json.WriteString(sum.Currency, sum.Amount);
        json.WriteEndObject();
    }

    static ValueList<Money> Gmv(JsonElement it) => it.EnumerateObject().Select(sum => new Money(sum.Value.GetString() ?? "", sum.Name)).ToValueList();

    static int Number(JsonElement it, int index) => it[index].GetInt32();

    static int? NumberOrNone(JsonElement it, int index) => it[index].ValueKind == JsonValueKind.Null ? null : it[index].GetInt32();

    static string Write(Action<Utf8JsonWriter> write)
    {
        using var text = new MemoryStream();
        using (var json = new Utf8JsonWriter(text)) write(json);
        return Encoding.UTF8.GetString(text.GetBuffer(), 0, (int)text.Length);
    }
}
