using System.Text.Json.Serialization;
using LiveCommerce.Kernel;

namespace LiveCommerce.Registrations;

/// <summary>How a session's level looks (RREC-05).</summary>
[JsonConverter(typeof(JsonStringEnumConverter<LevelIcon>))]
public enum LevelIcon
{
    /// <summary>The platform has not assessed the level: what is shown is what the party is ready for.</summary>
    Grey,

    /// <summary>The platform has assessed it.</summary>
    Lit,
}

/// <summary>The column Session Level (RREC-05, RREC-06, C30).</summary>
/// <param name="Icon">Lit once the platform assessed the level.</param>
/// <param name="Shown">The assessed level, else the levels that the party is ready for.</param>
/// <param name="OnHover">The levels that the party is ready for, where another one was assessed; null where there is nothing to add.</param>
public sealed record SessionLevel(LevelIcon Icon, ValueList<string> Shown, ValueList<string>? OnHover);

/// <summary>The column Live Period (RREC-07).</summary>
/// <param name="Shown">The platform's period where it set one, else the party's.</param>
/// <param name="OnHover">The party's period, where the platform's is shown.</param>
public sealed record ShownPeriod(TimeRange Shown, TimeRange? OnHover);

/// <summary>The column Status (RREC-08..10), beside which the text of a rejection or a removal stands.</summary>
/// <param name="Shown">From the campaign's end what was open is Expired, recorded or not (C29).</param>
/// <param name="ExpiryReason">Why it expired; null while it has not.</param>
/// <param name="StatusBeforeExpiry">What it was before (C28).</param>
/// <param name="Since">When it came about; null while nobody decided.</param>
public sealed record ShownStatus(RegistrationStatus Shown, ExpiryReason? ExpiryReason, RegistrationStatus? StatusBeforeExpiry, Moment? Since);

/// <summary>The columns of a record that show one thing and tell another on hover (RREC-04).</summary>
/// <param name="Level">Session Level.</param>
/// <param name="LivePeriod">Live Period.</param>
/// <param name="Status">Status.</param>
public sealed record RecordColumns(SessionLevel Level, ShownPeriod LivePeriod, ShownStatus Status)
{
    /// <summary>The columns at a moment.</summary>
    public static RecordColumns Of(RegistrationRecord row, Moment now, Moment campaignEnd) => new(
        row.AssessedLevel is { } assessed ? Lit(assessed, row.WillingnessLevels) : new(LevelIcon.Grey, row.WillingnessLevels, null),
        row.PlatformPeriod is { } period ? new(period, row.MerchantPeriod) : new(row.MerchantPeriod, null),
        StatusOf(row, now, campaignEnd));

    static SessionLevel Lit(string assessed, ValueList<string> willing)
    {
        ValueList<string> shown = [assessed];
        return new(LevelIcon.Lit, shown, willing.Equals(shown) ? null : willing);
    }

    static ShownStatus StatusOf(RegistrationRecord row, Moment now, Moment campaignEnd) =>
        row.StatusAt(now, campaignEnd) is var shown && shown == row.Status
            ? new(shown, row.ExpiryReason, row.StatusBeforeExpiry, row.DecidedAt)
            : new(shown, ExpiryReason.CampaignEnded, row.Status, campaignEnd); // the fact that says so is on its way
}
