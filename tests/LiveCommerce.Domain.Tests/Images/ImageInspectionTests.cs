using LiveCommerce.Images;
using LiveCommerce.Kernel;
using MetadataExtractor;
using MetadataExtractor.Formats.Jpeg;
using MetadataExtractor.Formats.Png;

namespace LiveCommerce.Tests.Images;

public sealed class ImageInspectionTests
{
    public static TheoryData<string, byte[], string, int, int> Sound => new()
    {
        { "png at its smallest", Png.Of(), "image/png", 400, 400 },
        { "png at its largest", Png.Of(5_000, 5_000), "image/png", 5_000, 5_000 },
        { "png with a text, a palette and data in parts", [.. Png.Signature, .. Png.Header(401, 402, 1, 3), .. Png.Chunk("tEXt", [65, 0, 66]), .. Png.Chunk("PLTE", [0, 0, 0, 9, 9, 9]), .. Parted(401, 402), .. Png.Chunk("tIME", new byte[7]), .. Png.End()], "image/png", 401, 402 },
        { "jpeg at its smallest", Jpeg.Of(), "image/jpeg", 400, 400 },
        { "jpeg at its largest", Jpeg.Of(5_000, 5_000), "image/jpeg", 5_000, 5_000 },
        { "progressive jpeg", Jpeg.Progressive(640, 480), "image/jpeg", 640, 480 },
        { "jpeg with a comment and fill bytes", Jpeg.With(Jpeg.Segment(0xFE, [1, 2, 3]), [0xFF, 0xFF], Jpeg.Segment(0xE1, new byte[65_000])), "image/jpeg", 400, 400 },
    };

    [Theory, MemberData(nameof(Sound)), Rule("C39"), Rule("REG-09"), Rule("REG-10")]
    public void A_sound_picture_is_known_by_its_bytes(string name, byte[] bytes, string type, int width, int height)
    {
        ImageInspection.Of(bytes).ShouldBe(new ImageInspection.Usable(new(Digest.Of(bytes), type, width, height, bytes.Length)), name);
        DimensionsByAnotherReader(bytes).ShouldBe((width, height));
    }

    [Fact]
    public void A_megabyte_beside_the_picture_passes_and_a_byte_more_does_not()
    {
        Png.With(Png.Chunk("tEXt", new byte[ImagePolicy.MaxMetadataBytes - 12])).ShouldSatisfyAllConditions(bytes => ImageInspection.Of(bytes).ShouldBeOfType<ImageInspection.Usable>());
        CodeOf(Png.With(Png.Chunk("tEXt", new byte[ImagePolicy.MaxMetadataBytes - 11]))).ShouldBe("image.metadata");
    }

    [Fact]
    public void Whoever_is_refused_is_told_what_the_header_declares() =>
        ImageInspection.Of(Png.Of(399, 5_000)).ShouldBeOfType<ImageInspection.Refused>().Why.Details.ShouldBe([new("width", "399"), new("height", "5000")]);

    // whatever single bit is flipped, and wherever it is cut off: a PNG's every byte is under a check sum
    [Fact]
    public void No_changed_or_shortened_png_passes()
    {
        var sound = Png.Of();
        foreach (var changed in Flipped(sound)) ImageInspection.Of(changed).ShouldBeOfType<ImageInspection.Refused>();
        for (var length = 0; length < sound.Length; length++) ImageInspection.Of(sound.AsSpan(0, length)).ShouldBeOfType<ImageInspection.Refused>();
    }

    // a JPEG has no check sums: a bit that is flipped in the frame's four bytes of height and width declares others, anywhere else it never does
    [Theory, InlineData(false), InlineData(true)]
    public void No_shortened_jpeg_passes_and_no_changed_one_with_other_dimensions(bool progressive)
    {
        var sound = progressive ? Jpeg.Progressive() : Jpeg.Of();
        var declared = sound.AsSpan().IndexOf((ReadOnlySpan<byte>)[0xFF, progressive ? (byte)0xC2 : (byte)0xC0]) + 5;
        for (var length = 0; length < sound.Length; length++) ImageInspection.Of(sound.AsSpan(0, length)).ShouldBeOfType<ImageInspection.Refused>();
        foreach (var (changed, bit) in Flipped(sound).Select((bytes, bit) => (bytes, bit)))
        {
            if (bit / 8 >= declared && bit / 8 < declared + 4) continue;
            if (ImageInspection.Of(changed) is ImageInspection.Usable { Facts: var facts }) (facts.Width, facts.Height).ShouldBe((400, 400), $"bit {bit}");
        }
    }

    [Fact]
    public void No_noise_passes_or_breaks_the_inspection()
    {
        const int Seed = 20_261_122;
        var random = new Random(Seed);
        byte[][] sounds = [Png.Of(), Jpeg.Of(), Jpeg.Progressive(), Jpeg.With(Jpeg.Segment(0xE1, new byte[500]))];
        for (var round = 0; round < 20_000; round++)
        {
            var bytes = (byte[])sounds[round % sounds.Length].Clone();
            var (at, length) = (random.Next(bytes.Length), random.Next(1, 40));
            random.NextBytes(bytes.AsSpan(at, Math.Min(length, bytes.Length - at)));
            if (random.Next(3) == 0) bytes = [.. bytes[..random.Next(bytes.Length)], .. bytes[random.Next(bytes.Length)..]];
            var inspected = ImageInspection.Of(bytes);
            if (inspected is ImageInspection.Usable { Facts: var facts }) DimensionsByAnotherReader(bytes).ShouldBe((facts.Width, facts.Height), $"seed {Seed}, round {round}");
        }
    }

    internal static string? CodeOf(byte[] bytes) => ImageInspection.Of(bytes) is ImageInspection.Refused { Why.Code: var code } ? code : null;

    static IEnumerable<byte[]> Flipped(byte[] sound)
    {
        for (var bit = 0; bit < sound.Length * 8; bit++)
        {
            var changed = (byte[])sound.Clone();
            changed[bit / 8] ^= (byte)(1 << (bit % 8));
            yield return changed;
        }
    }

    static byte[] Parted(int width, int height)
    {
        var data = Png.Data(width, height)[8..^4];
        return [.. Png.Chunk("IDAT", data[..10]), .. Png.Chunk("IDAT", []), .. Png.Chunk("IDAT", data[10..])];
    }

    static (int Width, int Height) DimensionsByAnotherReader(byte[] bytes)
    {
        var directories = ImageMetadataReader.ReadMetadata(new MemoryStream(bytes));
        return directories.OfType<JpegDirectory>().FirstOrDefault() is { } jpeg
            ? (jpeg.GetImageWidth(), jpeg.GetImageHeight())
            : (directories.OfType<PngDirectory>().First().GetInt32(PngDirectory.TagImageWidth), directories.OfType<PngDirectory>().First().GetInt32(PngDirectory.TagImageHeight));
    }
}
