using System.Buffers;
using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;
using System.Text.Unicode;

namespace LiveCommerce.Kernel;

/// <summary>
/// Writes a JSON document in UTF-8 anew in canonical form: what has that form already, as nearly all that a database returns, is copied, and the
/// members of objects are put in order. It runs for each fact that is read, so its buffers are the thread's and are used again.
/// </summary>
ref struct CanonicalRewrite
{
    const long Limit = 1L << 53;

    [ThreadStatic] static ArrayBufferWriter<byte>? buffer;
    [ThreadStatic] static List<Member>? open;

    readonly ArrayBufferWriter<byte> output = buffer ??= new(4096);
    readonly List<Member> members = open ??= [];
    Utf8JsonReader reader;

    CanonicalRewrite(ReadOnlySpan<byte> json) => reader = new(json);

    /// <summary>A written member of an object that is not ended yet: where it stands, and where its name ends within.</summary>
    readonly record struct Member(int Start, int NameLength, int Length);

    internal static string Of(ReadOnlySpan<byte> json)
    {
        if (!Utf8.IsValid(json)) throw new InvalidOperationException("JSON is UTF-8.");
        var rewrite = new CanonicalRewrite(json);
        rewrite.output.ResetWrittenCount();
        rewrite.members.Clear();
        rewrite.reader.Read();
        rewrite.Value();
        rewrite.reader.Read(); // it refuses whatever comes after the one value
        return Encoding.UTF8.GetString(rewrite.output.WrittenSpan);
    }

    void Value()
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.StartObject: Object(); break;
            case JsonTokenType.StartArray: Array(); break;
            case JsonTokenType.String: String(); break;
            case JsonTokenType.Number: Integer(); break;
            case JsonTokenType.True or JsonTokenType.False or JsonTokenType.Null: output.Write(reader.ValueSpan); break;
            default: throw new JsonException("Nothing to write.");
        }
    }

    void Array()
    {
        output.Write("["u8);
        for (var first = true; reader.Read() && reader.TokenType != JsonTokenType.EndArray; first = false)
        {
            if (!first) output.Write(","u8);
            Value();
        }
        output.Write("]"u8);
    }

    void Object()
    {
        var (outer, inOrder) = (members.Count, true);
        output.Write("{"u8);
        while (reader.Read() && reader.TokenType != JsonTokenType.EndObject)
        {
            if (members.Count > outer) output.Write(","u8);
            var start = output.WrittenCount;
            String();
            var name = output.WrittenCount - start;
            output.Write(":"u8);
            reader.Read();
            Value();
            var member = new Member(start, name, output.WrittenCount - start);
            inOrder = inOrder && (members.Count == outer || new InOrder(Written()).Compare(members[^1], member) <= 0);
            members.Add(member);
        }
        if (!inOrder) Sort(CollectionsMarshal.AsSpan(members)[outer..]);
        members.RemoveRange(outer, members.Count - outer);
        output.Write("}"u8);
    }

    /// <summary>The members as they stand, commas between them, in another order: it takes the same room.</summary>
    readonly void Sort(Span<Member> these)
    {
        var (text, start) = (Written(), these[0].Start);
        these.Sort(new InOrder(text));
        var before = ArrayPool<byte>.Shared.Rent(output.WrittenCount - start);
        text.AsSpan(start, output.WrittenCount - start).CopyTo(before);
        var to = start;
        foreach (var member in these)
        {
            if (to > start) text[to++] = (byte)',';
            before.AsSpan(member.Start - start, member.Length).CopyTo(text.AsSpan(to));
            to += member.Length;
        }
        ArrayPool<byte>.Shared.Return(before);
    }

    void String()
    {
        if (reader.ValueIsEscaped)
        {
            var text = new StringBuilder();
            CanonicalJson.WriteString(text, reader.GetString() ?? "");
            output.Write(Encoding.UTF8.GetBytes(text.ToString()));
            return;
        }
        output.Write("\""u8);
        output.Write(reader.ValueSpan);
        output.Write("\""u8);
    }

    void Integer()
    {
        if (!reader.TryGetInt64(out var number) || number is < -Limit or > Limit) throw new JsonException("Only integers up to 2^53 stand in our JSON; money and decimals are strings.");
        number.TryFormat(output.GetSpan(20), out var length, default, CultureInfo.InvariantCulture);
        output.Advance(length);
    }

    readonly byte[] Written() => MemoryMarshal.TryGetArray(output.WrittenMemory, out var written) && written.Array is { } array ? array : [];

    /// <summary>By UTF-16 code units, which for most names is the order of their bytes: not with escapes, nor beyond U+D7FF.</summary>
    readonly struct InOrder(byte[] text) : IComparer<Member>
    {
        static readonly SearchValues<byte> Other = SearchValues.Create([(byte)'\\', .. Enumerable.Range(0xEE, 0x12).Select(code => (byte)code)]);

        public int Compare(Member left, Member right)
        {
            var one = NameOf(left);
            var other = NameOf(right);
            return one.ContainsAny(Other) || other.ContainsAny(Other) ? string.CompareOrdinal(Plain(one), Plain(other)) : one.SequenceCompareTo(other);
        }

        ReadOnlySpan<byte> NameOf(Member member) => text.AsSpan(member.Start + 1, member.NameLength - 2);

        static string? Plain(ReadOnlySpan<byte> name) => JsonSerializer.Deserialize<string>([(byte)'"', .. name, (byte)'"']);
    }
}
