using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace LiveCommerce.Kernel;

/// <summary>
/// Text about a person or typed by one (handle, name, note, reason). History holds whose it is, a reference and a salted digest;
/// the value lies beside the events and can be erased without touching them (BEY-07).
/// </summary>
[JsonConverter(typeof(PersonalTextConverter))]
public sealed class PersonalText : IEquatable<PersonalText>
{
    internal PersonalText(Guid subject, Guid reference, string digest, string? value, byte[]? salt) =>
        (Subject, Reference, Digest, Value, Salt) = (subject, reference, digest, value, salt);

    /// <summary>Whom the text is about, for an erasure of all that is theirs.</summary>
    public Guid Subject { get; }

    /// <summary>Where the value lies.</summary>
    public Guid Reference { get; }

    /// <summary>SHA-256 of salt and value, in lower-case hexadecimal.</summary>
    public string Digest { get; }

    /// <summary>The text itself; null once erased, where it was altered, or where the reader was not given the values.</summary>
    public string? Value { get; }

    /// <summary>Whether a value is stored that is not the one that was sealed: somebody altered it, and it is withheld.</summary>
    public bool IsAltered { get; private init; }

    /// <summary>The salt; known only where the text was sealed, stored with the value and erased with it.</summary>
    public byte[]? Salt { get; }

    /// <summary>Seals a text. The salt must be 16 unguessable bytes, drawn by the caller: the domain draws no lots.</summary>
    public static PersonalText Seal(Guid subject, Guid reference, byte[] salt, string value) =>
        new(subject, reference, DigestOf(salt, value), value, salt);

    /// <summary>A text as history refers to it, with what lies beside: its value if that is what was sealed, and nothing in its place otherwise.</summary>
    public static PersonalText Stored(Guid subject, Guid reference, string digest, byte[]? salt, string? value)
    {
        var isProven = value is not null && salt is not null && DigestOf(salt, value) == digest;
        return new(subject, reference, digest, isProven ? value : null, null) { IsAltered = value is not null && !isProven };
    }

    // stands for a text where only the rules are asked, and nothing is recorded
    internal static PersonalText Placeholder { get; } = new(Guid.Empty, Guid.Empty, "", null, null);

    /// <summary>Whether both say the same and still can be read.</summary>
    public bool SaysTheSameAs(PersonalText? other) => Value is not null && Value == other?.Value;

    /// <summary>Whether a value with its salt is the one that was sealed.</summary>
    public bool Proves(byte[] salt, string value) => DigestOf(salt, value) == Digest;

    /// <inheritdoc />
    public bool Equals(PersonalText? other) => other is not null && (Subject, Reference, Digest) == (other.Subject, other.Reference, other.Digest);

    /// <inheritdoc />
    public override bool Equals(object? obj) => Equals(obj as PersonalText);

    /// <inheritdoc />
    public override int GetHashCode() => HashCode.Combine(Subject, Reference, Digest);

    /// <summary>The reference alone: personal text never lands in a log by accident.</summary>
    public override string ToString() => $"personal:{Reference}";

    static string DigestOf(byte[] salt, string value) => Kernel.Digest.Of([.. salt, .. Encoding.UTF8.GetBytes(value)]);
}

/// <summary>Writes subject, reference and digest, never the value; reads the value back where a <see cref="PersonalScope"/> knows it.</summary>
public sealed class PersonalTextConverter : JsonConverter<PersonalText>
{
    sealed record Stored(Guid Subject, Guid Reference, string Digest);

    /// <inheritdoc />
    public override PersonalText Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        var stored = JsonSerializer.Deserialize<Stored>(ref reader) ?? throw new JsonException("A personal text is an object.");
        var (salt, value) = PersonalScope.Find(stored.Reference);
        return PersonalText.Stored(stored.Subject, stored.Reference, stored.Digest, salt, value);
    }

    /// <inheritdoc />
    public override void Write(Utf8JsonWriter writer, PersonalText value, JsonSerializerOptions options)
    {
        PersonalScope.Meet(value);
        JsonSerializer.Serialize(writer, new Stored(value.Subject, value.Reference, value.Digest), options);
    }
}
