using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using LiveCommerce.Kernel;

namespace LiveCommerce.Host.Http.Json;

/// <summary>Personal text in an answer: the plain value, or null once it was erased or altered. Requests carry plain strings and are sealed at the door.</summary>
sealed class PersonalAnswerConverter : JsonConverter<PersonalText>
{
    public override PersonalText Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        throw new JsonException("Personal text is sealed at the door, not read.");

    public override void Write(Utf8JsonWriter writer, PersonalText value, JsonSerializerOptions options)
    {
        if (value.Value is null) writer.WriteNullValue();
        else writer.WriteStringValue(value.Value);
    }
}

/// <summary>
/// Beside a personal text that was erased stands <c>"...Erased": true</c>: null alone would say that nothing was ever written. Beside one
/// whose stored value is not what was recorded stands <c>"...Altered": true</c>.
/// </summary>
static class AbsenceMarks
{
    internal static void Add(JsonTypeInfo type)
    {
        if (type.Kind != JsonTypeInfoKind.Object) return;
        foreach (var text in type.Properties.Where(property => property.PropertyType == typeof(PersonalText) && property.Get is not null).ToArray())
        {
            Add(type, text, "Erased", said => said is { Value: null, IsAltered: false });
            Add(type, text, "Altered", said => said is { IsAltered: true });
        }
    }

    static void Add(JsonTypeInfo type, JsonPropertyInfo text, string ending, Func<PersonalText?, bool> holds)
    {
        var read = text.Get!;
        var mark = type.CreateJsonPropertyInfo(typeof(bool), text.Name + ending);
        mark.Get = _ => true;
        mark.ShouldSerialize = (owner, _) => holds(read(owner) as PersonalText);
        type.Properties.Add(mark);
    }
}
