using System.Buffers.Binary;
using LiveCommerce.Kernel;

namespace LiveCommerce.Images;

/// <summary>
/// Walks the segments of a JPEG (ITU-T T.81; baseline, extended or progressive) without decoding any: tables, one frame, its scans, the end
/// marker and nothing after it, no second start, and what stands beside the picture bounded.
/// </summary>
ref struct JpegOutline
{
    const byte Start = 0xD8, End = 0xD9, Scan = 0xDA, Quantization = 0xDB, Huffman = 0xC4, RestartInterval = 0xDD, Comment = 0xFE;

    internal static ReadOnlySpan<byte> Signature => [0xFF, Start, 0xFF];

    ReadOnlySpan<byte> rest;
    ReadOnlySpan<byte> components;
    ImageOutline outline;
    bool hasQuantization, hasHuffman, hasScan;
    long beside;

    internal static ImageOutline Of(ReadOnlySpan<byte> bytes)
    {
        var walk = new JpegOutline { rest = bytes[2..] };
        while (walk.NextMarker() is { } marker)
        {
            if (marker == End) return !walk.hasScan ? walk.outline.Broken(ImageRefusals.Damaged) : walk.rest.IsEmpty ? walk.outline : walk.outline.Broken(ImageRefusals.NotOne);
            if (walk.Take(marker) is { } fault) return walk.outline.Broken(fault);
        }
        return walk.outline.Broken(ImageRefusals.Damaged);
    }

    // any number of FF may stand before a marker
    byte? NextMarker()
    {
        var filled = rest.IndexOfAnyExcept((byte)0xFF);
        if (filled < 1) return null;
        var marker = rest[filled];
        rest = rest[(filled + 1)..];
        return marker;
    }

    RefusalKind? Take(byte marker)
    {
        if (marker == Start) return ImageRefusals.NotOne;
        if (marker is < 0xC0 or (>= 0xD0 and <= 0xD7)) return ImageRefusals.Damaged; // none that has its place between segments
        if (rest.Length < 2 || BinaryPrimitives.ReadUInt16BigEndian(rest) is var length && (length < 2 || length > rest.Length)) return ImageRefusals.Damaged;
        var content = rest[2..length];
        rest = rest[length..];
        return marker switch
        {
            0xC0 or 0xC1 or 0xC2 => TakeFrame(content),
            Quantization => When(TakeQuantization(content)),
            Huffman => When(TakeHuffman(content)),
            RestartInterval => When(content.Length == 2),
            Scan => When(TakeScan(content)),
            (>= 0xE0 and <= 0xEF) or Comment => (beside += length + 2) > ImagePolicy.MaxMetadataBytes ? ImageRefusals.Metadata : null,
            <= 0xCF => ImageRefusals.Format, // lossless, hierarchical or arithmetic: hardly anything shows them
            > 0xCF => ImageRefusals.Damaged,
        };
    }

    static RefusalKind? When(bool fits) => fits ? null : ImageRefusals.Damaged;

    RefusalKind? TakeFrame(ReadOnlySpan<byte> content)
    {
        if (!components.IsEmpty) return ImageRefusals.NotOne;
        if (content.Length < 6 || content[5] is not (1 or 3 or 4) || content.Length != 6 + (3 * content[5]) || content[0] is not (8 or 12)) return ImageRefusals.Damaged;
        outline = new(BinaryPrimitives.ReadUInt16BigEndian(content[3..]), BinaryPrimitives.ReadUInt16BigEndian(content[1..]), null);
        components = content[6..];
        return When(outline is { Width: > 0, Height: > 0 });
    }

    bool TakeQuantization(ReadOnlySpan<byte> content)
    {
        hasQuantization = true;
        while (!content.IsEmpty)
        {
            var size = 1 + (64 << (content[0] >> 4));
            if (content[0] is > 0x13 or (> 0x03 and < 0x10) || content.Length < size) return false;
            content = content[size..];
        }
        return true;
    }

    bool TakeHuffman(ReadOnlySpan<byte> content)
    {
        hasHuffman = true;
        while (!content.IsEmpty)
        {
            if (content.Length < 17 || content[0] is > 0x13 or (> 0x03 and < 0x10)) return false;
            var size = 17;
            foreach (var codes in content[1..17]) size += codes;
            if (size > 17 + 256 || content.Length < size) return false;
            content = content[size..];
        }
        return true;
    }

    // a scan speaks of components of the frame; what follows it is data up to the next marker but restarts
    bool TakeScan(ReadOnlySpan<byte> content)
    {
        if (components.IsEmpty || !hasQuantization || !hasHuffman || content.Length < 4 || content[0] is 0 or > 4 || content.Length != 4 + (2 * content[0])) return false;
        for (var at = 1; at < content.Length - 3; at += 2)
            if (!HasComponent(content[at])) return false;
        hasScan = true;
        return TakeData();
    }

    readonly bool HasComponent(byte id)
    {
        for (var at = 0; at < components.Length; at += 3)
            if (components[at] == id) return true;
        return false;
    }

    bool TakeData()
    {
        for (var at = 0; rest[at..].IndexOf((byte)0xFF) is >= 0 and var found;)
        {
            at += found;
            if (at + 1 >= rest.Length) return false;
            if (rest[at + 1] is not (0x00 or (>= 0xD0 and <= 0xD7)))
            {
                rest = rest[at..];
                return at > 0;
            }
            at += 2;
        }
        return false;
    }
}
