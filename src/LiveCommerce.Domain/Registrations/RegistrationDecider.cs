using System.Diagnostics;
using LiveCommerce.Campaigns;
using LiveCommerce.Images;
using LiveCommerce.Kernel;
using LiveCommerce.Sellers;

namespace LiveCommerce.Registrations;

/// <summary>What a decision about a registration is told.</summary>
/// <param name="Now">The host's instant at the decision.</param>
/// <param name="Actor">Who asks.</param>
/// <param name="Campaign">The campaign that it is for.</param>
public sealed record RegistrationContext(Moment Now, Actor Actor, LivestreamCampaign Campaign) : DecisionContext(Now, Actor)
{
    /// <summary>A submission in Seller Center: the merchant.</summary>
    public Merchant? Merchant { get; init; }

    /// <summary>A submission: the account that goes LIVE.</summary>
    public TikTokAccount? Account { get; init; }

    /// <summary>A submission: the party's slots in the campaign.</summary>
    public CampaignQuota? Quota { get; init; }

    /// <summary>A duplicate: the registration it is made from.</summary>
    public Registration? Original { get; init; }

    /// <summary>A submission: open sessions of the same account that overlap with an asked-for period, at most one for each (C25).</summary>
    public ValueList<RegisteredSession> Overlapping { get; init; } = [];

    /// <summary>A series: those of its ids that are taken.</summary>
    public ValueList<Registration.Submitted> Begun { get; init; } = [];

    /// <summary>A submission with a product image: what is known of it among the applicant's images.</summary>
    public PartyImage? WhiteBackgroundImage { get; init; }

    /// <summary>A submission with a brand logo: what is known of it among the applicant's images.</summary>
    public PartyImage? BrandLogo { get; init; }

    // a submitted registration has a published campaign: history holds no other
    internal LivestreamCampaign.Published Published => (LivestreamCampaign.Published)Campaign;
}

/// <summary>Decides commands about registrations.</summary>
public static partial class RegistrationDecider
{
    /// <summary>The policy that is recorded with each decision.</summary>
    public const string Policy = RegistrationPolicy.Version;

    /// <summary>Gathers what the command needs and decides; null when states must be loaded first.</summary>
    public static Decision? Handle(IReads reads, IRegistrationCommand command, DecisionContext context) =>
        command is SubmitRegistration submit ? HandleSubmission(reads, submit, context)
        : command is DuplicateSeries series ? HandleSeries(reads, series, context)
        : reads.Of(Registration.At(command.Registration)) is not { } state ? null
        : state is not Registration.Submitted { Session.Submission.Campaign: var campaignId } ? Decision.NotVisible
        : reads.Of(LivestreamCampaign.At(campaignId)) is not { } campaign ? null
        : Decide(state, command, new(context.Now, context.Actor, campaign));

    /// <summary>Decides a command on a registration.</summary>
    public static Decision Decide(Registration state, IRegistrationCommand command, RegistrationContext context) => (state, command) switch
    {
        (_, SubmitRegistration it) => Submit(state, it, context),
        (Registration.NotSubmitted, _) => Decision.NotVisible,
        (Registration.Submitted known, _) when !known.Session.IsVisibleTo(context.Actor) => Decision.NotVisible,
        (Registration.Submitted known, ExpireRegistration) => Expire(known, context),
        (Registration.Submitted known, DuplicateSeries it) => Duplicate(known, it, context),
        (Registration.Submitted known, _) when context.Published.IsOver(context.Now) => RefuseAfterEnd(known, context.Published),
        (Registration.Submitted known, ApproveRegistration) => Approve(known),
        (Registration.Submitted known, RejectRegistration it) => Reject(known, it),
        (Registration.Submitted known, CancelRegistration it) => Cancel(known, it, context.Actor),
        (Registration.Submitted known, RemoveRegistration it) => Remove(known, it),
        (Registration.Submitted known, AssessLevel it) => Assess(known, it, context.Published),
        (Registration.Submitted known, ContactMerchant it) => Contact(known, it),
        (Registration.Submitted known, ModifyLivePeriod it) => Modify(known, it, context),
        (Registration.Submitted known, GroupProducts it) => Group(known, it),
        _ => throw new UnreachableException(),
    };

    static Decision Record(Registration.Submitted state, IEvent fact) => Decision.Record(Registration.At(state.Session.Submission.Registration), fact);

    static Decision Refuse(Registration.Submitted state, params ReadOnlySpan<Refusal> refusals) =>
        Decision.Refuse(Registration.At(state.Session.Submission.Registration), ValueList.Create(refusals));
}
