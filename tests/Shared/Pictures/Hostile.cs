using System.Text;

namespace LiveCommerce.Tests;

/// <summary>Bytes that are no image for us, each with the code that it is refused by.</summary>
static class Hostile
{
    internal static readonly IReadOnlyDictionary<string, (byte[] Bytes, string Code)> All = new Dictionary<string, (byte[], string)>
    {
        ["nothing"] = ([], "image.format"),
        ["text named png"] = (Encoding.UTF8.GetBytes("This is no picture."), "image.format"),
        ["a page that begins like a comment"] = (Encoding.UTF8.GetBytes("<!-- \u0089PNG --><script>alert(1)</script>"), "image.format"),
        ["a drawing with a script"] = (Encoding.UTF8.GetBytes("<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>"), "image.format"),
        ["a gif"] = ([.. "GIF89a"u8, 0x90, 1, 0x90, 1, 0, 0, 0, 0x3B], "image.format"),
        ["a webp"] = ([.. "RIFF"u8, 0x24, 0, 0, 0, .. "WEBPVP8 "u8, .. new byte[28]], "image.format"),
        ["a bitmap"] = ([.. "BM"u8, .. new byte[60]], "image.format"),
        ["a program"] = ([0x7F, .. "ELF"u8, .. new byte[100]], "image.format"),
        ["png after a mark of byte order"] = ([0xEF, 0xBB, 0xBF, .. Png.Of()], "image.format"),
        ["png whose line ends were changed"] = ([.. Png.Of().Where(value => value != 0x0D)], "image.format"),

        ["png that declares 60,000 x 60,000"] = ([.. Png.Signature, .. Png.Header(60_000, 60_000), .. Png.Data(400, 400), .. Png.End()], "image.too-many-pixels"),
        ["png that declares the most there is"] = ([.. Png.Signature, .. Png.Header(int.MaxValue, int.MaxValue), .. Png.Data(400, 400), .. Png.End()], "image.too-many-pixels"),
        ["png of 25 megapixels and a row"] = (Png.Of(5_000, 5_001), "image.too-many-pixels"),
        ["png of one pixel"] = (Png.Of(1, 1), "image.too-small"),
        ["png a pixel too narrow"] = (Png.Of(399, 400), "image.too-small"),
        ["png a pixel too low"] = (Png.Of(400, 399), "image.too-small"),
        ["png of no width"] = ([.. Png.Signature, .. Png.Header(0, 400), .. Png.Data(400, 400), .. Png.End()], "image.damaged"),
        ["png of a negative width"] = ([.. Png.Signature, .. Png.Header(0x80000190, 400), .. Png.Data(400, 400), .. Png.End()], "image.damaged"),
        ["png of 3 bits"] = ([.. Png.Signature, .. Png.Header(400, 400, 3), .. Png.Data(400, 400), .. Png.End()], "image.damaged"),
        ["png of an unknown colour type"] = ([.. Png.Signature, .. Png.Header(400, 400, 8, 5), .. Png.Data(400, 400), .. Png.End()], "image.damaged"),
        ["png of an unknown compression"] = ([.. Png.Signature, .. Png.Header(400, 400, compression: 1), .. Png.Data(400, 400), .. Png.End()], "image.damaged"),
        ["png of an unknown interlacing"] = ([.. Png.Signature, .. Png.Header(400, 400, interlace: 7), .. Png.Data(400, 400), .. Png.End()], "image.damaged"),
        ["png's signature alone"] = (Png.Signature, "image.damaged"),
        ["png cut off in its header"] = (Png.Of()[..20], "image.damaged"),
        ["png cut off in its data"] = (Png.Of()[..^20], "image.damaged"),
        ["png without its end"] = (Png.Of()[..^12], "image.damaged"),
        ["png whose end is not empty"] = ([.. Png.Signature, .. Png.Header(400, 400), .. Png.Data(400, 400), .. Png.Chunk("IEND", [1])], "image.damaged"),
        ["png without data"] = ([.. Png.Signature, .. Png.Header(400, 400), .. Png.End()], "image.damaged"),
        ["png with data before its header"] = ([.. Png.Signature, .. Png.Data(400, 400), .. Png.Header(400, 400), .. Png.End()], "image.damaged"),
        ["png with two headers"] = (Png.With(Png.Header(400, 400)), "image.damaged"),
        ["png with two runs of data"] = (Png.With(Png.Data(400, 400), Png.Chunk("tEXt", [65, 0, 65])), "image.damaged"),
        ["png without its palette"] = ([.. Png.Signature, .. Png.Header(400, 400, 1, 3), .. Png.Data(400, 400), .. Png.End()], "image.damaged"),
        ["png with an unknown critical chunk"] = (Png.With(Png.Chunk("EVIL", [1])), "image.damaged"),
        ["png whose header has a wrong check sum"] = (Changed(Png.Of(), 20), "image.damaged"),
        ["png whose data has a wrong check sum"] = (Changed(Png.Of(), 50), "image.damaged"),
        ["png with a chunk of 4 GiB"] = ([.. Png.Signature, .. Png.Header(400, 400), 0xFF, 0xFF, 0xFF, 0xFF, .. "IDAT"u8, .. new byte[100]], "image.damaged"),
        ["png with a chunk of 2 GiB"] = ([.. Png.Signature, .. Png.Header(400, 400), 0x7F, 0xFF, 0xFF, 0xFF, .. "IDAT"u8, .. new byte[100]], "image.damaged"),
        ["two png in one"] = ([.. Png.Of(), .. Png.Of()], "image.not-one"),
        ["png and an archive in one"] = ([.. Png.Of(), .. "PK\u0003\u0004"u8, .. new byte[100]], "image.not-one"),
        ["png and one byte"] = ([.. Png.Of(), 0], "image.not-one"),
        ["png that moves"] = (Png.With(Png.Chunk("acTL", [0, 0, 0, 2, 0, 0, 0, 0])), "image.not-one"),
        ["png with 2 MiB of text"] = (Png.With(Png.Chunk("tEXt", new byte[2 * 1024 * 1024])), "image.metadata"),
        ["png with 100,000 little texts"] = (Png.With([.. Enumerable.Repeat(Png.Chunk("tEXt", [65, 0, 65]), 100_000)]), "image.metadata"),
        ["png of more than 5 MiB"] = (Png.With(Png.Chunk("IDAT", new byte[5 * 1024 * 1024])), "image.too-large"),

        ["text named jpg"] = ([0xFF, 0xD8, .. "This is no picture."u8], "image.format"),
        ["jpeg that declares 60,000 x 60,000"] = (Framed(60_000, 60_000), "image.too-many-pixels"),
        ["jpeg a pixel too low"] = (Jpeg.Of(400, 399), "image.too-small"),
        ["jpeg whose height comes later"] = (Framed(400, 0), "image.damaged"),
        ["jpeg's signature alone"] = ([0xFF, 0xD8, 0xFF], "image.damaged"),
        ["jpeg cut off in its tables"] = (Jpeg.Of()[..60], "image.damaged"),
        ["jpeg cut off in its data"] = (Jpeg.Of()[..^100], "image.damaged"),
        ["jpeg without its end"] = (Jpeg.Of()[..^2], "image.damaged"),
        ["jpeg without a scan"] = ([.. Jpeg.Start, .. Jpeg.Tables, .. Jpeg.Frame(400, 400), .. Jpeg.End], "image.damaged"),
        ["jpeg with an empty scan"] = ([.. Jpeg.Start, .. Jpeg.Tables, .. Jpeg.Frame(400, 400), .. Jpeg.Scan(), .. Jpeg.End], "image.damaged"),
        ["jpeg whose scan comes before its frame"] = ([.. Jpeg.Start, .. Jpeg.Tables, .. Jpeg.Scan(), .. Jpeg.Data(400, 400), .. Jpeg.Frame(400, 400), .. Jpeg.End], "image.damaged"),
        ["jpeg whose scan is of nothing"] = ([.. Jpeg.Start, .. Jpeg.Tables, .. Jpeg.Frame(400, 400), .. Jpeg.Scan(9), .. Jpeg.Data(400, 400), .. Jpeg.End], "image.damaged"),
        ["jpeg without tables"] = ([.. Jpeg.Start, .. Jpeg.Frame(400, 400), .. Jpeg.Scan(), .. Jpeg.Data(400, 400), .. Jpeg.End], "image.damaged"),
        ["jpeg whose codes are more than there are"] = (Jpeg.With(Jpeg.Segment(0xC4, [0, .. Enumerable.Repeat((byte)255, 16)])), "image.damaged"),
        ["jpeg with a segment beyond its end"] = ([.. Jpeg.Start, 0xFF, 0xE1, 0xFF, 0xFF, 1, 2, 3], "image.damaged"),
        ["jpeg with a segment shorter than its length"] = ([.. Jpeg.Start, 0xFF, 0xE1, 0, 0, .. Jpeg.Of()[2..]], "image.damaged"),
        ["jpeg with anything between its segments"] = (Jpeg.With(Jpeg.Info, [1, 2, 3]), "image.damaged"),
        ["jpeg without loss"] = (Framed(400, 400, 0xC3), "image.format"),
        ["jpeg with arithmetic codes"] = (Framed(400, 400, 0xC9), "image.format"),
        ["jpeg with two frames"] = (Jpeg.With([.. Jpeg.Tables, .. Jpeg.Frame(400, 400)]), "image.not-one"),
        ["jpeg that starts twice"] = (Jpeg.With(Jpeg.Start), "image.not-one"),
        ["two jpeg in one"] = ([.. Jpeg.Of(), .. Jpeg.Of()], "image.not-one"),
        ["jpeg and a page in one"] = ([.. Jpeg.Of(), .. "<script>alert(1)</script>"u8], "image.not-one"),
        ["jpeg with 2 MiB beside the picture"] = (Jpeg.With([.. Enumerable.Repeat(Jpeg.Segment(0xE1, new byte[65_000]), 32)]), "image.metadata"),
        ["jpeg of more than 5 MiB"] = ([.. Jpeg.Of(), .. new byte[5 * 1024 * 1024]], "image.too-large"),
    };

    static byte[] Framed(int width, int height, byte kind = 0xC0) =>
        [.. Jpeg.Start, .. Jpeg.Tables, .. Jpeg.Frame(width, height, kind), .. Jpeg.Scan(), .. Jpeg.Data(400, 400), .. Jpeg.End];

    static byte[] Changed(byte[] bytes, int at)
    {
        bytes[at] ^= 1;
        return bytes;
    }
}
