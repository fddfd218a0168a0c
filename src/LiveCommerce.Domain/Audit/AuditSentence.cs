using System.Diagnostics;
using LiveCommerce.Campaigns;
using LiveCommerce.Kernel;
using LiveCommerce.Registrations;
using LiveCommerce.Sellers;
using LiveCommerce.Store;

namespace LiveCommerce.Audit;

/// <summary>Says a fact in plain words, for people who do not read code: who did what, to whom, and why.</summary>
public static class AuditSentence
{
    const string Altered = "(text altered since it was recorded)";

    /// <summary>One sentence for a fact of the log. Text that was erased is said to be erased, and one that was altered to be altered.</summary>
    public static string Of(RecordedEvent recorded)
    {
        var what = What(recorded.Body);
        // the reason of a rejection or a removal stands in the fact itself
        var reason = recorded.Envelope.Reason;
        var why = reason is { Value: { } words } && !what.Contains(words, StringComparison.Ordinal) ? $", because \"{words}\""
            : reason is { IsAltered: true } && !what.Contains(Altered, StringComparison.Ordinal) ? $", because {Altered}"
            : "";
        return $"{Who(recorded.Envelope)} {what}{why}.";
    }

    static string Who(Envelope envelope)
    {
        var role = envelope.Role switch
        {
            ActorRole.Merchant => "Merchant",
            ActorRole.Creator => "Creator",
            ActorRole.OpsReviewer => "Reviewer",
            ActorRole.OpsAdmin => "Administrator",
            ActorRole.Auditor => "Auditor",
            ActorRole.System => "The host, as",
            _ => throw new UnreachableException(),
        };
        return $"{role} {envelope.UserId}{(envelope.OnBehalfOf is { } party ? $", on behalf of {party}," : "")}";
    }

    internal static string What(IEvent fact) => fact switch
    {
        MerchantOnboarded it => $"onboarded merchant {it.Merchant} with the shop {Say(it.ShopName)} in the time zone {it.Zone}",
        OfficialAccountLinked it => $"linked official account {it.Account} to shop {it.Merchant}",
        OfficialAccountUnlinked it => $"unlinked official account {it.Account} from shop {it.Merchant}",
        ViolationRecorded it => $"recorded violation {it.Violation}: {Say(it.Reason)}",
        ViolationResolved it => $"marked violation {it.Violation} as resolved",
        TikTokAccountAdded it => $"added the {Words(it.Type)} account {it.Account} with the handle {Say(it.Handle)}{Of(it.Merchant, it.Creator)}",
        AccountTiedToMerchant it => $"tied account {it.Account} to shop {it.Merchant}",
        AccountUntiedFromMerchant it => $"untied account {it.Account} from shop {it.Merchant}",

        CampaignDrafted it => $"drafted the {Words(it.Terms.Visibility)} campaign '{it.Terms.Name}', which runs {Say(it.Terms.Period)}",
        CampaignChanged it => $"changed the draft: campaign '{it.Terms.Name}' runs {Say(it.Terms.Period)}",
        CampaignPublished => "published the campaign",
        CampaignExtended it => $"extended the campaign: registration ends {it.RegistrationEnd}, the campaign ends {it.PeriodEnd}",
        CampaignEnded it => $"ended the campaign early, at {it.EndedAt}: {Say(it.Reason)}",
        InvitationIssued it => $"issued invitation {it.Invitation} for {(it.Merchants.Count == 0 ? "whoever holds it" : string.Join(", ", it.Merchants))}",
        InvitationRevoked it => $"revoked invitation {it.Invitation}",

        SlotTaken it => $"took slot {it.Slot} of {RegistrationPolicy.Cap} for registration {it.Registration} through {Words(it.Channel)}",
        RegistrationSubmitted it => $"registered a LIVE session for campaign {it.Campaign} with account {it.Account} through {Words(it.Channel)}, "
            + $"slot {it.SlotNumber} of {RegistrationPolicy.Cap}, live {Say(it.Form.LivePeriod)}{(it.DuplicatedFrom is { } from ? $", duplicated from {from}" : "")}",
        RegistrationApproved => "approved the registration",
        RegistrationRejected it => $"rejected the registration: {Say(it.Reason)}",
        LevelAssessed it => $"assessed the session's level as {it.Level}",
        MerchantContacted it => $"contacted the party: {Say(it.Note)}",
        LivePeriodModifiedByPlatform it => $"moved the live period, which is now {Say(it.Period)}{(it.OverrideReason is { } why ? $", overriding a rule: {Say(why)}" : "")}",
        ProductsGroupedByPlatform it => $"grouped the session's products: {string.Join(", ", it.Products.Select(product => $"'{product.Name}' at {product.CampaignSalePrice}"))}",
        RegistrationCancelled it => $"withdrew the registration in {Words(it.Channel)}",
        RegistrationRemovedByPlatform it => $"removed the registration from the campaign: {Say(it.Reason)}",
        RegistrationExpiredAtCampaignEnd it => $"recorded that the campaign reached its end while the registration was {Words(it.StatusBefore)}",
        CommandRefused it => $"was refused {it.Command.Replace('_', ' ')}: {string.Join(' ', it.Refusals.Select(refusal => $"{refusal.Message} ({refusal.Code}, {refusal.Rule})"))}",
        RefusalsSuppressed it => $"counted {it.Count} more refused attempts of the day, which were not recorded one by one",
        _ => throw new UnreachableException($"{fact.GetType().Name} has no sentence."),
    };

    static string Say(PersonalText text) => text.Value is { } value ? $"\"{value}\"" : text.IsAltered ? Altered : "(text erased)";

    static string Say(TimeRange range) => $"from {range.Start} to {range.End}";

    static string Of(MerchantId? merchant, CreatorId? creator) =>
        (merchant is { } shop ? $" of shop {shop}" : "") + (creator is { } person ? $" of creator {person}" : "");

    static string Words(AccountType type) => type switch
    {
        AccountType.Official => "official",
        AccountType.Marketing => "marketing",
        AccountType.Affiliate => "affiliate",
        _ => throw new UnreachableException(),
    };

    static string Words(CampaignVisibility visibility) => visibility switch
    {
        CampaignVisibility.Public => "public",
        CampaignVisibility.Private => "private",
        _ => throw new UnreachableException(),
    };

    static string Words(RegistrationChannel channel) => channel switch
    {
        RegistrationChannel.SellerCenter => "Seller Center",
        RegistrationChannel.LiveManager => "LIVE Manager",
        _ => throw new UnreachableException(),
    };

    static string Words(RegistrationStatus status) => status switch
    {
        RegistrationStatus.UnderReview => "under review",
        RegistrationStatus.Approved => "approved",
        RegistrationStatus.Rejected => "rejected",
        RegistrationStatus.Expired => "expired",
        _ => throw new UnreachableException(),
    };
}
