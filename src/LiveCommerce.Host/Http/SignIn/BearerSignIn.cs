using LiveCommerce.Kernel;
using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.AspNetCore.Authorization;
using Microsoft.IdentityModel.Tokens;

namespace LiveCommerce.Host.Http.SignIn;

/// <summary>Bearer tokens: signed with the right key and algorithm, for us, not expired, and of a known role. A buyer is let in only where a route names buyers.</summary>
static class BearerSignIn
{
    internal static void AddBearerSignIn(this IServiceCollection services, SignInOptions signIn)
    {
        if (signIn is { Authority: null, DevelopmentKey: not { Length: >= 32 } })
            throw new ArgumentException("Sign-in needs an authority, or a development key of at least 32 bytes.", nameof(signIn));
        services.AddAuthentication(JwtBearerDefaults.AuthenticationScheme).AddJwtBearer(options => Configure(options, signIn));
        services.AddAuthorizationBuilder().SetFallbackPolicy(new AuthorizationPolicyBuilder().RequireAuthenticatedUser().RequireRole(NamesOf(role => role != ActorRole.Buyer)).Build());
    }

    /// <summary>Lets in the roles that may ask for a command, as the domain says it; the others are answered 403 before anything is read.</summary>
    internal static RouteHandlerBuilder For<TCommand>(this RouteHandlerBuilder endpoint) where TCommand : ICommand =>
        endpoint.For([.. LiveCommerceModel.Default.RolesOf(typeof(TCommand))]);

    /// <summary>Lets in these roles alone; the others are answered 403 before anything is read.</summary>
    internal static TBuilder For<TBuilder>(this TBuilder endpoint, params ActorRole[] roles) where TBuilder : IEndpointConventionBuilder =>
        endpoint.RequireAuthorization(policy => policy.RequireRole(NamesOf(role => roles.Contains(role))));

    static IEnumerable<string> NamesOf(Func<ActorRole, bool> isMeant) => TokenClaims.Roles.Where(role => isMeant(role.Value)).Select(role => role.Key);

    static void Configure(JwtBearerOptions options, SignInOptions signIn)
    {
        options.MapInboundClaims = false;
        options.TokenHandlers.Clear();
        options.TokenHandlers.Add(new RecentTokens(TimeProvider.System, signIn.ClockSkew));
        options.IncludeErrorDetails = false;
        options.Audience = signIn.Audience;
        options.TokenValidationParameters = new()
        {
            ClockSkew = signIn.ClockSkew,
            NameClaimType = TokenClaims.User,
            RoleClaimType = TokenClaims.Role,
            ValidAudience = signIn.Audience,
            RequireSignedTokens = true,
            RequireExpirationTime = true,
        };
        if (signIn.Authority is { } authority)
        {
            options.Authority = authority;
            options.TokenValidationParameters.ValidAlgorithms = ["RS256", "RS384", "RS512", "PS256", "PS384", "PS512", "ES256", "ES384", "ES512"];
        }
        else
        {
            options.TokenValidationParameters.ValidIssuer = SignInOptions.DevelopmentIssuer;
            options.TokenValidationParameters.ValidAlgorithms = [SecurityAlgorithms.HmacSha256];
            options.TokenValidationParameters.IssuerSigningKey = new SymmetricSecurityKey(signIn.DevelopmentKey!);
        }
        options.Events = new() { OnMessageReceived = TakePageToken, OnTokenValidated = KnowCaller };
    }

    static Task TakePageToken(MessageReceivedContext context)
    {
        context.Token = Pages.PageSignIn.TokenOf(context.Request);
        return Task.CompletedTask;
    }

    static Task KnowCaller(TokenValidatedContext context)
    {
        if (context.Principal is { } principal && TokenClaims.Read(principal) is { } actor) context.HttpContext.Features.Set(actor);
        else context.Fail("The claims name no caller.");
        return Task.CompletedTask;
    }
}
