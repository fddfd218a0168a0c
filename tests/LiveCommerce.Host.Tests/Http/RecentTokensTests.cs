using System.Security.Cryptography;
using LiveCommerce.Host.Http.SignIn;
using Microsoft.IdentityModel.Tokens;

namespace LiveCommerce.Tests.Http;

/// <summary>A remembered token is as short-lived as one that is read anew.</summary>
public sealed class RecentTokensTests
{
    static readonly TimeSpan Skew = TimeSpan.FromSeconds(30);
    readonly byte[] key = RandomNumberGenerator.GetBytes(32);
    readonly SetClock clock = new();

    [Fact]
    public async Task A_remembered_token_ends_when_it_says_so()
    {
        var tokens = new RecentTokens(clock, Skew);
        var token = new Tokens(key).For("auditor", expires: TimeSpan.FromSeconds(-25)); // five seconds of grace are left
        var first = await tokens.ValidateTokenAsync(token, Parameters());
        first.IsValid.ShouldBeTrue();
        (await tokens.ValidateTokenAsync(token, Parameters())).ShouldBeSameAs(first);
        clock.Ahead = TimeSpan.FromSeconds(6);
        (await tokens.ValidateTokenAsync(token, Parameters())).ShouldNotBeSameAs(first);
    }

    [Fact]
    public async Task A_withdrawn_key_is_out_within_a_minute_and_nothing_bad_is_remembered()
    {
        var tokens = new RecentTokens(clock, Skew);
        var token = new Tokens(key).For("auditor");
        (await tokens.ValidateTokenAsync(token, Parameters(new byte[32]))).IsValid.ShouldBeFalse();
        (await tokens.ValidateTokenAsync(token, Parameters())).IsValid.ShouldBeTrue();
        clock.Ahead = TimeSpan.FromSeconds(61);
        (await tokens.ValidateTokenAsync(token, Parameters(new byte[32]))).IsValid.ShouldBeFalse();
    }

    TokenValidationParameters Parameters(byte[]? other = null) => new()
    {
        IssuerSigningKey = new SymmetricSecurityKey(other ?? key), ValidIssuer = "livecommerce-development", ValidAudience = "livecommerce", ClockSkew = Skew,
    };

    sealed class SetClock : TimeProvider
    {
        internal TimeSpan Ahead { get; set; }

        public override DateTimeOffset GetUtcNow() => System.GetUtcNow() + Ahead;
    }
}
