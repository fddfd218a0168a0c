using System.Diagnostics;
using LiveCommerce.Kernel;
using LiveCommerce.Sellers;

namespace LiveCommerce.Registrations;

/// <summary>A registration's row for every list of it (RREC-04): the facts of one registration, and the version it shows.</summary>
/// <param name="Id">The registration; people see it as the Session ID.</param>
/// <param name="Version">The version of the registration's stream.</param>
/// <param name="Campaign">The campaign.</param>
/// <param name="Party">Whose cap it uses (C21).</param>
/// <param name="Merchant">The merchant that the account was tied to.</param>
/// <param name="Creator">The creator behind it.</param>
/// <param name="Account">The account that goes LIVE.</param>
/// <param name="AccountType">What kind of account it was.</param>
/// <param name="Channel">In which product it was registered (RREC-12).</param>
/// <param name="Entry">Where the form was filled in (C18).</param>
/// <param name="Resource">Merchant or creator (C40).</param>
/// <param name="Slot">The party's slot in the campaign.</param>
/// <param name="Status">As recorded; <see cref="StatusAt"/> is what to show.</param>
/// <param name="ExpiryReason">Why it expired (RREC-10).</param>
/// <param name="StatusBeforeExpiry">What it was when the campaign ended (C28).</param>
/// <param name="WillingnessLevels">The levels that the party is ready for (C30).</param>
/// <param name="AssessedLevel">The level that the platform assessed (C30).</param>
/// <param name="MerchantPeriod">The party's live period.</param>
/// <param name="PlatformPeriod">The platform's live period, where it set one (RREC-07).</param>
/// <param name="RequiredMinutes">The live period that the chosen levels asked for (REG-07).</param>
/// <param name="Category">The main category's code (REG-08).</param>
/// <param name="WhiteBackgroundImage">Content hash.</param>
/// <param name="BrandLogo">Content hash.</param>
/// <param name="PlatformMerchandiseSupport">Whether the platform shall organise the products (REG-05).</param>
/// <param name="NotesReference">Where the notes lie.</param>
/// <param name="DuplicatedFrom">The registration it was made from.</param>
/// <param name="OpsUser">The operator who registered it on behalf.</param>
/// <param name="OpsNameReference">Where the operator's name lies.</param>
/// <param name="RegisteredAt">When it was submitted.</param>
/// <param name="DecidedAt">When its present status came about, where somebody or the campaign's end decided it.</param>
/// <param name="ReasonReference">Where the reason of a rejection or a removal lies (RREC-09).</param>
public sealed record RegistrationRecord(
    RegistrationId Id,
    long Version,
    CampaignId Campaign,
    Party Party,
    MerchantId? Merchant,
    CreatorId? Creator,
    AccountId Account,
    AccountType AccountType,
    RegistrationChannel Channel,
    RegistrationEntry Entry,
    RegistrationResource Resource,
    int Slot,
    RegistrationStatus Status,
    ExpiryReason? ExpiryReason,
    RegistrationStatus? StatusBeforeExpiry,
    ValueList<string> WillingnessLevels,
    string? AssessedLevel,
    TimeRange MerchantPeriod,
    TimeRange? PlatformPeriod,
    int RequiredMinutes,
    string Category,
    string? WhiteBackgroundImage,
    string? BrandLogo,
    bool? PlatformMerchandiseSupport,
    Guid? NotesReference,
    RegistrationId? DuplicatedFrom,
    string? OpsUser,
    Guid? OpsNameReference,
    Moment RegisteredAt,
    Moment? DecidedAt,
    Guid? ReasonReference)
{
    /// <summary>The read model's name and fold.</summary>
    public static InlineView<RegistrationRecord> View { get; } = new("registrations", Fold);

    /// <summary>The status to show at a moment: from the campaign's end what was open is Expired, recorded or not (C29).</summary>
    public RegistrationStatus StatusAt(Moment now, Moment campaignEnd) =>
        now >= campaignEnd && Status is (RegistrationStatus.UnderReview or RegistrationStatus.Approved) ? RegistrationStatus.Expired : Status;

    /// <summary>The row after one more fact.</summary>
    public static RegistrationRecord? Fold(RegistrationRecord? row, Fact fact) => (row, fact.Body) switch
    {
        (null, RegistrationSubmitted it) => Begin(it, fact),
        ({ } record, { } body) => Change(record, body, fact.EffectiveAt) with { Version = fact.Version },
        _ => throw new UnreachableException($"{fact.Body.GetType().Name} cannot begin a registration."),
    };

    static RegistrationRecord Begin(RegistrationSubmitted it, Fact fact) => new(
        it.Registration, fact.Version, it.Campaign, it.Party, it.Merchant, it.Creator, it.Account, it.AccountType, it.Channel, it.Entry, it.Resource,
        it.SlotNumber, RegistrationStatus.UnderReview, null, null, it.Form.WillingnessLevels, null, it.Form.LivePeriod, null, it.RequiredMinutes,
        it.Form.MainCategory, it.Form.WhiteBackgroundImage, it.Form.BrandLogo, it.Form.PlatformMerchandiseSupport, it.Form.Notes?.Reference,
        it.DuplicatedFrom, it.OpsUser, it.OpsName?.Reference, fact.EffectiveAt, null, null);

    static RegistrationRecord Change(RegistrationRecord row, IEvent body, Moment at) => body switch
    {
        RegistrationApproved => row with { Status = RegistrationStatus.Approved, DecidedAt = at },
        RegistrationRejected it => row with { Status = RegistrationStatus.Rejected, DecidedAt = at, ReasonReference = it.Reason.Reference },
        LevelAssessed it => row with { AssessedLevel = it.Level },
        MerchantContacted or ProductsGroupedByPlatform => row,
        LivePeriodModifiedByPlatform it => row with { PlatformPeriod = it.Period },
        RegistrationCancelled => row.Expire(Registrations.ExpiryReason.VoluntarilyCancelled, at),
        RegistrationRemovedByPlatform it => row.Expire(Registrations.ExpiryReason.RemovedByPlatform, at) with { ReasonReference = it.Reason.Reference },
        RegistrationExpiredAtCampaignEnd => row.Expire(Registrations.ExpiryReason.CampaignEnded, at),
        _ => throw new UnreachableException($"{body.GetType().Name} is no fact of a registration."),
    };

    RegistrationRecord Expire(ExpiryReason reason, Moment at) =>
        this with { Status = RegistrationStatus.Expired, ExpiryReason = reason, StatusBeforeExpiry = Status, DecidedAt = at };
}
