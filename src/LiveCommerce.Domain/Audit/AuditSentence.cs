using System.Diagnostics;
using System.Text.RegularExpressions;
using LiveCommerce.Campaigns;
using LiveCommerce.Images;
using LiveCommerce.Kernel;
using LiveCommerce.LivePlans;
using LiveCommerce.LiveSessions;
using LiveCommerce.Registrations;
using LiveCommerce.Sellers;
using LiveCommerce.Store;
using NodaTime;

namespace LiveCommerce.Audit;

/// <summary>Says a fact in plain words, for people who do not read code: who did what, to whom, and why.</summary>
public static partial class AuditSentence
{
    const string Altered = "(text altered since it was recorded)";

    static readonly Duration Late = Duration.FromSeconds(1);

    /// <summary>A fact with who, when, why and by which rule: what a reviewer reads in a history.</summary>
    /// <param name="recorded">The fact.</param>
    /// <param name="zone">The shop's zone; its times come first, with UTC beside them (C53).</param>
    /// <param name="own">What facts of your own aggregates say; see <see cref="Of(RecordedEvent, ZoneId, Func{IEvent, string})"/>.</param>
    public static string Told(RecordedEvent recorded, ZoneId? zone = null, Func<IEvent, string?>? own = null)
    {
        var envelope = recorded.Envelope;
        var late = recorded.RecordedAt - envelope.EffectiveAt >= Late ? $" Recorded {SpokenTime.Of(recorded.RecordedAt, zone)}." : "";
        return $"{SpokenTime.Of(envelope.EffectiveAt, zone)}: {Of(recorded, zone, own)}{late} Rule {envelope.Rule}, policy {envelope.Policy}.";
    }

    /// <summary>One sentence for a fact of the log: who did what, and why. Text that was erased is said to be erased, and one that was altered to be altered.</summary>
    /// <param name="recorded">The fact.</param>
    /// <param name="zone">The zone of the times that the fact speaks of; UTC alone when left out.</param>
    /// <param name="own">What facts of your own aggregates say, such as <c>dropped a penny</c>; where it gives null the fact's name is said.</param>
    public static string Of(RecordedEvent recorded, ZoneId? zone = null, Func<IEvent, string?>? own = null)
    {
        var what = IsOurs(recorded.Body) ? What(recorded.Body, zone) : own?.Invoke(recorded.Body) ?? $"recorded: {NameOf(recorded.Type)}";
        // the reason of a rejection or a removal stands in the fact itself
        var reason = recorded.Envelope.Reason;
        var why = reason is { Value: { } words } && !what.Contains(words, StringComparison.Ordinal) ? $", because \"{words}\""
            : reason is { IsAltered: true } && !what.Contains(Altered, StringComparison.Ordinal) ? $", because {Altered}"
            : "";
        return $"{Who(recorded.Envelope)} {what}{why}.";
    }

    /// <summary>Who it was: role and opaque id, and for whom they acted.</summary>
    public static string Who(Envelope envelope) =>
        $"{Who(envelope.Role, envelope.UserId)}{(envelope.OnBehalfOf is { } party ? $", on behalf of {party}," : "")}";

    internal static string Who(ActorRole role, string user) => role switch
    {
        ActorRole.Merchant => $"Merchant {user}",
        ActorRole.Creator => $"Creator {user}",
        ActorRole.OpsReviewer => $"Reviewer {user}",
        ActorRole.OpsAdmin => $"Administrator {user}",
        ActorRole.Auditor => $"Auditor {user}",
        ActorRole.System => $"The host ({user})",
        _ => throw new UnreachableException(),
    };

    static bool IsOurs(IEvent fact) => fact.GetType().Assembly == typeof(AuditSentence).Assembly;

    /// <summary>A wire name as words: <c>coin_dropped_v2</c> is <c>coin dropped</c>.</summary>
    static string NameOf(string alias) => Version().Replace(alias, "").Replace('_', ' ');

    [GeneratedRegex("_v[0-9]+$")]
    private static partial Regex Version();

    internal static string What(IEvent fact, ZoneId? zone = null) => fact switch
    {
        MerchantOnboarded it => $"onboarded merchant {it.Merchant} with the shop {Say(it.ShopName)} in the time zone {it.Zone}",
        OfficialAccountLinked it => $"linked official account {it.Account} to shop {it.Merchant}",
        OfficialAccountUnlinked it => $"unlinked official account {it.Account} from shop {it.Merchant}",
        ViolationRecorded it => $"recorded violation {it.Violation}: {Say(it.Reason)}",
        ViolationResolved it => $"marked violation {it.Violation} as resolved",
        TikTokAccountAdded it => $"added the {Words(it.Type)} account {it.Account} with the handle {Say(it.Handle)}{Of(it.Merchant, it.Creator)}",
        AccountTiedToMerchant it => $"tied account {it.Account} to shop {it.Merchant}",
        AccountUntiedFromMerchant it => $"untied account {it.Account} from shop {it.Merchant}",

        CampaignDrafted it => $"drafted the {Words(it.Terms.Visibility)} campaign '{it.Terms.Name}', which runs {SpokenTime.Of(it.Terms.Period, zone)}",
        CampaignChanged it => $"changed the draft: the campaign '{it.Terms.Name}' runs {SpokenTime.Of(it.Terms.Period, zone)}",
        CampaignPublished => "published the campaign",
        CampaignExtended it => $"extended the campaign: registration now ends {SpokenTime.Of(it.RegistrationEnd, zone)}, the campaign {SpokenTime.Of(it.PeriodEnd, zone)}",
        CampaignEnded it => $"ended the campaign before its time, {SpokenTime.Of(it.EndedAt, zone)}: {Say(it.Reason)}",
        InvitationIssued it => $"issued invitation {it.Invitation} for {(it.Merchants.Count == 0 ? "whoever holds it" : string.Join(", ", it.Merchants))}",
        InvitationRevoked it => $"revoked invitation {it.Invitation}",

        SlotTaken it => $"took slot {it.Slot} of {RegistrationPolicy.Cap} for registration {it.Registration} through {Words(it.Channel)}",
        RegistrationSubmitted it => $"registered a LIVE session for campaign {it.Campaign} with account {it.Account} through {Words(it.Channel)}, "
            + $"slot {it.SlotNumber} of {RegistrationPolicy.Cap}, live {SpokenTime.Of(it.Form.LivePeriod, zone)}{(it.DuplicatedFrom is { } from ? $", duplicated from {from}" : "")}",
        RegistrationApproved => "approved the registration",
        RegistrationRejected it => $"rejected the registration: {Say(it.Reason)}",
        LevelAssessed it => $"assessed the session's level as {it.Level}",
        MerchantContacted it => $"contacted the party: {Say(it.Note)}",
        LivePeriodModifiedByPlatform it => $"moved the live period, which is now {SpokenTime.Of(it.Period, zone)}{(it.OverrideReason is { } why ? $", overriding a rule: {Say(why)}" : "")}",
        ProductsGroupedByPlatform it => $"grouped the session's products: {string.Join(", ", it.Products.Select(product => $"'{product.Name}' at {product.CampaignSalePrice}"))}",
        RegistrationCancelled it => $"withdrew the registration in {Words(it.Channel)}",
        RegistrationRemovedByPlatform it => $"removed the registration from the campaign: {Say(it.Reason)}",
        RegistrationExpiredAtCampaignEnd it => $"recorded that the campaign reached its end while the registration was {Words(it.StatusBefore)}",
        ImagePut it => $"put an image of {it.Party} ({it.Image.MediaType}, {it.Image.Width} x {it.Image.Height} pixels), kept until {it.KeptUntil} unless it is used",
        ImagePutAgain it => $"put the same image again, which is kept until {it.KeptUntil} unless it is used",
        ImageUsed it => $"used the image in registration {it.Registration}, which keeps it",
        ImageDeleted => "deleted the image, which nothing had used",
        LivePlanCreated it => $"planned the LIVE {it.Plan} of shop {it.Merchant}, {Say(it.Title)}, {SpokenTime.Of(it.Schedule.Range, it.Schedule.Zone)} with {it.Products.Count} products"
            + $"{PlanWords.Of(it.Schedule.Rule)}{(it.RescheduledFrom is { } before ? $", in place of {before}" : "")}",
        LivePlanPublished => "published the plan as a LIVE Event that buyers can subscribe to",
        FeaturedProductsChanged it => $"featured other products: {string.Join(", ", it.Products)}",
        PromotionToolsRefreshed it => it.PromotionTools.Count == 0 ? "detached every promotion tool" : $"attached the promotion tools {string.Join(", ", it.PromotionTools)}",
        ProductObserved it => $"saw product {it.ProductId} of shop {it.Merchant}, {(it.Seen.Status == ProductStatus.OnSale ? "on sale" : "taken down")}, {it.Seen.Stock} in stock at {it.Seen.Price}",
        PromotionToolObserved it => $"saw promotion tool {it.Tool.Id} of shop {it.Merchant}, {it.Tool.Status.ToString().ToLowerInvariant()}, bound with {it.Tool.Products.Count} products",
        TechnicalCheckRecorded it => PlanWords.Of(it.Check),
        SalesEstimated it => $"estimated the sales of {it.Estimates.Count} products: {string.Join(", ", it.Estimates.Select(one => $"{one.Units} of {one.ProductId}"))}",
        RunSheetWritten it => $"wrote the run sheet, {it.Segments.Count} segments of {it.Segments.Sum(segment => (long)segment.Minutes)} minutes",
        ReferenceCardWritten it => $"wrote the reference card of product {it.Card.ProductId}, {it.Card.Points.Count} bullets",
        LivePlanWentLive it => $"recorded that the plan's session {it.Session} started {SpokenTime.Of(it.StartedAt, zone)}",
        LivePlanCompleted it => $"recorded that the plan was {PlanWords.Of(it.Outcome)}, {SpokenTime.Of(it.EndedAt, zone)}",
        LivePlanDeleted it => $"deleted the plan, to which {it.AffectedSubscribers} buyers had subscribed{(it.RescheduledTo is { } next ? $", and planned {next} in its place" : "")}",
        LiveSessionStarted it => $"started LIVE session {it.Session} of {it.Party} on the {Words(it.AccountType)} account {it.Account}, {SpokenTime.Of(it.StartedAt, zone)}"
            + (it.Plan is { } plan ? $", for plan {plan.Plan}" : ", without a plan")
            + (it.Plan is { ScheduledStart: var planned } && planned < it.StartedAt ? $", later than its {SpokenTime.Of(planned, zone)}, which has no penalty" : ""),
        LiveSessionEnded it => $"ended the LIVE session, {SpokenTime.Of(it.EndedAt, zone)}",
        LiveMetricsRecorded it => $"told the figures of {Minutes(it.Minutes)} of LIVE session {it.Session} ({Words(it.Source)})",
        LiveMetricsRestated it => $"told other figures of {Minutes(it.Minutes)} of LIVE session {it.Session} than before ({Words(it.Source)})",
        CommandRefused it => $"asked to {it.Command.Replace('_', ' ')} and was refused: {string.Join(' ', it.Refusals.Select(refusal => $"{refusal.Message} ({refusal.Code}, {refusal.Rule})"))}",
        RefusalsSuppressed it => $"counted {it.Count} more refused attempts of the day, which were not recorded one by one",
        _ => throw new UnreachableException($"{fact.GetType().Name} has no sentence."),
    };

    static string Say(PersonalText text) => text.Value is { } value ? $"\"{value}\"" : text.IsAltered ? Altered : "(text erased)";

    static string Of(MerchantId? merchant, CreatorId? creator) =>
        (merchant is { } shop ? $" of shop {shop}" : "") + (creator is { } person ? $" of creator {person}" : "");

    static string Minutes(ValueList<MinuteFigures> minutes) => minutes is [{ Minute: var only }] ? $"minute {only}" : $"{minutes.Count} minutes";

    static string Words(FigureSource source) => source switch
    {
        FigureSource.LiveFeed => "live feed",
        FigureSource.ShopAnalytics => "shop analytics",
        _ => throw new UnreachableException(),
    };

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
