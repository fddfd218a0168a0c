using LiveCommerce.Kernel;

namespace LiveCommerce.Images;

/// <summary>What came of looking at bytes that are said to be an image.</summary>
public abstract record ImageInspection
{
    ImageInspection() { }

    /// <summary>One still picture within the limits.</summary>
    public sealed record Usable(ImageFacts Facts) : ImageInspection;

    /// <summary>Something else, or too much or too little of it.</summary>
    public sealed record Refused(Refusal Why) : ImageInspection;

    /// <summary>
    /// Looks at the bytes alone: signature, structure to the very end, and the dimensions that the header declares. Nothing is ever decoded or
    /// decompressed and nothing copied, so that bytes cannot cost more than their own length, whatever they declare.
    /// </summary>
    public static ImageInspection Of(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length > ImagePolicy.MaxBytes) return new Refused(ImageRefusals.TooLarge.Of());
        if (MediaTypeOf(bytes) is not { } type) return new Refused(ImageRefusals.Format.Of());
        var outline = type == ImagePolicy.Png ? PngOutline.Of(bytes) : JpegOutline.Of(bytes);
        return (outline.Fault ?? SizeFault(outline)) is { } fault
            ? new Refused(fault.Of(null, ("width", Numeral.Of(outline.Width)), ("height", Numeral.Of(outline.Height))))
            : new Usable(new(Digest.Of(bytes), type, (int)outline.Width, (int)outline.Height, bytes.Length));
    }

    /// <summary>The media type that the first bytes tell; null for none of ours.</summary>
    public static string? MediaTypeOf(ReadOnlySpan<byte> bytes) =>
        bytes.StartsWith(PngOutline.Signature) ? ImagePolicy.Png : bytes.StartsWith(JpegOutline.Signature) ? ImagePolicy.Jpeg : null;

    static RefusalKind? SizeFault(ImageOutline outline) =>
        (long)outline.Width * outline.Height > ImagePolicy.MaxPixels ? ImageRefusals.TooManyPixels
        : Math.Min(outline.Width, outline.Height) < ImagePolicy.MinSide ? ImageRefusals.TooSmall
        : null;
}

/// <summary>The dimensions that a header declares (0 where it was not reached), and what is wrong with the rest.</summary>
readonly record struct ImageOutline(uint Width, uint Height, RefusalKind? Fault)
{
    internal ImageOutline Broken(RefusalKind fault) => this with { Fault = fault };
}
