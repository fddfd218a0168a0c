namespace LiveCommerce.Tests;

/// <summary>Makes JPEGs segment by segment, sound ones and others: a grey picture, whose blocks are two bits each.</summary>
static class Jpeg
{
    internal static readonly byte[] Start = [0xFF, 0xD8], End = [0xFF, 0xD9];

    internal static byte[] Of(int width = 400, int height = 400) => [.. Start, .. Info, .. Tables, .. Frame(width, height), .. Scan(), .. Data(width, height), .. End];

    /// <summary>A picture with segments between start and tables.</summary>
    internal static byte[] With(params byte[][] segments) => [.. Start, .. segments.SelectMany(segment => segment), .. Tables, .. Frame(400, 400), .. Scan(), .. Data(400, 400), .. End];

    /// <summary>A progressive picture: one scan for the mean of each block.</summary>
    internal static byte[] Progressive(int width = 400, int height = 400) =>
        [.. Start, .. Tables, .. Frame(width, height, 0xC2), .. Scan(last: 0), .. Data(width, height, bits: 1), .. End];

    internal static byte[] Info => Segment(0xE0, [(byte)'J', (byte)'F', (byte)'I', (byte)'F', 0, 1, 1, 0, 0, 1, 0, 1, 0, 0]);

    internal static byte[] Quantization => Segment(0xDB, [0, .. Enumerable.Repeat((byte)1, 64)]);

    /// <summary>One code of one bit: no difference; and one of one bit: nothing more in this block.</summary>
    internal static byte[] Huffman => Segment(0xC4, [0x00, 1, .. new byte[15], 0, 0x10, 1, .. new byte[15], 0]);

    internal static byte[] Tables => [.. Quantization, .. Huffman];

    internal static byte[] Frame(int width, int height, byte kind = 0xC0) =>
        Segment(kind, [8, (byte)(height >> 8), (byte)height, (byte)(width >> 8), (byte)width, 1, 1, 0x11, 0]);

    internal static byte[] Scan(byte component = 1, byte last = 63) => Segment(0xDA, [1, component, 0, 0, last, 0]);

    internal static byte[] Data(int width, int height, int bits = 2)
    {
        var length = bits * ((width + 7) / 8) * ((height + 7) / 8);
        var data = new byte[(length + 7) / 8];
        if (length % 8 != 0) data[^1] = (byte)(0xFF >> (length % 8));
        return data;
    }

    internal static byte[] Segment(byte marker, byte[] content) => [0xFF, marker, (byte)((content.Length + 2) >> 8), (byte)(content.Length + 2), .. content];
}
