using LiveCommerce.Registrations;

namespace LiveCommerce.Postgres.Registrations;

/// <summary>The rows of registrations.</summary>
static class RegistrationTable
{
    internal static InlineTable Rows { get; } = new InlineTable<RegistrationRecord>(RegistrationRecord.View, "lc_registrations")
        .Column("campaign", row => row.Campaign.Value)
        .Column("party_kind", row => row.Party.Kind.ToString())
        .Column("party", row => row.Party.Id)
        .Column("merchant", row => row.Merchant?.Value)
        .Column("creator", row => row.Creator?.Value)
        .Column("account", row => row.Account.Value)
        .Column("account_type", row => row.AccountType.ToString())
        .Column("channel", row => row.Channel.ToString())
        .Column("entry", row => row.Entry.ToString())
        .Column("resource", row => row.Resource.ToString())
        .Column("slot", row => (short)row.Slot)
        .Column("status", row => row.Status.ToString())
        .Column("expiry_reason", row => row.ExpiryReason?.ToString())
        .Column("status_before_expiry", row => row.StatusBeforeExpiry?.ToString())
        .Texts("willingness_levels", row => row.WillingnessLevels)
        .Column("assessed_level", row => row.AssessedLevel)
        .Column("merchant_start", row => row.MerchantPeriod.Start)
        .Column("merchant_end", row => row.MerchantPeriod.End)
        .Column("platform_start", row => row.PlatformPeriod?.Start)
        .Column("platform_end", row => row.PlatformPeriod?.End)
        .Column("required_minutes", row => row.RequiredMinutes)
        .Column("category", row => row.Category)
        .Column("white_background_image", row => row.WhiteBackgroundImage)
        .Column("brand_logo", row => row.BrandLogo)
        .Column("platform_merchandise_support", row => row.PlatformMerchandiseSupport)
        .Column("notes_reference", row => row.NotesReference)
        .Column("duplicated_from", row => row.DuplicatedFrom?.Value)
        .Column("ops_user", row => row.OpsUser)
        .Column("ops_name_reference", row => row.OpsNameReference)
        .Column("registered_at", row => row.RegisteredAt)
        .Column("decided_at", row => row.DecidedAt)
        .Column("reason_reference", row => row.ReasonReference);
}
