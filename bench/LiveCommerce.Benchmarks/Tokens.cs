using System.Buffers.Text;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using LiveCommerce.Kernel;

namespace LiveCommerce.Benchmarks;

/// <summary>Tokens as an authority would issue them, signed here so that the generator needs no library.</summary>
static class Tokens
{
    internal static AuthenticationHeaderValue Of(Actor actor, byte[] key)
    {
        var now = DateTimeOffset.UtcNow.ToUnixTimeSeconds();
        var claims = new
        {
            iss = "livecommerce-development", aud = "livecommerce", sub = actor.UserId, role = JsonNamingPolicy.SnakeCaseLower.ConvertName(actor.Role.ToString()),
            merchant_id = actor.Party is { } party ? new MerchantId(party.Id).ToString() : null, nbf = now - 5, iat = now, exp = now + 600,
        };
        var text = $"{Base64Url.EncodeToString("""{"alg":"HS256","typ":"JWT"}"""u8)}.{Base64Url.EncodeToString(JsonSerializer.SerializeToUtf8Bytes(claims))}";
        return new("Bearer", $"{text}.{Base64Url.EncodeToString(HMACSHA256.HashData(key, Encoding.ASCII.GetBytes(text)))}");
    }
}
