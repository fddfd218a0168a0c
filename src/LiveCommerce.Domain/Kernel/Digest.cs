using System.Security.Cryptography;
using System.Text;

namespace LiveCommerce.Kernel;

/// <summary>SHA-256 in lower-case hexadecimal.</summary>
public static class Digest
{
    /// <summary>The digest of a text's UTF-8.</summary>
    public static string Of(string text) => Of(Encoding.UTF8.GetBytes(text));

    /// <summary>The digest of bytes.</summary>
    public static string Of(ReadOnlySpan<byte> bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));
}
