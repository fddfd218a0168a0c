using System.Security.Cryptography;

namespace LiveCommerce.Host.Media;

/// <summary>SHA-256 of a file, lower-case hexadecimal.</summary>
static class ContentHash
{
    internal static async Task<string> Of(string file, CancellationToken cancellation)
    {
        await using var stream = File.OpenRead(file);
        return Convert.ToHexStringLower(await SHA256.HashDataAsync(stream, cancellation));
    }
}
