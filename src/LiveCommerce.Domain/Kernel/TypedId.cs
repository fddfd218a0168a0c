using System.Text.Json;
using System.Text.Json.Serialization;

namespace LiveCommerce.Kernel;

/// <summary>An id that cannot be mistaken for another kind's: a uuid inside events and tables, TypeID text for people.</summary>
/// <typeparam name="TSelf">The id's own type.</typeparam>
public interface ITypedId<TSelf> where TSelf : struct, ITypedId<TSelf>
{
    /// <summary>The TypeID prefix, such as <c>reg</c>.</summary>
    static abstract string Prefix { get; }

    /// <summary>Wraps a uuid.</summary>
    static abstract TSelf From(Guid value);

    /// <summary>The uuid.</summary>
    Guid Value { get; }
}

/// <summary>Writes a typed id as the plain uuid that events and tables hold.</summary>
/// <typeparam name="TId">The id's type.</typeparam>
public sealed class TypedIdConverter<TId> : JsonConverter<TId> where TId : struct, ITypedId<TId>
{
    /// <inheritdoc />
    public override TId Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => TId.From(reader.GetGuid());

    /// <inheritdoc />
    public override void Write(Utf8JsonWriter writer, TId value, JsonSerializerOptions options) => writer.WriteStringValue(value.Value);
}
