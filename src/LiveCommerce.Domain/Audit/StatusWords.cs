using System.Diagnostics;
using LiveCommerce.Calendars;
using LiveCommerce.Campaigns;
using LiveCommerce.Images;
using LiveCommerce.LiveEvents;
using LiveCommerce.LivePlans;
using LiveCommerce.LiveSessions;
using LiveCommerce.Registrations;
using LiveCommerce.Sellers;
using LiveCommerce.Teasers;

namespace LiveCommerce.Audit;

/// <summary>Statuses in plain words, and what would change them.</summary>
static class StatusWords
{
    internal static string Of(Standing it) => it.State switch
    {
        Registration.UnderReview => "under review",
        Registration.Approved => "approved",
        Registration.Rejected => "rejected",
        Registration.Expired { Why: Expiry.AtCampaignEnd } => "expired, because the campaign ended,",
        Registration.Expired { Why: Expiry.Removed } => "expired, because the platform removed it,",
        Registration.Expired { Why: Expiry.Cancelled } => "expired, because the party withdrew it,",
        LivestreamCampaign.Draft => "a draft",
        LivestreamCampaign.Published => Phase(it.Status),
        Merchant.Onboarded { OfficialAccount: { } account } => $"linked to its official account {account}",
        Merchant.Onboarded => it.Status == "BlockedFromLinking" ? "without an official account and blocked from linking one" : "without an official account",
        TikTokAccount.Added { Merchant: { } shop } => $"tied to shop {shop}",
        TikTokAccount.Added => "tied to no shop",
        PartyImage.NotPut => "not put",
        PartyImage.Unused image => $"put and used by nothing, kept until {image.KeptUntil}",
        PartyImage.Used => "used by a registration, and kept",
        PartyImage.Deleted => "deleted unused",
        LivePlan plan => PlanWords.Of(plan),
        CatalogueProduct or ShopPromotionTool or ShopCatalogue or MarketReferenceData => CatalogueWords.Of(it.State),
        LiveSession.OnAir session => $"on air since {session.Begin.StartedAt}",
        LiveSession.Ended session => $"over; it ended at {session.EndedAt},",
        LiveFigures figures => $"told for {figures.Minutes}",
        Teaser or Footage or OutsideVideo => TeaserWords.Of(it.State),
        ShopCalendar.Shared => "shared by a secret link",
        ShopCalendar.NotShared or ShopCalendar.Revoked => "shared with nobody",
        LiveEventSubscription.Subscribed => "subscribed to the LIVE Event",
        LiveEventSubscription.NotSubscribed or LiveEventSubscription.Unsubscribed => "not subscribed to the LIVE Event",
        CampaignQuota quota => $"at {quota.Used} of {RegistrationPolicy.Cap} slots",
        _ => throw new UnreachableException($"{it.State.GetType().Name} has no words."),
    };

    internal static string Otherwise(Standing it) => it.State switch
    {
        Registration.UnderReview => "What can change it: a reviewer approves, rejects or removes it, the party withdraws it, or the campaign ends.",
        Registration.Approved => "What can change it: the platform removes it, or the campaign ends. Without the approval it would still be under review.",
        Registration.Rejected => "Otherwise: without the rejection it would still be under review. The party may register anew while registration is open, which takes another slot.",
        Registration.Expired { Why: Expiry.AtCampaignEnd before } => $"Otherwise: with a later end of the campaign it would still be {Words(before.StatusBefore)}; an end can be moved only before it is reached.",
        Registration.Expired { Why: Expiry.Removed } => "Otherwise: without the removal it would be as it was before, until the campaign's end. The party may register anew while registration is open, which takes another slot.",
        Registration.Expired { Why: Expiry.Cancelled } => "Otherwise: without the withdrawal it would still be under review. The party may register anew while registration is open, which takes another slot.",
        LivestreamCampaign.Draft => "What can change it: an administrator publishes it.",
        LivestreamCampaign.Published => it.Status == nameof(CampaignPhase.Ended)
            ? "Otherwise: with a later end it would still run; an end can be moved only before it is reached."
            : "What can change it: its own dates, an extension, or an early end.",
        Merchant.Onboarded { OfficialAccount: not null } => "What can change it: an administrator unlinks the account.",
        Merchant.Onboarded => it.Status == "BlockedFromLinking" ? "What can change it: once every violation is resolved, an account can be linked." : "What can change it: an administrator links the official account.",
        TikTokAccount.Added => "What can change it: linking and unlinking it as a shop's official account.",
        PartyImage.NotPut or PartyImage.Deleted => "What can change it: the party puts the image.",
        PartyImage.Unused => "What can change it: a registration that uses it, or the end of its term.",
        PartyImage.Used => "Otherwise: what a registration uses is never deleted; used by none it would be, 7 days after it was put.",
        LivePlan plan => PlanWords.Otherwise(plan),
        CatalogueProduct or ShopPromotionTool or ShopCatalogue or MarketReferenceData => CatalogueWords.Otherwise(it.State),
        LiveSession.OnAir => "What can change it: its end. That it started late, if it did, changes nothing.",
        LiveSession.Ended => "Otherwise: without its end it would still be on air; an end is final.",
        LiveFigures => "What can change it: more minutes, or other figures of a known minute; what was told before stays in the history.",
        Teaser or Footage or OutsideVideo => TeaserWords.Otherwise(it.State),
        ShopCalendar => "What can change it: the shop or an administrator makes a link or revokes it.",
        LiveEventSubscription.Subscribed => "What can change it: the buyer takes it back before the LIVE starts.",
        LiveEventSubscription.NotSubscribed or LiveEventSubscription.Unsubscribed => "What can change it: the buyer subscribes before the LIVE starts.",
        CampaignQuota { Remaining: > 0 } => "What can change it: each accepted registration takes the next slot, for ever.",
        CampaignQuota => "Otherwise: nothing gives a slot back; with fewer accepted registrations there would be one left.",
        _ => throw new UnreachableException($"{it.State.GetType().Name} has no words."),
    };

    static string Words(RegistrationStatus before) => before == RegistrationStatus.Approved ? "approved" : "under review";

    static string Phase(string status) => status switch
    {
        nameof(CampaignPhase.NotOpen) => "published and not open yet",
        nameof(CampaignPhase.OpenForRegistration) => "open for registration",
        nameof(CampaignPhase.RegistrationClosed) => "closed for registration",
        nameof(CampaignPhase.Ongoing) => "ongoing",
        nameof(CampaignPhase.Ended) => "ended",
        nameof(LivestreamCampaign.Published) => "published",
        _ => throw new UnreachableException(),
    };
}
