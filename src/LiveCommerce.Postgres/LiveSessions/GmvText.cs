using System.Text;
using System.Text.Json;
using LiveCommerce.Kernel;

namespace LiveCommerce.Postgres.LiveSessions;

/// <summary>Amounts in a row as JSON: by currency.</summary>
static class GmvText
{
    internal static string Write(ValueList<Money> gmv)
    {
        using var text = new MemoryStream();
        using (var json = new Utf8JsonWriter(text))
        {
            json.WriteStartObject();
            foreach (var sum in gmv) json.WriteString(sum.Currency, sum.Amount);
            json.WriteEndObject();
        }
        return Encoding.UTF8.GetString(text.GetBuffer(), 0, (int)text.Length);
    }

    internal static ValueList<Money> ReadGmv(string text)
    {
        using var document = JsonDocument.Parse(text);
        return document.RootElement.EnumerateObject().Select(sum => new Money(sum.Value.GetString() ?? "", sum.Name)).ToValueList();
    }
}
