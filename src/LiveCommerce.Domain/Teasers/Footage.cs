using System.Diagnostics;
using LiveCommerce.Kernel;
using NodaTime;

namespace LiveCommerce.Teasers;

/// <summary>Footage of a shop, of which teasers are cut: raw material, whose bytes lie beside the log for as long as it may still be needed.</summary>
public abstract record Footage
{
    Footage() { }

    /// <summary>Nobody has put it.</summary>
    public sealed record NotPut : Footage;

    /// <summary>Its bytes are there.</summary>
    /// <param name="Put">What was put.</param>
    /// <param name="KeptUntil">From then on they may be deleted.</param>
    public sealed record Present(FootagePut Put, Moment KeptUntil) : Footage
    {
        /// <summary>Whether somebody may know of it: its shop and the platform.</summary>
        public bool IsVisibleTo(Actor actor) => actor.IsPlatform || actor.Role == ActorRole.Auditor || actor.Party == Party.Of(Put.Merchant);
    }

    /// <summary>Its bytes were deleted; that it was put stays known.</summary>
    /// <param name="Put">What was put.</param>
    public sealed record Deleted(FootagePut Put) : Footage;

    /// <summary>Footage as streams.</summary>
    public static StreamKind<Footage> Kind { get; } = new("footage", new NotPut(), Evolve);

    /// <summary>The id of a shop's footage.</summary>
    /// <param name="merchant">Whose it is.</param>
    /// <param name="contentHash">SHA-256 of its bytes, lower-case hexadecimal.</param>
    /// <param name="of">What it records: the same bytes put as an upload are other footage.</param>
    public static FootageId IdOf(MerchantId merchant, string contentHash, RecordedStretch? of) =>
        new(DerivedId.Of(merchant.Value, $"footage/{contentHash}/{of?.Session.Value}/{of?.StartsAt}"));

    /// <summary>The stream of one footage.</summary>
    public static StreamRef<Footage> At(FootageId id) => Kind.At(id.Value);

    /// <summary>The footage after one more fact.</summary>
    public static Footage Evolve(Footage state, IEvent fact) => (state, fact) switch
    {
        (NotPut or Deleted, FootagePut it) => new Present(it, it.KeptUntil),
        (Present footage, FootagePutAgain it) => footage with { KeptUntil = it.KeptUntil },
        (Present footage, FootageUsed it) => footage with { KeptUntil = it.KeptUntil },
        (Present footage, FootageDeleted) => new Deleted(footage.Put),
        _ => throw new UnreachableException($"{fact.GetType().Name} cannot follow {state.GetType().Name}."),
    };
}

/// <summary>What is known of a video file without decoding all of it.</summary>
/// <param name="ContentHash">SHA-256 of its bytes, lower-case hexadecimal.</param>
/// <param name="Format">What it is wrapped in, as its bytes say: <c>mp4</c> or <c>webm</c>.</param>
/// <param name="Codec">How its pictures are coded, such as <c>h264</c>.</param>
/// <param name="Width">Pixels.</param>
/// <param name="Height">Pixels.</param>
/// <param name="Milliseconds">How long it runs.</param>
/// <param name="Bytes">How large it is.</param>
public sealed record VideoFacts(string ContentHash, string Format, string Codec, int Width, int Height, int Milliseconds, int Bytes);

/// <summary>What a recording shows: a stretch of a LIVE session.</summary>
/// <param name="Session">Which session.</param>
/// <param name="StartsAt">The moment that its first picture shows.</param>
public sealed record RecordedStretch(LiveSessionId Session, Moment StartsAt);
