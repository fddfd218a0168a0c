using System.Runtime.Versioning;
using LiveCommerce.Host.Http.SignIn;
using LiveCommerce.Kernel;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace LiveCommerce.Host.Startup;

/// <summary>Tokens for the sample's personas, for trying things out on one's own machine.</summary>
[UnsupportedOSPlatform("windows")]
sealed class DevelopmentTokens(byte[] key)
{
    static readonly TimeSpan Lifetime = TimeSpan.FromDays(30);

    readonly SigningCredentials signing = new(new SymmetricSecurityKey(key), SecurityAlgorithms.HmacSha256);

    /// <summary>Writes a fresh token for each persona, each into a file that its owner alone may read.</summary>
    public async Task Write(string folder, DateTime now, CancellationToken cancellation)
    {
        foreach (var persona in Persona.All)
            await DevelopmentKey.Write(Development.TokenFile(folder, persona), Issue(persona, now) + "\n", cancellation);
    }

    /// <summary>A token for a persona.</summary>
    internal string Issue(Persona persona, DateTime now) => new JsonWebTokenHandler { SetDefaultTimesOnTokenCreation = false }.CreateToken(new SecurityTokenDescriptor
    {
        Issuer = SignInOptions.DevelopmentIssuer,
        Audience = new SignInOptions().Audience,
        IssuedAt = now,
        NotBefore = now,
        Expires = now + Lifetime,
        Claims = ClaimsOf(persona.Subject, persona.Actor),
        SigningCredentials = signing,
    });

    static Dictionary<string, object> ClaimsOf(string subject, Actor actor)
    {
        var claims = new Dictionary<string, object>
        {
            [TokenClaims.User] = subject,
            [TokenClaims.Role] = TokenClaims.Roles.Single(role => role.Value == actor.Role).Key,
        };
        if (actor.Party is { } party) claims[party.Kind == PartyKind.Merchant ? TokenClaims.Merchant : TokenClaims.Creator] = party.ToString();
        return claims;
    }
}
