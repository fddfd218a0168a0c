using System.Security.Cryptography;
using System.Text;

namespace LiveCommerce.Kernel;

/// <summary>A UUIDv5 (RFC 9562): the same parent and name give the same id on every host, for things whose identity is a natural key.</summary>
public static class DerivedId
{
    /// <summary>Derives an id within <paramref name="parent"/>.</summary>
#pragma warning disable CA5350 // RFC 9562 names SHA-1; an id is no secret and proves nothing
    public static Guid Of(Guid parent, string name)
    {
        var length = 16 + Encoding.UTF8.GetByteCount(name);
        var input = length <= 256 ? stackalloc byte[length] : new byte[length];
        parent.TryWriteBytes(input, bigEndian: true, out _);
        Encoding.UTF8.GetBytes(name, input[16..]);
        Span<byte> hash = stackalloc byte[20];
        SHA1.HashData(input, hash);
        hash[6] = (byte)((hash[6] & 0x0F) | 0x50);
        hash[8] = (byte)((hash[8] & 0x3F) | 0x80);
        return new Guid(hash[..16], bigEndian: true);
    }
#pragma warning restore CA5350
}
