using System.Diagnostics;
using System.Text.Json;
using System.Text.Json.Serialization;
using LiveCommerce.Registrations;

namespace LiveCommerce.Host.Http.Json;

/// <summary>Why a registration expired, with the reason's name beside what only that reason knows.</summary>
sealed class ExpiryAnswerConverter : JsonConverter<Expiry>
{
    public override Expiry Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        throw new JsonException("An expiry is answered, not read.");

    public override void Write(Utf8JsonWriter writer, Expiry value, JsonSerializerOptions options)
    {
        var (why, name, detail) = value switch
        {
            Expiry.AtCampaignEnd it => (ExpiryReason.CampaignEnded, "statusBefore", (object)it.StatusBefore),
            Expiry.Removed it => (ExpiryReason.RemovedByPlatform, "reason", it.Reason),
            Expiry.Cancelled => (ExpiryReason.VoluntarilyCancelled, null, null),
            _ => throw new UnreachableException(),
        };
        writer.WriteStartObject();
        writer.WriteString("expiryReason", why.ToString());
        if (name is not null)
        {
            writer.WritePropertyName(name);
            JsonSerializer.Serialize(writer, detail, options);
        }
        writer.WriteEndObject();
    }
}
