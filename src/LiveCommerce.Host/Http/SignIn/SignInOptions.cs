namespace LiveCommerce.Host.Http.SignIn;

/// <summary>Whose tokens are trusted: those of an authority, or on a developer's machine those signed with a key of this host.</summary>
sealed record SignInOptions
{
    /// <summary>The issuer of tokens made with <see cref="DevelopmentKey"/>.</summary>
    internal const string DevelopmentIssuer = "livecommerce-development";

    /// <summary>The authority's address, whose keys are found by discovery.</summary>
    public string? Authority { get; init; }

    /// <summary>Whom tokens must be meant for.</summary>
    public string Audience { get; init; } = "livecommerce";

    /// <summary>At least 32 random bytes (HS256), for development alone; ignored where an authority is named.</summary>
    public byte[]? DevelopmentKey { get; init; }

    /// <summary>How far the authority's clock may be off.</summary>
    public TimeSpan ClockSkew { get; init; } = TimeSpan.FromSeconds(30);
}
