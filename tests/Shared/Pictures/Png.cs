using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;

namespace LiveCommerce.Tests;

/// <summary>Makes PNGs chunk by chunk, sound ones and others; its check sum is reckoned another way than the inspection's.</summary>
static class Png
{
    internal static readonly byte[] Signature = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A];

    /// <summary>A white picture, one bit for each pixel.</summary>
    internal static byte[] Of(int width = 400, int height = 400) => [.. Signature, .. Header((uint)width, (uint)height), .. Data(width, height), .. End()];

    /// <summary>A picture with chunks between header and data.</summary>
    internal static byte[] With(params byte[][] chunks) => [.. Signature, .. Header(400, 400), .. chunks.SelectMany(chunk => chunk), .. Data(400, 400), .. End()];

    internal static byte[] Header(uint width, uint height, byte depth = 1, byte colour = 0, byte compression = 0, byte filter = 0, byte interlace = 0)
    {
        var content = new byte[13];
        BinaryPrimitives.WriteUInt32BigEndian(content, width);
        BinaryPrimitives.WriteUInt32BigEndian(content.AsSpan(4), height);
        (content[8], content[9], content[10], content[11], content[12]) = (depth, colour, compression, filter, interlace);
        return Chunk("IHDR", content);
    }

    internal static byte[] Data(int width, int height)
    {
        var row = new byte[1 + ((width + 7) / 8)];
        row.AsSpan(1).Fill(0xFF);
        return Chunk("IDAT", Deflate(Enumerable.Repeat(row, height).SelectMany(bytes => bytes).ToArray()));
    }

    internal static byte[] End() => Chunk("IEND", []);

    internal static byte[] Chunk(string type, byte[] content)
    {
        var chunk = new byte[content.Length + 12];
        BinaryPrimitives.WriteUInt32BigEndian(chunk, (uint)content.Length);
        Encoding.ASCII.GetBytes(type, chunk.AsSpan(4));
        content.CopyTo(chunk, 8);
        BinaryPrimitives.WriteUInt32BigEndian(chunk.AsSpan(chunk.Length - 4), CheckSum(chunk.AsSpan(4, content.Length + 4)));
        return chunk;
    }

    internal static byte[] Deflate(byte[] plain)
    {
        using var packed = new MemoryStream();
        using (var packing = new ZLibStream(packed, CompressionLevel.SmallestSize)) packing.Write(plain);
        return packed.ToArray();
    }

    static uint CheckSum(ReadOnlySpan<byte> bytes)
    {
        var sum = uint.MaxValue;
        foreach (var value in bytes)
        {
            sum ^= value;
            for (var bit = 0; bit < 8; bit++) sum = (sum >> 1) ^ (0xEDB88320 & (uint)-(int)(sum & 1));
        }
        return ~sum;
    }
}
