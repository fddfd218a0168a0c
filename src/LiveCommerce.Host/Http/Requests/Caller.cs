using System.Reflection;
using LiveCommerce.Host.Http.Problems;
using LiveCommerce.Kernel;

namespace LiveCommerce.Host.Http.Requests;

/// <summary>Who reads, and with which invitation.</summary>
sealed record Caller(Actor Actor, string? InvitationDigest)
{
    internal bool SeesAll => Actor.IsPlatform || Actor.Role == ActorRole.Auditor;

    public static ValueTask<Caller> BindAsync(HttpContext context, ParameterInfo _) =>
        ValueTask.FromResult(new Caller(SignedIn.Actor(context), RequestHeaders.InvitationDigest(context.Request.Headers)));
}

/// <summary>Who signed in; sign-in left it with the request.</summary>
static class SignedIn
{
    internal static Actor Actor(HttpContext context) => context.Features.Get<Actor>() ?? throw new RequestRefusedException(DoorProblems.SignInRequired);
}

/// <summary>A typed id in an address, as TypeID text.</summary>
/// <typeparam name="TId">The id's type.</typeparam>
readonly record struct PathId<TId>(TId Value) where TId : struct, ITypedId<TId>
{
    public static bool TryParse(string? text, IFormatProvider? _, out PathId<TId> id)
    {
        var known = TypeId.TryParse<TId>(text, out var value);
        id = new(value);
        return known;
    }
}

/// <summary>Ids that are begun here: UUIDv7, so that new rows lie side by side; order never comes from them.</summary>
static class NewId
{
    internal static TId Of<TId>() where TId : struct, ITypedId<TId> => TId.From(Guid.CreateVersion7());
}

/// <summary>The channel follows from who asks and is never sent.</summary>
static class ActorChannel
{
    extension(Actor actor)
    {
        internal string? Channel => actor.Role switch
        {
            ActorRole.Merchant => nameof(LiveCommerce.Registrations.RegistrationChannel.SellerCenter),
            ActorRole.Creator => nameof(LiveCommerce.Registrations.RegistrationChannel.LiveManager),
            _ => null,
        };
    }
}
