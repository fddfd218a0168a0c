using System.Security.Cryptography;
using System.Text;

namespace LiveCommerce.Postgres.Append;

/// <summary>
/// The log's own key for digests of requests. A plain digest would let whoever sees a receipt try what a person may have typed, even after
/// that was erased.
/// </summary>
sealed class RequestKey(byte[] key)
{
    /// <summary>What is stored of a request's digest; nothing where there is none.</summary>
    internal string? Seal(string? digest) => digest is null ? null : Convert.ToHexStringLower(HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(digest)));
}
