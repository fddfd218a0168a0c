using System.Buffers.Binary;
using LiveCommerce.Kernel;

namespace LiveCommerce.Images;

/// <summary>
/// Walks the chunks of a PNG (W3C, third edition) without inflating any: IHDR first, IDAT in one run, IEND last and nothing after it, every
/// check sum right, no animation, and what stands beside the picture bounded.
/// </summary>
ref struct PngOutline
{
    const int Frame = 12; // length, type and check sum of a chunk
    const int HeaderLength = 13;

    internal static ReadOnlySpan<byte> Signature => [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A];

    ImageOutline outline;
    bool hasHeader, hasPalette, hasData, isDataOver, needsPalette, isEnded;
    long data, beside;

    internal static ImageOutline Of(ReadOnlySpan<byte> bytes)
    {
        var walk = new PngOutline();
        for (var rest = bytes[Signature.Length..]; !rest.IsEmpty;)
        {
            if (walk.isEnded) return walk.outline.Broken(ImageRefusals.NotOne);
            if (rest.Length < Frame || BinaryPrimitives.ReadUInt32BigEndian(rest) is var length && length > rest.Length - Frame)
                return walk.outline.Broken(ImageRefusals.Damaged);
            var typed = rest.Slice(4, (int)length + 4);
            var end = (int)length + Frame;
            if (Crc32.Of(typed) != BinaryPrimitives.ReadUInt32BigEndian(rest[(end - 4)..])) return walk.outline.Broken(ImageRefusals.Damaged);
            if (walk.Take(typed[..4], typed[4..]) is { } fault) return walk.outline.Broken(fault);
            rest = rest[end..];
        }
        return walk.isEnded ? walk.outline : walk.outline.Broken(ImageRefusals.Damaged);
    }

    RefusalKind? Take(ReadOnlySpan<byte> type, ReadOnlySpan<byte> content)
    {
        if (!hasHeader) return type.SequenceEqual("IHDR"u8) && TakeHeader(content) ? null : ImageRefusals.Damaged;
        var isData = type.SequenceEqual("IDAT"u8);
        isDataOver |= hasData && !isData;
        if (isData) return TakeData(content);
        if (type.SequenceEqual("IEND"u8)) return TakeEnd(content);
        if (type.SequenceEqual("PLTE"u8)) return TakePalette(content);
        if (type.SequenceEqual("acTL"u8) || type.SequenceEqual("fcTL"u8) || type.SequenceEqual("fdAT"u8)) return ImageRefusals.NotOne;
        if (!char.IsAsciiLetterLower((char)type[0])) return ImageRefusals.Damaged; // a critical chunk that the format does not know
        return (beside += content.Length + Frame) > ImagePolicy.MaxMetadataBytes ? ImageRefusals.Metadata : null;
    }

    bool TakeHeader(ReadOnlySpan<byte> content)
    {
        if (content.Length != HeaderLength) return false;
        hasHeader = true;
        outline = new(BinaryPrimitives.ReadUInt32BigEndian(content), BinaryPrimitives.ReadUInt32BigEndian(content[4..]), null);
        var (depth, colour) = (content[8], content[9]);
        needsPalette = colour == 3;
        var fits = colour switch { 0 => depth is 1 or 2 or 4 or 8 or 16, 3 => depth is 1 or 2 or 4 or 8, 2 or 4 or 6 => depth is 8 or 16, > 6 or 1 or 5 => false };
        return fits && outline is { Width: > 0 and <= int.MaxValue, Height: > 0 and <= int.MaxValue } && content[10] == 0 && content[11] == 0 && content[12] <= 1;
    }

    RefusalKind? TakeData(ReadOnlySpan<byte> content)
    {
        if (isDataOver || (needsPalette && !hasPalette)) return ImageRefusals.Damaged;
        hasData = true;
        data += content.Length;
        return null;
    }

    RefusalKind? TakePalette(ReadOnlySpan<byte> content)
    {
        if (hasPalette || hasData || content.Length is 0 or > 768 || content.Length % 3 != 0) return ImageRefusals.Damaged;
        hasPalette = true;
        return null;
    }

    // compressed data is never shorter than its own header and check sum
    RefusalKind? TakeEnd(ReadOnlySpan<byte> content)
    {
        isEnded = true;
        return content.IsEmpty && data > 6 ? null : ImageRefusals.Damaged;
    }
}
