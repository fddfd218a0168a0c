using System.Diagnostics;
using LiveCommerce.Kernel;

namespace LiveCommerce.Campaigns;

/// <summary>An invitation to a private campaign; without merchants it is for whoever holds it.</summary>
public sealed record Invitation(InvitationId Id, string TokenDigest, ValueList<MerchantId> Merchants, bool IsRevoked)
{
    /// <summary>
    /// Whether this token opens the campaign for whoever signed in as this party. An invitation for named merchants is for them alone: a
    /// creator of such a shop is another party and needs an invitation that names nobody.
    /// </summary>
    public bool Admits(string? tokenDigest, Party? party) =>
        !IsRevoked && TokenDigest == tokenDigest
        && (Merchants.Count == 0 || (party?.Kind == PartyKind.Merchant && Merchants.Contains(MerchantId.From(party.Id))));
}

/// <summary>A livestream campaign of the platform, for which LIVE sessions are registered.</summary>
public abstract record LivestreamCampaign
{
    LivestreamCampaign() { }

    /// <summary>Nobody has drafted this campaign.</summary>
    public sealed record NotDrafted : LivestreamCampaign;

    /// <summary>Being prepared: the platform alone sees it, and may change everything.</summary>
    public sealed record Draft(CampaignId Id, CampaignTerms Terms) : LivestreamCampaign;

    /// <summary>Published: immutable but for an extension and its end.</summary>
    public sealed record Published(CampaignId Id, CampaignTerms Terms, ValueList<Invitation> Invitations, Moment? EndedEarlyAt) : LivestreamCampaign
    {
        /// <summary>The end: that of the period, or the early one.</summary>
        public Moment End => EndedEarlyAt ?? Terms.Period.End;

        /// <summary>When the campaign really runs: an early end is the end.</summary>
        public TimeRange Period => Terms.Period with { End = End };

        /// <summary>Whether it is over: the end instant itself no longer belongs to the campaign (C29).</summary>
        public bool IsOver(Moment now) => now >= End;

        /// <summary>Whether registrations are taken (C37).</summary>
        public bool IsOpenForRegistration(Moment now) => Terms.RegistrationWindow.Contains(now) && !IsOver(now);

        /// <summary>The phase that people see (C37).</summary>
        public CampaignPhase PhaseAt(Moment now) => CampaignPhases.At(now, Terms.RegistrationWindow, Period);
    }

    /// <summary>
    /// Whether somebody may know of it, on every door alike: a draft is the platform's and the auditor's, a private campaign needs a valid
    /// invitation (CAMP-06). What they would register with plays no part.
    /// </summary>
    /// <param name="actor">Who asks.</param>
    /// <param name="invitationDigest">SHA-256 of the invitation's token that came along.</param>
    public bool IsVisibleTo(Actor actor, string? invitationDigest) => this switch
    {
        NotDrafted => false,
        Draft => SeesAll(actor),
        Published { Terms.Visibility: CampaignVisibility.Public } => true,
        Published campaign => SeesAll(actor) || campaign.Invitations.Any(invitation => invitation.Admits(invitationDigest, actor.Party)),
        _ => throw new UnreachableException(),
    };

    /// <summary>Campaigns as streams.</summary>
    public static StreamKind<LivestreamCampaign> Kind { get; } = new("livestream_campaign", new NotDrafted(), Evolve, CampaignRecord.View);

    /// <summary>The stream of one campaign.</summary>
    public static StreamRef<LivestreamCampaign> At(CampaignId id) => Kind.At(id.Value);

    /// <summary>The campaign after one more fact.</summary>
    public static LivestreamCampaign Evolve(LivestreamCampaign state, IEvent fact) => (state, fact) switch
    {
        (NotDrafted, CampaignDrafted it) => new Draft(it.Campaign, it.Terms),
        (Draft draft, CampaignChanged it) => draft with { Terms = it.Terms },
        (Draft draft, CampaignPublished) => new Published(draft.Id, draft.Terms, [], null),
        (Published campaign, CampaignExtended it) => campaign with { Terms = campaign.Terms.ExtendedTo(it.RegistrationEnd, it.PeriodEnd) },
        (Published campaign, CampaignEnded it) => campaign with { EndedEarlyAt = it.EndedAt },
        (Published campaign, InvitationIssued it) => campaign with { Invitations = campaign.Invitations.Add(new(it.Invitation, it.TokenDigest, it.Merchants, false)) },
        (Published campaign, InvitationRevoked it) => campaign with { Invitations = Revoke(campaign.Invitations, it.Invitation) },
        _ => throw new UnreachableException($"{fact.GetType().Name} cannot follow {state.GetType().Name}."),
    };

    static bool SeesAll(Actor actor) => actor.IsPlatform || actor.Role == ActorRole.Auditor;

    static ValueList<Invitation> Revoke(ValueList<Invitation> invitations, InvitationId revoked) =>
        invitations.Select(invitation => invitation.Id == revoked ? invitation with { IsRevoked = true } : invitation).ToValueList();
}
