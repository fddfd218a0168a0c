using System.Diagnostics;
using LiveCommerce.Calendars;
using LiveCommerce.Campaigns;
using LiveCommerce.Images;
using LiveCommerce.Kernel;
using LiveCommerce.LiveEvents;
using LiveCommerce.LivePlans;
using LiveCommerce.LiveSessions;
using LiveCommerce.Registrations;
using LiveCommerce.Sellers;

namespace LiveCommerce.Audit;

/// <summary>What each kind of thing calls its status, and what that follows from.</summary>
static partial class Statuses
{
    internal static (string, Moment?) Of(Registration state, Moment? at) => (state switch
    {
        Registration.NotSubmitted => nameof(Registration.NotSubmitted),
        Registration.UnderReview => nameof(RegistrationStatus.UnderReview),
        Registration.Approved => nameof(RegistrationStatus.Approved),
        Registration.Rejected => nameof(RegistrationStatus.Rejected),
        Registration.Expired => nameof(RegistrationStatus.Expired),
        _ => throw new UnreachableException(),
    }, null);

    internal static object DecidedBy(Registration state) => state.GetType();

    internal static MerchantId? ShopOf(Registration state) => (state as Registration.Submitted)?.Session.Submission.Merchant;

    /// <summary>A published campaign's status is its phase (C37), which begins by the clock; a version alone names no instant.</summary>
    internal static (string, Moment?) Of(LivestreamCampaign state, Moment? at) => state switch
    {
        LivestreamCampaign.NotDrafted or LivestreamCampaign.Draft => (state.GetType().Name, null),
        LivestreamCampaign.Published when at is null => (nameof(LivestreamCampaign.Published), null),
        LivestreamCampaign.Published it => (it.PhaseAt(at.Value).ToString(), BeginOf(it.PhaseAt(at.Value), it)),
        _ => throw new UnreachableException(),
    };

    // an invitation changes who may see a campaign, not what it is
    internal static object DecidedBy(LivestreamCampaign state) => state switch
    {
        LivestreamCampaign.NotDrafted => state,
        LivestreamCampaign.Draft it => (it.Terms, false, default(Moment?)),
        LivestreamCampaign.Published it => (it.Terms, true, it.EndedEarlyAt),
        _ => throw new UnreachableException(),
    };

    internal static (string, Moment?) Of(Merchant state, Moment? at) => (state switch
    {
        Merchant.NotOnboarded => nameof(Merchant.NotOnboarded),
        Merchant.Onboarded { OfficialAccount: not null } => "Linked",
        Merchant.Onboarded it when it.Violations.Any(violation => violation.IsOpen) => "BlockedFromLinking",
        Merchant.Onboarded => "NotLinked",
        _ => throw new UnreachableException(),
    }, null);

    internal static object DecidedBy(Merchant state) => (Of(state, null).Item1, (state as Merchant.Onboarded)?.OfficialAccount);

    internal static MerchantId? ShopOf(Merchant state) => (state as Merchant.Onboarded)?.Id;

    internal static (string, Moment?) Of(TikTokAccount state, Moment? at) => (state switch
    {
        TikTokAccount.NotAdded => nameof(TikTokAccount.NotAdded),
        TikTokAccount.Added { Merchant: not null } => "TiedToMerchant",
        TikTokAccount.Added => "NotTied",
        _ => throw new UnreachableException(),
    }, null);

    internal static object DecidedBy(TikTokAccount state) => (state.GetType(), ShopOf(state));

    internal static MerchantId? ShopOf(TikTokAccount state) => (state as TikTokAccount.Added)?.Merchant;

    internal static (string, Moment?) Of(PartyImage state, Moment? at) => (state switch
    {
        PartyImage.NotPut => nameof(PartyImage.NotPut),
        PartyImage.Unused => nameof(PartyImage.Unused),
        PartyImage.Used => nameof(PartyImage.Used),
        PartyImage.Deleted => nameof(PartyImage.Deleted),
        _ => throw new UnreachableException(),
    }, null);

    internal static object DecidedBy(PartyImage state) => state;

    internal static (string, Moment?) Of(LivePlan state, Moment? at) => (state switch
    {
        LivePlan.NotCreated => nameof(LivePlan.NotCreated),
        LivePlan.Active => nameof(LivePlanStatus.Active),
        LivePlan.Completed => nameof(LivePlanStatus.Completed),
        LivePlan.Deleted => nameof(LivePlanStatus.Deleted),
        _ => throw new UnreachableException(),
    }, null);

    internal static object DecidedBy(LivePlan state) => (state.GetType(), (state as LivePlan.Active)?.Session);

    internal static MerchantId? ShopOf(LivePlan state) => (state as LivePlan.Created)?.Live.Creation.Merchant;

    internal static (string, Moment?) Of(CampaignQuota state, Moment? at) => (state.Remaining > 0 ? "SlotsLeft" : "Full", null);

    internal static (string, Moment?) Of(LiveSession state, Moment? at) => (state switch
    {
        LiveSession.NotStarted => nameof(LiveSession.NotStarted),
        LiveSession.OnAir => nameof(LiveSession.OnAir),
        LiveSession.Ended => nameof(LiveSession.Ended),
        _ => throw new UnreachableException(),
    }, null);

    internal static object DecidedBy(LiveSession state) => state;

    internal static MerchantId? ShopOf(LiveSession state) =>
        state is LiveSession.Started { Begin.Party: { Kind: PartyKind.Merchant } shop } ? new MerchantId(shop.Id) : null;

    internal static (string, Moment?) Of(LiveFigures state, Moment? at) => (state.Minutes.Count > 0 || state.Products is not null ? "Told" : "NotTold", null);

    internal static (string, Moment?) Of(LiveEventSubscription state, Moment? at) => (state switch
    {
        LiveEventSubscription.NotSubscribed => nameof(LiveEventSubscription.NotSubscribed),
        LiveEventSubscription.Subscribed => nameof(LiveEventSubscription.Subscribed),
        LiveEventSubscription.Unsubscribed => nameof(LiveEventSubscription.Unsubscribed),
        _ => throw new UnreachableException(),
    }, null);

    internal static (string, Moment?) Of(ShopCalendar state, Moment? at) => (state switch
    {
        ShopCalendar.NotShared => nameof(ShopCalendar.NotShared),
        ShopCalendar.Shared => nameof(ShopCalendar.Shared),
        ShopCalendar.Revoked => nameof(ShopCalendar.Revoked),
        _ => throw new UnreachableException(),
    }, null);

    internal static object DecidedBy(LiveEventSubscription state) => state;

    static Moment? BeginOf(CampaignPhase phase, LivestreamCampaign.Published campaign) => phase switch
    {
        CampaignPhase.NotOpen => null,
        CampaignPhase.OpenForRegistration => campaign.Terms.RegistrationWindow.Start,
        CampaignPhase.RegistrationClosed => campaign.Terms.RegistrationWindow.End,
        CampaignPhase.Ongoing => campaign.Period.Start,
        CampaignPhase.Ended => campaign.End,
        _ => throw new UnreachableException(),
    };
}
