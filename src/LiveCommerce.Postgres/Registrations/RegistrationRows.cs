using LiveCommerce.Kernel;
using LiveCommerce.Postgres.Reading;
using LiveCommerce.Registrations;
using LiveCommerce.Sellers;
using Npgsql;

namespace LiveCommerce.Postgres.Registrations;

/// <summary>A registration as it is shown at a moment: its row, and what stands elsewhere.</summary>
/// <param name="Record">The row.</param>
/// <param name="Status">From the campaign's end what was open is Expired, recorded or not (C29).</param>
/// <param name="ExpiryReason">Why it is expired.</param>
/// <param name="CampaignEnd">The end of its campaign.</param>
/// <param name="Notes">The notes; null where there are none or they were erased.</param>
/// <param name="OpsName">The operator who registered it on behalf.</param>
/// <param name="Reason">The reason of a rejection or a removal.</param>
public sealed record RegistrationShown(
    RegistrationRecord Record, RegistrationStatus Status, ExpiryReason? ExpiryReason, Moment CampaignEnd, string? Notes, string? OpsName, string? Reason);

/// <summary>Reads rows of registrations as the queries select them.</summary>
static class RegistrationRows
{
    internal const string Select = """
        select r.id, r.version, r.campaign, r.party_kind, r.party, r.merchant, r.creator, r.account, r.account_type, r.channel, r.entry, r.resource, r.slot, r.status,
            r.expiry_reason, r.status_before_expiry, r.willingness_levels, r.assessed_level, r.merchant_start, r.merchant_end, r.platform_start, r.platform_end,
            r.required_minutes, r.category, r.white_background_image, r.brand_logo, r.platform_merchandise_support, r.notes_reference, r.duplicated_from, r.ops_user,
            r.ops_name_reference, r.registered_at, r.decided_at, r.reason_reference,
            c.ends_at, notes.value, ops_name.value, reason.value
        """;

    /// <summary>What stands beside a row, which is called r.</summary>
    internal const string Beside = """
        left join lc_campaigns c on c.generation = (select generation from lc_views where view = 'campaigns') and c.id = r.campaign
        left join lc_personal notes on notes.reference = r.notes_reference
        left join lc_personal ops_name on ops_name.reference = r.ops_name_reference
        left join lc_personal reason on reason.reference = r.reason_reference
        """;

    internal static PagePlace PlaceOf(RegistrationShown shown) => new(shown.Record.RegisteredAt, shown.Record.Id.Value);

    internal static RegistrationShown Read(NpgsqlDataReader row, Moment now)
    {
        var record = Record(row);
        var end = row.MomentOrNone(34) ?? Moment.FromUnixMicroseconds(long.MaxValue / 1000);
        var status = record.StatusAt(now, end);
        var reason = status == record.Status ? record.ExpiryReason : ExpiryReason.CampaignEnded;
        return new(record, status, reason, end, row.TextOrNone(35), row.TextOrNone(36), row.TextOrNone(37));
    }

    static RegistrationRecord Record(NpgsqlDataReader row) => new(
        new(row.GetGuid(0)), row.GetInt64(1), new(row.GetGuid(2)), new(row.Enum<PartyKind>(3), row.GetGuid(4)),
        row.IdOrNone(5) is { } merchant ? new MerchantId(merchant) : null,
        row.IdOrNone(6) is { } creator ? new CreatorId(creator) : null,
        new(row.GetGuid(7)), row.Enum<AccountType>(8), row.Enum<RegistrationChannel>(9), row.Enum<RegistrationEntry>(10), row.Enum<RegistrationResource>(11),
        row.GetInt16(12), row.Enum<RegistrationStatus>(13), row.EnumOrNone<ExpiryReason>(14), row.EnumOrNone<RegistrationStatus>(15),
        row.GetFieldValue<string[]>(16).ToValueList(), row.TextOrNone(17), new(row.MomentAt(18), row.MomentAt(19)),
        row.MomentOrNone(20) is { } start && row.MomentOrNone(21) is { } end ? new TimeRange(start, end) : null,
        row.GetInt32(22), row.GetString(23), row.TextOrNone(24), row.TextOrNone(25), row.IsDBNull(26) ? null : row.GetBoolean(26), row.IdOrNone(27),
        row.IdOrNone(28) is { } original ? new RegistrationId(original) : null,
        row.TextOrNone(29), row.IdOrNone(30), row.MomentAt(31), row.MomentOrNone(32), row.IdOrNone(33));
}
