using System.Text.Json;
using System.Text.Json.Serialization;

namespace LiveCommerce.Host.Http.Json;

/// <summary>
/// One out of a few names, letter for letter. The usual converter takes lists as well ("Approved, Rejected") and adds them up to another
/// name, or to none that anybody knows: recorded, that could never be read again.
/// </summary>
sealed class NameConverterFactory : JsonConverterFactory
{
    public override bool CanConvert(Type typeToConvert) => typeToConvert.IsEnum;

    public override JsonConverter? CreateConverter(Type typeToConvert, JsonSerializerOptions options) =>
        (JsonConverter?)Activator.CreateInstance(typeof(Converter<>).MakeGenericType(typeToConvert));

    sealed class Converter<TEnum> : JsonConverter<TEnum> where TEnum : struct, Enum
    {
        public override TEnum Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            reader.TokenType == JsonTokenType.String && Enum.TryParse<TEnum>(reader.GetString(), out var value) && value.ToString() == reader.GetString() && Enum.IsDefined(value)
                ? value
                : throw new JsonException();

        public override void Write(Utf8JsonWriter writer, TEnum value, JsonSerializerOptions options) => writer.WriteStringValue(value.ToString());
    }
}
