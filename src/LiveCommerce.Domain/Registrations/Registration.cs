using System.Diagnostics;
using LiveCommerce.Kernel;

namespace LiveCommerce.Registrations;

/// <summary>A registered LIVE session: what was submitted, and what the platform has said about it.</summary>
/// <param name="Submission">The fact of submission.</param>
/// <param name="AssessedLevel">The level that the platform assessed (C30).</param>
/// <param name="PlatformPeriod">The live period that the platform set (RREC-07).</param>
public sealed record RegisteredSession(RegistrationSubmitted Submission, string? AssessedLevel = null, TimeRange? PlatformPeriod = null)
{
    /// <summary>The products that the platform grouped; none before it does (RREC-16).</summary>
    public ValueList<GroupedProduct> Products { get; init; } = [];

    /// <summary>The live period that holds: the platform's, else the party's.</summary>
    public TimeRange EffectivePeriod => PlatformPeriod ?? Submission.Form.LivePeriod;

    // where the account was tied to a merchant, the party is that merchant (C21)
    /// <summary>Whether it is this actor's to see: its merchant's, its creator's, the platform's and the auditor's (RREC-01).</summary>
    public bool IsVisibleTo(Actor actor) =>
        actor.IsPlatform || actor.Role == ActorRole.Auditor
        || (actor.Party is { } party && (party == Submission.Party || (Submission.Creator is { } creator && party == Party.Of(creator))));
}

/// <summary>Why a registration is out of the campaign (RREC-10, C27).</summary>
public abstract record Expiry
{
    Expiry() { }

    /// <summary>The campaign's end was reached.</summary>
    public sealed record AtCampaignEnd(RegistrationStatus StatusBefore) : Expiry;

    /// <summary>The platform removed it.</summary>
    public sealed record Removed(PersonalText Reason) : Expiry;

    /// <summary>The party withdrew it; the record is kept and nothing can be done with it (RREC-03).</summary>
    public sealed record Cancelled : Expiry;
}

/// <summary>The registration of one LIVE session for a campaign: the states it can be in (RREC-08).</summary>
public abstract record Registration
{
    Registration() { }

    /// <summary>Nobody has submitted it.</summary>
    public sealed record NotSubmitted : Registration;

    /// <summary>Any state after submission.</summary>
    public abstract record Submitted(RegisteredSession Session) : Registration;

    /// <summary>In the campaign, or on its way in: the platform may still assess, modify and remove it (C31).</summary>
    /// <param name="Session">The session.</param>
    /// <param name="ContactOpen">Whether the party was contacted and the one modification that this permits was not made yet (C33).</param>
    public abstract record Open(RegisteredSession Session, bool ContactOpen) : Submitted(Session);

    /// <summary>The platform has not decided.</summary>
    public sealed record UnderReview(RegisteredSession Session, bool ContactOpen) : Open(Session, ContactOpen);

    /// <summary>The platform said yes.</summary>
    public sealed record Approved(RegisteredSession Session, bool ContactOpen) : Open(Session, ContactOpen);

    /// <summary>The platform said no, for a reason (RREC-09).</summary>
    public sealed record Rejected(RegisteredSession Session, PersonalText Reason) : Submitted(Session);

    /// <summary>Out of the campaign (RREC-10).</summary>
    public sealed record Expired(RegisteredSession Session, Expiry Why) : Submitted(Session);

    /// <summary>Registrations as streams.</summary>
    public static StreamKind<Registration> Kind { get; } = new("registration", new NotSubmitted(), Evolve, RegistrationRecord.View);

    /// <summary>The stream of one registration.</summary>
    public static StreamRef<Registration> At(RegistrationId id) => Kind.At(id.Value);

    /// <summary>The registration after one more fact.</summary>
    public static Registration Evolve(Registration state, IEvent fact) => (state, fact) switch
    {
        (NotSubmitted, RegistrationSubmitted it) => new UnderReview(new(it), false),
        (UnderReview review, RegistrationApproved) => new Approved(review.Session, review.ContactOpen),
        (UnderReview review, RegistrationRejected it) => new Rejected(review.Session, it.Reason),
        (UnderReview review, RegistrationCancelled) => new Expired(review.Session, new Expiry.Cancelled()),
        (Open open, LevelAssessed it) => open with { Session = open.Session with { AssessedLevel = it.Level } },
        (Open open, MerchantContacted) => open with { ContactOpen = true },
        (Open open, LivePeriodModifiedByPlatform it) => open with { Session = open.Session with { PlatformPeriod = it.Period }, ContactOpen = false },
        (Open open, ProductsGroupedByPlatform it) => open with { Session = open.Session with { Products = it.Products } },
        (Open open, RegistrationRemovedByPlatform it) => new Expired(open.Session, new Expiry.Removed(it.Reason)),
        (Open open, RegistrationExpiredAtCampaignEnd it) => new Expired(open.Session, new Expiry.AtCampaignEnd(it.StatusBefore)),
        _ => throw new UnreachableException($"{fact.GetType().Name} cannot follow {state.GetType().Name}."),
    };
}
