using LiveCommerce.Kernel;
using LiveCommerce.Registrations;

namespace LiveCommerce.Host.Http.Registrations;

/// <summary>The columns of a record as a page shows them (RREC-04): each with what is shown, and what appears on hover where something does.</summary>
/// <param name="SessionId">The registration's id.</param>
/// <param name="SessionLevel">Grey with the party's levels until assessed, then lit (RREC-05, RREC-06).</param>
/// <param name="LivePeriod">The platform's period where it set one, then the party's on hover (RREC-07).</param>
/// <param name="MainCategory">The category's code.</param>
/// <param name="Status">The status, with the reason on hover (RREC-09, RREC-10).</param>
/// <param name="RegisteredAt">Date and time of the registration.</param>
/// <param name="Resource">Merchant or Creator.</param>
/// <param name="OpsName">The operator who registered it on behalf.</param>
sealed record ColumnsView(
    RegistrationId SessionId,
    SessionLevel SessionLevel,
    ShownPeriod LivePeriod,
    string MainCategory,
    StatusColumn Status,
    Moment RegisteredAt,
    RegistrationResource Resource,
    PersonalText? OpsName)
{
    internal static ColumnsView Of(RegistrationRecord row, RecordColumns columns, PersonalText? reason, PersonalText? opsName) => new(
        row.Id, columns.Level, columns.LivePeriod, row.Category,
        new(columns.Status.Shown, columns.Status.ExpiryReason is null && reason is null ? null : new(columns.Status.ExpiryReason, reason)),
        row.RegisteredAt, row.Resource, opsName);
}

/// <summary>The column Status.</summary>
/// <param name="Shown">The status at this moment.</param>
/// <param name="OnHover">Why, where it is rejected or expired.</param>
sealed record StatusColumn(RegistrationStatus Shown, StatusReason? OnHover);

/// <summary>Why a registration is rejected or expired.</summary>
/// <param name="ExpiryReason">Which of the three reasons of an expiry; null for a rejection (C27).</param>
/// <param name="Reason">What the platform said of a rejection or a removal.</param>
sealed record StatusReason(ExpiryReason? ExpiryReason, PersonalText? Reason);
