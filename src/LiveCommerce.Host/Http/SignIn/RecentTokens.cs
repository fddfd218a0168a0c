using System.Collections.Concurrent;
using LiveCommerce.Kernel;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace LiveCommerce.Host.Http.SignIn;

/// <summary>
/// Remembers for a minute that a token was found valid: the same one comes with each of its caller's requests, and reading it anew is the
/// dearest part of signing in. Only what was wholly validated is remembered, under its digest, and never beyond its own end; a key that an
/// authority withdraws is out within the minute.
/// </summary>
sealed class RecentTokens(TimeProvider clock, TimeSpan clockSkew) : TokenHandler
{
    const int Most = 10_000;
    static readonly TimeSpan Memory = TimeSpan.FromMinutes(1);
    readonly JsonWebTokenHandler inner = new() { MapInboundClaims = false };
    readonly ConcurrentDictionary<string, Known> known = new(StringComparer.Ordinal);

    public override async Task<TokenValidationResult> ValidateTokenAsync(string token, TokenValidationParameters validationParameters)
    {
        var now = clock.GetUtcNow();
        var digest = Digest.Of(token);
        if (known.TryGetValue(digest, out var recent) && now < recent.Until) return recent.Result;
        var result = await inner.ValidateTokenAsync(token, validationParameters);
        if (result is { IsValid: true, SecurityToken: { } valid }) Remember(digest, result, Earlier(now + Memory, new DateTimeOffset(valid.ValidTo, TimeSpan.Zero) + clockSkew));
        return result;
    }

    public override Task<TokenValidationResult> ValidateTokenAsync(SecurityToken token, TokenValidationParameters validationParameters) =>
        inner.ValidateTokenAsync(token, validationParameters);

    public override SecurityToken ReadToken(string token) => inner.ReadToken(token);

    void Remember(string digest, TokenValidationResult result, DateTimeOffset until)
    {
        if (known.Count >= Most) known.Clear(); // rare, and cheaper than keeping an order
        known[digest] = new(result, until);
    }

    static DateTimeOffset Earlier(DateTimeOffset left, DateTimeOffset right) => left < right ? left : right;

    sealed record Known(TokenValidationResult Result, DateTimeOffset Until);
}
