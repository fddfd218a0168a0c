using System.Text;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace LiveCommerce.Tests.Http;

/// <summary>Makes tokens, good ones and bad ones.</summary>
sealed class Tokens(byte[] key)
{
    internal string For(string role, string? merchant = null, string? creator = null, string user = "usr-1", TimeSpan? expires = null, string audience = "livecommerce", byte[]? signedWith = null)
    {
        var claims = new Dictionary<string, object> { ["sub"] = user, ["role"] = role };
        if (merchant is not null) claims["merchant_id"] = merchant;
        if (creator is not null) claims["creator_id"] = creator;
        var end = DateTime.UtcNow + (expires ?? TimeSpan.FromHours(1));
        return new JsonWebTokenHandler().CreateToken(new SecurityTokenDescriptor
        {
            Issuer = "livecommerce-development",
            Audience = audience,
            Expires = end,
            NotBefore = end - TimeSpan.FromHours(2),
            IssuedAt = end - TimeSpan.FromHours(2),
            Claims = claims,
            SigningCredentials = new(new SymmetricSecurityKey(signedWith ?? key), SecurityAlgorithms.HmacSha256),
        });
    }

    /// <summary>The same claims, saying that nobody signed them.</summary>
    internal static string Unsigned(string token)
    {
        var header = Base64UrlEncoder.Encode(Encoding.UTF8.GetBytes("""{"alg":"none","typ":"JWT"}"""));
        return $"{header}.{token.Split('.')[1]}.";
    }
}
