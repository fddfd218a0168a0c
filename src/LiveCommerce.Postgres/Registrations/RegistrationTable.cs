using LiveCommerce.Kernel;
using LiveCommerce.Postgres.Append;
using LiveCommerce.Registrations;
using LiveCommerce.Store;
using Npgsql;

namespace LiveCommerce.Postgres.Registrations;

/// <summary>The rows of registrations.</summary>
sealed class RegistrationTable() : InlineTable(RegistrationRecord.View, "lc_registrations")
{
    /// <summary>Stands between the levels of one row: arrays of unequal length cannot be sent as one.</summary>
    const char Separator = '\u001f';

    static readonly string[] Columns =
    [
        "id", "version", "campaign", "party_kind", "party", "merchant", "creator", "account", "account_type", "channel", "entry", "resource", "slot", "status",
        "expiry_reason", "status_before_expiry", "willingness_levels", "assessed_level", "merchant_start", "merchant_end", "platform_start", "platform_end",
        "required_minutes", "category", "white_background_image", "brand_logo", "platform_merchandise_support", "notes_reference", "duplicated_from", "ops_user",
        "ops_name_reference", "registered_at", "decided_at", "reason_reference",
    ];

    static readonly RowStatements Statements = new("lc_registrations", Columns, ("willingness_levels", "string_to_array(willingness_levels, e'\\x1f')"));

    internal override NpgsqlBatchCommand Write(IReadOnlyCollection<RowWrite> rows, int generation, bool areNew)
    {
        var records = rows.Select(row => (RegistrationRecord)row.Row).ToArray();
        var command = new NpgsqlBatchCommand(Statements.For(areNew));
        AddIdentity(command, records);
        AddCourse(command, records);
        return command.Value(generation);
    }

    static void AddIdentity(NpgsqlBatchCommand command, RegistrationRecord[] records) => command
        .Column(records, row => row.Id.Value)
        .Column(records, row => row.Version)
        .Column(records, row => row.Campaign.Value)
        .Column(records, row => row.Party.Kind.ToString())
        .Column(records, row => row.Party.Id)
        .Column(records, row => row.Merchant?.Value)
        .Column(records, row => row.Creator?.Value)
        .Column(records, row => row.Account.Value)
        .Column(records, row => row.AccountType.ToString())
        .Column(records, row => row.Channel.ToString())
        .Column(records, row => row.Entry.ToString())
        .Column(records, row => row.Resource.ToString())
        .Column(records, row => (short)row.Slot);

    static void AddCourse(NpgsqlBatchCommand command, RegistrationRecord[] records) => command
        .Column(records, row => row.Status.ToString())
        .Column(records, row => row.ExpiryReason?.ToString())
        .Column(records, row => row.StatusBeforeExpiry?.ToString())
        .Column(records, row => string.Join(Separator, row.WillingnessLevels))
        .Column(records, row => row.AssessedLevel)
        .Moments(records, row => row.MerchantPeriod.Start)
        .Moments(records, row => row.MerchantPeriod.End)
        .MomentsOrNone(records, row => row.PlatformPeriod?.Start)
        .MomentsOrNone(records, row => row.PlatformPeriod?.End)
        .Column(records, row => row.RequiredMinutes)
        .Column(records, row => row.Category)
        .Column(records, row => row.WhiteBackgroundImage)
        .Column(records, row => row.BrandLogo)
        .Column(records, row => row.PlatformMerchandiseSupport)
        .Column(records, row => row.NotesReference)
        .Column(records, row => row.DuplicatedFrom?.Value)
        .Column(records, row => row.OpsUser)
        .Column(records, row => row.OpsNameReference)
        .Moments(records, row => row.RegisteredAt)
        .MomentsOrNone(records, row => row.DecidedAt)
        .Column(records, row => row.ReasonReference);
}
