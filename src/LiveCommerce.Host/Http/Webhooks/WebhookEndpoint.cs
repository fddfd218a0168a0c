using System.Security.Cryptography;
using System.Text;

namespace LiveCommerce.Host.Http.Webhooks;

/// <summary>Where signed webhooks go, after the Standard Webhooks specification.</summary>
/// <param name="Address">https, or http where private addresses are allowed.</param>
/// <param name="Secrets">What requests are signed with: one, and while it is being changed the old one after the new.</param>
/// <param name="AllowsPrivateAddresses">Whether it may lie in this machine or its network.</param>
sealed record WebhookEndpoint(Uri Address, IReadOnlyList<byte[]> Secrets, bool AllowsPrivateAddresses)
{
    const string SecretPrefix = "whsec_";
    const int LeastSecret = 24, MostSecret = 64;

    /// <summary>The endpoint that a configuration names.</summary>
    /// <exception cref="FormatException">It names none that could be used, and the message says why.</exception>
    internal static WebhookEndpoint Read(string address, string? secrets, bool allowsPrivateAddresses)
    {
        if (!Uri.TryCreate(address, UriKind.Absolute, out var uri) || uri is not { Scheme: "https" or "http", UserInfo: "", Fragment: "" })
            throw new FormatException("the address is none of https.");
        if (uri.Scheme == "http" && !allowsPrivateAddresses)
            throw new FormatException("the address is http: use https, which alone keeps what is sent from others.");
        var keys = (secrets ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(Key).ToList();
        return keys.Count > 0 ? new(uri, keys, allowsPrivateAddresses) : throw new FormatException("there is no secret to sign with.");
    }

    /// <summary>The headers that prove a body to be ours and recent.</summary>
    internal IEnumerable<(string Name, string Value)> Sign(string id, DateTimeOffset at, string body)
    {
        var timestamp = at.ToUnixTimeSeconds().ToString(System.Globalization.CultureInfo.InvariantCulture);
        var signed = Encoding.UTF8.GetBytes($"{id}.{timestamp}.{body}");
        yield return ("webhook-id", id);
        yield return ("webhook-timestamp", timestamp);
        yield return ("webhook-signature", string.Join(' ', Secrets.Select(secret => $"v1,{Convert.ToBase64String(HMACSHA256.HashData(secret, signed))}")));
    }

    static byte[] Key(string text)
    {
        var bytes = new byte[MostSecret + 1];
        return text.StartsWith(SecretPrefix, StringComparison.Ordinal) && Convert.TryFromBase64String(text[SecretPrefix.Length..], bytes, out var length) && length is >= LeastSecret and <= MostSecret
            ? bytes[..length]
            : throw new FormatException($"a secret is {SecretPrefix} with the base64 of {LeastSecret} to {MostSecret} random bytes after it.");
    }
}
