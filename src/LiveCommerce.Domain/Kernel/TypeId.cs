namespace LiveCommerce.Kernel;

/// <summary>TypeID text (specification 0.3): a lower-case prefix, an underscore, and the uuid in 26 digits of Crockford's base 32.</summary>
public static class TypeId
{
    const string Digits = "0123456789abcdefghjkmnpqrstvwxyz";
    const int SuffixLength = 26;

    /// <summary>Writes a uuid as TypeID text.</summary>
    public static string Format(string prefix, Guid value)
    {
        var bits = ToNumber(value);
        Span<char> suffix = stackalloc char[SuffixLength];
        for (var i = SuffixLength - 1; i >= 0; i--, bits >>= 5) suffix[i] = Digits[(int)(bits & 31)];
        return prefix.Length == 0 ? new string(suffix) : string.Concat(prefix, "_", suffix);
    }

    /// <summary>Reads TypeID text with exactly this prefix; false for anything that <see cref="Format"/> would not write.</summary>
    public static bool TryParse(string prefix, string? text, out Guid value)
    {
        value = default;
        var suffix = text.AsSpan();
        if (prefix.Length > 0)
        {
            if (suffix.Length <= prefix.Length || !suffix.StartsWith(prefix) || suffix[prefix.Length] != '_') return false;
            suffix = suffix[(prefix.Length + 1)..];
        }
        if (suffix.Length != SuffixLength || suffix[0] > '7') return false;
        UInt128 bits = 0;
        foreach (var digit in suffix)
        {
            var worth = Digits.IndexOf(digit);
            if (worth < 0) return false;
            bits = (bits << 5) | (uint)worth;
        }
        Span<byte> bytes = stackalloc byte[16];
        System.Buffers.Binary.BinaryPrimitives.WriteUInt128BigEndian(bytes, bits);
        value = new Guid(bytes, bigEndian: true);
        return true;
    }

    /// <summary>Writes a typed id as TypeID text.</summary>
    public static string Format<TId>(TId id) where TId : struct, ITypedId<TId> => Format(TId.Prefix, id.Value);

    /// <summary>Reads a typed id from TypeID text.</summary>
    public static bool TryParse<TId>(string? text, out TId id) where TId : struct, ITypedId<TId>
    {
        var known = TryParse(TId.Prefix, text, out var value);
        id = TId.From(value);
        return known;
    }

    static UInt128 ToNumber(Guid value)
    {
        Span<byte> bytes = stackalloc byte[16];
        value.TryWriteBytes(bytes, bigEndian: true, out _);
        return System.Buffers.Binary.BinaryPrimitives.ReadUInt128BigEndian(bytes);
    }
}
