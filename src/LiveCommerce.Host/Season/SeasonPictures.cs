using LiveCommerce.Images;

namespace LiveCommerce.Host.Season;

/// <summary>A picture of the season: 400 x 400 pixels in black and white, the same bytes on every machine.</summary>
/// <param name="Bytes">A JPEG.</param>
/// <param name="Facts">What an inspection finds in it.</param>
sealed record SeasonPicture(byte[] Bytes, ImageFacts Facts)
{
    const int Blocks = ImagePolicy.MinSide / 8;

    static readonly byte[] Head =
    [
        0xFF, 0xD8,
        0xFF, 0xDB, 0, 67, 0, .. Enumerable.Repeat((byte)8, 64), // a block's mean counts in single greys
        0xFF, 0xC0, 0, 11, 8, ImagePolicy.MinSide >> 8, ImagePolicy.MinSide & 0xFF, ImagePolicy.MinSide >> 8, ImagePolicy.MinSide & 0xFF, 1, 1, 0x11, 0,
        0xFF, 0xC4, 0, 22, 0x00, 1, 1, 1, .. new byte[13], 0, 8, 7, // 0: as before; 10: black to white or back; 110: from grey, at the start
        0xFF, 0xC4, 0, 20, 0x10, 1, .. new byte[15], 0, // 0: the block is of one colour
        0xFF, 0xDA, 0, 8, 1, 1, 0, 0, 63, 0,
    ];

    /// <summary>A disc on white: what a shop sells.</summary>
    public static SeasonPicture Product { get; } = Of((x, y) => Math.Pow(x - (Blocks / 2), 2) + Math.Pow(y - (Blocks / 2), 2) < 300);

    /// <summary>Stripes on white: the shop's logo.</summary>
    public static SeasonPicture Logo { get; } = Of((x, y) => x is > 10 and < 40 && y is > 10 and < 40 && (x + y) % 8 > 3);

    static SeasonPicture Of(Func<int, int, bool> isBlack)
    {
        byte[] bytes = [.. Head, .. Packed(Codes(isBlack)), 0xFF, 0xD9];
        return new(bytes, ((ImageInspection.Usable)ImageInspection.Of(bytes)).Facts);
    }

    // each block of 8 x 8 pixels says how its colour differs from the one before
    static string Codes(Func<int, int, bool> isBlack)
    {
        var (codes, before) = (new System.Text.StringBuilder("1101111111"), false);
        for (var block = 0; block < Blocks * Blocks; block++)
        {
            var black = isBlack(block % Blocks, block / Blocks);
            if (block > 0) codes.Append(black == before ? "0" : black ? "1000000000" : "1011111111");
            codes.Append('0');
            before = black;
        }
        return codes.ToString();
    }

    // filled up with ones; a byte of eight ones is followed by a zero
    static IEnumerable<byte> Packed(string codes)
    {
        foreach (var eight in codes.Chunk(8))
        {
            var value = Convert.ToByte(new string(eight).PadRight(8, '1'), 2);
            yield return value;
            if (value == 0xFF) yield return 0;
        }
    }
}
