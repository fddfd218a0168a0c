using System.Security.Claims;
using LiveCommerce.Kernel;

namespace LiveCommerce.Host.Http.SignIn;

/// <summary>The claims that a token carries, and whom they make the caller.</summary>
static class TokenClaims
{
    internal const string User = "sub";
    internal const string Role = "role";
    internal const string Merchant = "merchant_id";
    internal const string Creator = "creator_id";
    const int LongestUser = 200;

    /// <summary>The names of the roles as tokens say them; the host's own role is none of them.</summary>
    internal static readonly IReadOnlyDictionary<string, ActorRole> Roles = new Dictionary<string, ActorRole>(StringComparer.Ordinal)
    {
        ["merchant"] = ActorRole.Merchant,
        ["creator"] = ActorRole.Creator,
        ["ops_reviewer"] = ActorRole.OpsReviewer,
        ["ops_admin"] = ActorRole.OpsAdmin,
        ["auditor"] = ActorRole.Auditor,
        ["buyer"] = ActorRole.Buyer,
    };

    /// <summary>The caller, or null where the claims do not make one: then the token is as good as none.</summary>
    internal static Actor? Read(ClaimsPrincipal principal)
    {
        var user = principal.FindFirstValue(User);
        if (string.IsNullOrWhiteSpace(user) || user.Length > LongestUser || user.Any(char.IsControl) || !IsWellFormed(user)) return null;
        return principal.FindAll(Role).ToArray() is [var only] && Roles.TryGetValue(only.Value, out var role) ? Read(principal, user, role) : null;
    }

    static Actor? Read(ClaimsPrincipal principal, string user, ActorRole role) => role switch
    {
        ActorRole.Merchant => TypeId.TryParse<MerchantId>(principal.FindFirstValue(Merchant), out var merchant) ? new(user, role, Party.Of(merchant)) : null,
        ActorRole.Creator => TypeId.TryParse<CreatorId>(principal.FindFirstValue(Creator), out var creator) ? new(user, role, Party.Of(creator)) : null,
        ActorRole.OpsReviewer or ActorRole.OpsAdmin or ActorRole.Auditor => new(user, role),
        ActorRole.Buyer => Actor.Of(SubscriberId.Of(user)), // the platform's own id of a person stays out of the log
        _ => null,
    };

    static bool IsWellFormed(string text)
    {
        for (var i = 0; i < text.Length; i++)
            if (char.IsSurrogate(text[i]) && !(char.IsSurrogatePair(text, i) && ++i > 0)) return false;
        return true;
    }
}
