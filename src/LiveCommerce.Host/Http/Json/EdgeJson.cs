using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace LiveCommerce.Host.Http.Json;

/// <summary>JSON as people and programs outside see it: camelCase, enums by name, ids as TypeID text, instants in UTC, nothing unknown let in.</summary>
static class EdgeJson
{
    internal static JsonSerializerOptions Options { get; } = Create();

    /// <summary>The same rules for the framework's own reading and writing, so that the OpenAPI document describes them.</summary>
    internal static void Apply(JsonSerializerOptions options)
    {
        options.PropertyNamingPolicy = JsonNamingPolicy.CamelCase;
        options.PropertyNameCaseInsensitive = false;
        options.NumberHandling = JsonNumberHandling.Strict;
        options.UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow;
        options.RespectNullableAnnotations = true;
        options.RespectRequiredConstructorParameters = true;
        options.AllowDuplicateProperties = false;
        options.MaxDepth = 16;
        options.Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping; // answered as application/json alone, never inside a page
        options.Converters.Add(new TypeIdConverterFactory());
        options.Converters.Add(new PartyConverter());
        options.Converters.Add(new EdgeMomentConverter());
        options.Converters.Add(new EdgeZoneConverter());
        options.Converters.Add(new PersonalAnswerConverter());
        options.Converters.Add(new ExpiryAnswerConverter());
        options.Converters.Add(new JsonStringEnumConverter(allowIntegerValues: false));
        options.TypeInfoResolver = new DefaultJsonTypeInfoResolver().WithAddedModifier(AbsenceMarks.Add);
    }

    static JsonSerializerOptions Create()
    {
        var options = new JsonSerializerOptions();
        Apply(options);
        options.Converters.Insert(0, new NameConverterFactory()); // here alone: of the framework's own converter the document knows the names
        options.MakeReadOnly();
        return options;
    }
}
