using System.Diagnostics;
using LiveCommerce.Kernel;
using LiveCommerce.Registrations;

namespace LiveCommerce.Audit;

/// <summary>Registrations and their slots in sentences: a line for each kind of fact.</summary>
static class RegistrationSentences
{
    internal static Sentences Table { get; } = Sentences.None
        .Say<SlotTaken>(it => $"took slot {it.Slot} of {RegistrationPolicy.Cap} for registration {it.Registration} through {Say(it.Channel)}")
        .Say<RegistrationSubmitted>((it, zone) => $"registered a LIVE session for campaign {it.Campaign} with account {it.Account} through {Say(it.Channel)}, "
            + $"slot {it.SlotNumber} of {RegistrationPolicy.Cap}, live {SpokenTime.Of(it.Form.LivePeriod, zone)}{(it.DuplicatedFrom is { } from ? $", duplicated from {from}" : "")}")
        .Say<RegistrationApproved>(it => "approved the registration")
        .Say<RegistrationRejected>(it => $"rejected the registration: {Words.Of(it.Reason)}")
        .Say<LevelAssessed>(it => $"assessed the session's level as {it.Level}")
        .Say<MerchantContacted>(it => $"contacted the party: {Words.Of(it.Note)}")
        .Say<LivePeriodModifiedByPlatform>((it, zone) => $"moved the live period, which is now {SpokenTime.Of(it.Period, zone)}{(it.OverrideReason is { } why ? $", overriding a rule: {Words.Of(why)}" : "")}")
        .Say<ProductsGroupedByPlatform>(it => $"grouped the session's products: {string.Join(", ", it.Products.Select(product => $"'{product.Name}' at {product.CampaignSalePrice}"))}")
        .Say<RegistrationCancelled>(it => $"withdrew the registration in {Say(it.Channel)}")
        .Say<RegistrationRemovedByPlatform>(it => $"removed the registration from the campaign: {Words.Of(it.Reason)}")
        .Say<RegistrationExpiredAtCampaignEnd>(it => $"recorded that the campaign reached its end while the registration was {Say(it.StatusBefore)}");

    static string Say(RegistrationChannel channel) => channel switch
    {
        RegistrationChannel.SellerCenter => "Seller Center",
        RegistrationChannel.LiveManager => "LIVE Manager",
        _ => throw new UnreachableException(),
    };

    static string Say(RegistrationStatus status) => status switch
    {
        RegistrationStatus.UnderReview => "under review",
        RegistrationStatus.Approved => "approved",
        RegistrationStatus.Rejected => "rejected",
        RegistrationStatus.Expired => "expired",
        _ => throw new UnreachableException(),
    };
}
