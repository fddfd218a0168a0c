using System.Text.Json.Serialization;
using LiveCommerce.Campaigns;
using LiveCommerce.Host.Http.Answers;
using LiveCommerce.Host.Http.Reading;
using LiveCommerce.Host.Http.Requests;
using LiveCommerce.Kernel;
using LiveCommerce.Registrations;
using LiveCommerce.Sellers;

namespace LiveCommerce.Host.Http.Registrations;

/// <summary>A registration's record (RREC-04) as it is at this moment, with what the caller may do now.</summary>
sealed record RegistrationView(
    RegistrationId Id,
    long Version,
    CampaignId Campaign,
    RegistrationStatus Status,
    ExpiryReason? ExpiryReason,
    RegistrationStatus? StatusBeforeExpiry,
    PersonalText? Reason,
    Party Party,
    MerchantId? Merchant,
    CreatorId? Creator,
    RegistrationResource Resource,
    AccountId Account,
    AccountType AccountType,
    RegistrationChannel Channel,
    RegistrationEntry Entry,
    int Slot,
    IReadOnlyList<string> WillingnessLevels,
    string? AssessedLevel,
    TimeRange LivePeriod,
    TimeRange MerchantPeriod,
    TimeRange? PlatformPeriod,
    int RequiredMinutes,
    string MainCategory,
    string? WhiteBackgroundImage,
    string? BrandLogo,
    bool? PlatformMerchandiseSupport,
    PersonalText? Notes,
    RegistrationId? DuplicatedFrom,
    PersonalText? OpsName,
    Moment RegisteredAt,
    Moment? DecidedAt,
    ColumnsView Columns,
    IReadOnlyDictionary<string, ActionAnswer> Actions,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] IReadOnlyList<ChecklistView>? ReviewChecklist = null)
{
    /// <summary>The view; null where states must be loaded first. A registration that the caller may not see reads as one that is not there.</summary>
    internal static Found<RegistrationView>? Of(LoadedStates reads, RegistrationId id, Caller caller, Moment now)
    {
        if (reads.Of(Registration.At(id)) is not { } state || reads.HistoryOf(id.Value) is not { } history) return null;
        if (state is not Registration.Submitted submitted || !submitted.Session.IsVisibleTo(caller.Actor)) return Found<RegistrationView>.Nothing;
        if (reads.Of(LivestreamCampaign.At(submitted.Session.Submission.Campaign)) is not { } campaign) return null;
        var row = history.Aggregate((RegistrationRecord?)null, (record, recorded) => RegistrationRecord.Fold(record, recorded.ToFact()));
        var context = new RegistrationContext(now, caller.Actor, campaign);
        if (DuplicateAction.Of(reads, submitted.Session, context, caller.InvitationDigest) is not { } duplicate) return null;
        var actions = RegistrationActions.Of(submitted, context).Concat(duplicate);
        return new(Of(row!, submitted, ((LivestreamCampaign.Published)campaign).End, now, ActionAnswer.Of(actions)) with
        {
            ReviewChecklist = caller.SeesAll ? [.. LiveCommerce.Registrations.ReviewChecklist.Of(submitted.Session.Submission).Select(ChecklistView.Of)] : null,
        });
    }

    static RegistrationView Of(RegistrationRecord row, Registration.Submitted state, Moment end, Moment now, IReadOnlyDictionary<string, ActionAnswer> actions)
    {
        var columns = RecordColumns.Of(row, now, end);
        var (status, form, opsName, reason) = (columns.Status, state.Session.Submission.Form, state.Session.Submission.OpsName, ReasonOf(state));
        return new(
            row.Id, row.Version, row.Campaign, status.Shown, status.ExpiryReason, status.StatusBeforeExpiry,
            reason, row.Party, row.Merchant, row.Creator, row.Resource, row.Account, row.AccountType, row.Channel, row.Entry, row.Slot,
            row.WillingnessLevels, row.AssessedLevel, columns.LivePeriod.Shown, row.MerchantPeriod, row.PlatformPeriod, row.RequiredMinutes,
            row.Category, row.WhiteBackgroundImage, row.BrandLogo, row.PlatformMerchandiseSupport, form.Notes, row.DuplicatedFrom,
            opsName, row.RegisteredAt, status.Since, ColumnsView.Of(row, columns, reason, opsName), actions);
    }

    static PersonalText? ReasonOf(Registration.Submitted state) => state switch
    {
        Registration.Rejected rejected => rejected.Reason,
        Registration.Expired { Why: Expiry.Removed removed } => removed.Reason,
        Registration.Expired or Registration.Open => null,
        _ => throw new System.Diagnostics.UnreachableException(),
    };
}
