using System.Text.Json;
using System.Text.Json.Serialization;
using LiveCommerce.Kernel;

namespace LiveCommerce.Host.Http.Json;

/// <summary>Typed ids as TypeID text; the uuids inside are nobody's business outside.</summary>
sealed class TypeIdConverterFactory : JsonConverterFactory
{
    public override bool CanConvert(Type typeToConvert) =>
        typeToConvert.IsValueType && typeToConvert.GetInterfaces().Any(type => type.IsGenericType && type.GetGenericTypeDefinition() == typeof(ITypedId<>));

    public override JsonConverter? CreateConverter(Type typeToConvert, JsonSerializerOptions options) =>
        (JsonConverter?)Activator.CreateInstance(typeof(Converter<>).MakeGenericType(typeToConvert));

    sealed class Converter<TId> : JsonConverter<TId> where TId : struct, ITypedId<TId>
    {
        public override TId Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            TypeId.TryParse<TId>(reader.GetString(), out var id) ? id : throw new JsonException();

        public override void Write(Utf8JsonWriter writer, TId value, JsonSerializerOptions options) => writer.WriteStringValue(TypeId.Format(value));
    }
}

/// <summary>A party as the TypeID text of the merchant or the creator.</summary>
sealed class PartyConverter : JsonConverter<Party>
{
    public override Party Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        PartyText.TryParse(reader.GetString(), out var party) ? party : throw new JsonException();

    public override void Write(Utf8JsonWriter writer, Party value, JsonSerializerOptions options) => writer.WriteStringValue(value.ToString());
}

/// <summary>Reads a party from TypeID text: its prefix says which kind it is.</summary>
static class PartyText
{
    internal static bool TryParse(string? text, [System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out Party? party)
    {
        party = TypeId.TryParse<MerchantId>(text, out var merchant) ? Party.Of(merchant)
            : TypeId.TryParse<CreatorId>(text, out var creator) ? Party.Of(creator)
            : null;
        return party is not null;
    }
}
