using System.Buffers;
using System.Globalization;
using System.Text;

namespace LiveCommerce.Kernel;

/// <summary>
/// Writes one object in canonical form; whoever calls adds the names in ordinal order. A null value leaves its name out. It runs several
/// times for each fact, so its buffer is the thread's and is used again.
/// </summary>
readonly ref struct CanonicalObject
{
    [ThreadStatic] static StringBuilder? buffer;

    readonly StringBuilder text;

    public CanonicalObject() => text = (buffer ??= new(4096)).Clear().Append('{');

    internal void Add(string name, string? value)
    {
        if (value is null) return;
        Name(name);
        CanonicalJson.WriteString(text, value);
    }

    internal void Add(string name, long value)
    {
        Name(name);
        text.Append(value);
    }

    internal void Add(string name, Guid value)
    {
        Name(name);
        text.Append(CultureInfo.InvariantCulture, $"\"{value}\"");
    }

    internal void AddOrNull(string name, string? value)
    {
        if (value is null) AddJson(name, "null");
        else Add(name, value);
    }

    internal void AddJson(string name, string? canonical)
    {
        if (canonical is null) return;
        Name(name);
        text.Append(canonical);
    }

    internal void Begin(string name)
    {
        Name(name);
        text.Append('{');
    }

    internal void End() => text.Append('}');

    /// <summary>Ends the object and gives its text.</summary>
    internal string ToText() => text.Append('}').ToString();

    /// <summary>Ends the object and gives the SHA-256 of its UTF-8, without a text in between.</summary>
    internal string ToDigest()
    {
        text.Append('}');
        var characters = ArrayPool<char>.Shared.Rent(text.Length);
        var bytes = ArrayPool<byte>.Shared.Rent(text.Length * 3);
        text.CopyTo(0, characters, text.Length);
        var length = Encoding.UTF8.GetBytes(characters.AsSpan(0, text.Length), bytes);
        var digest = Digest.Of(bytes.AsSpan(0, length));
        ArrayPool<char>.Shared.Return(characters);
        ArrayPool<byte>.Shared.Return(bytes);
        return digest;
    }

    void Name(string name)
    {
        if (text[^1] != '{') text.Append(',');
        text.Append('"').Append(name).Append("\":");
    }
}
