using System.Runtime.Versioning;
using System.Text.Json;
using LiveCommerce.Kernel;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace LiveCommerce.Host.Startup;

/// <summary>Tokens for the sample's personas, for trying things out on one's own machine.</summary>
[UnsupportedOSPlatform("windows")]
sealed class DevelopmentTokens(byte[] key)
{
    public const string Issuer = "livecommerce-development";
    public const string Audience = "livecommerce";

    static readonly TimeSpan Lifetime = TimeSpan.FromDays(30);

    readonly SigningCredentials signing = new(new SymmetricSecurityKey(key), SecurityAlgorithms.HmacSha256);

    /// <summary>Writes a fresh token for each persona, each into a file that its owner alone may read.</summary>
    public async Task Write(string folder, DateTime now, CancellationToken cancellation)
    {
        foreach (var persona in Persona.All)
            await DevelopmentKey.Write(FileOf(folder, persona), Issue(persona, now) + "\n", cancellation);
    }

    public static string FileOf(string folder, Persona persona) => Path.Combine(folder, $"{persona.Name}.token");

    string Issue(Persona persona, DateTime now) => new JsonWebTokenHandler { SetDefaultTimesOnTokenCreation = false }.CreateToken(new SecurityTokenDescriptor
    {
        Issuer = Issuer,
        Audience = Audience,
        IssuedAt = now,
        NotBefore = now,
        Expires = now + Lifetime,
        Claims = ClaimsOf(persona.Actor),
        SigningCredentials = signing,
    });

    static Dictionary<string, object> ClaimsOf(Actor actor)
    {
        var claims = new Dictionary<string, object>
        {
            ["sub"] = actor.UserId,
            ["role"] = JsonNamingPolicy.SnakeCaseLower.ConvertName(actor.Role.ToString()),
        };
        if (actor.Party is { } party) claims[party.Kind == PartyKind.Merchant ? "merchant_id" : "creator_id"] = party.ToString();
        return claims;
    }
}
