using LiveCommerce.Campaigns;
using LiveCommerce.Kernel;

namespace LiveCommerce.Registrations;

/// <summary>What a live period must fulfil, in a submission and in a modification alike (REG-06, REG-07, C32).</summary>
static class PeriodRules
{
    internal static ValueList<Refusal> Broken(TimeRange period, LivestreamCampaign.Published campaign, int requiredMinutes, Moment now, string field) =>
        period.IsOrdered
            ? Check(period, campaign, requiredMinutes, now, field).ToValueList()
            : [RegistrationRefusals.PeriodInvalid.Of(field)];

    // the platform may place a session elsewhere or accept a short one; no reason makes a period last that has passed
    internal static bool CanBeOverridden(Refusal refusal) =>
        refusal.Code == RegistrationRefusals.PeriodOutside.Code || refusal.Code == RegistrationRefusals.PeriodTooShort.Code;

    internal static string WholeMinutes(TimeRange period) => Numeral.Of((long)Math.Floor(period.Length.TotalMinutes));

    static IEnumerable<Refusal> Check(TimeRange period, LivestreamCampaign.Published campaign, int requiredMinutes, Moment now, string field)
    {
        if (!campaign.Period.Contains(period))
            yield return RegistrationRefusals.PeriodOutside.Of(
                field, ("campaign_start", campaign.Period.Start.ToString()), ("campaign_end", campaign.Period.End.ToString()));
        if (period.Length.TotalMinutes < requiredMinutes)
            yield return RegistrationRefusals.PeriodTooShort.Of(
                field,
                ("required_minutes", Numeral.Of(requiredMinutes)),
                ("actual_minutes", WholeMinutes(period)));
        if (period.End <= now) yield return RegistrationRefusals.PeriodOver.Of(field);
    }
}
