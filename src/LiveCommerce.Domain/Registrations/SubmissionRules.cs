using LiveCommerce.Campaigns;
using LiveCommerce.Kernel;

namespace LiveCommerce.Registrations;

/// <summary>What the filled-in form must fulfil (REG-04..08, C19).</summary>
static class SubmissionRules
{
    internal static IEnumerable<Refusal> Broken(RegistrationForm form, RegistrationEntry entry, LivestreamCampaign.Published campaign, Moment now) =>
        LevelRules(form, campaign.Terms)
            .Concat(PeriodRules.Broken(form.LivePeriod, campaign, RequiredMinutes(form, campaign.Terms), now, "livePeriod"))
            .Concat(MainCategories.All.Contains(form.MainCategory) ? [] : [RegistrationRefusals.CategoryUnknown.Of("mainCategory")])
            .Concat(FieldRules(form, campaign.Terms.FormOf(entry)));

    // the longest of the chosen levels' minimum periods (C14)
    internal static int RequiredMinutes(RegistrationForm form, CampaignTerms terms) =>
        form.WillingnessLevels.Max(code => (int?)terms.Level(code)?.MinimumMinutes) ?? 0;

    static IEnumerable<Refusal> LevelRules(RegistrationForm form, CampaignTerms terms)
    {
        if (form.WillingnessLevels.Count == 0) yield return RegistrationRefusals.LevelRequired.Of("willingnessLevels");
        for (var i = 0; i < form.WillingnessLevels.Count; i++)
            if (terms.Level(form.WillingnessLevels[i]) is null) yield return RegistrationRefusals.LevelUnknown.Of($"willingnessLevels[{i}]");
    }

    static IEnumerable<Refusal> FieldRules(RegistrationForm form, RegistrationFormSpec spec)
    {
        (FieldRule Rule, bool IsGiven, string Field)[] fields =
        [
            (spec.WhiteBackgroundImage, form.WhiteBackgroundImage is not null, "whiteBackgroundImage"),
            (spec.BrandLogo, form.BrandLogo is not null, "brandLogo"),
            (spec.PlatformMerchandiseSupport, form.PlatformMerchandiseSupport is not null, "platformMerchandiseSupport"),
            (spec.Notes, form.Notes is not null, "notes"),
        ];
        var onPc = spec.Entry == RegistrationEntry.SellerCenterPc;
        foreach (var (rule, isGiven, field) in fields)
        {
            if (rule == FieldRule.Required && !isGiven)
                yield return (onPc ? RegistrationRefusals.SellerFieldRequired : RegistrationRefusals.AppFieldRequired).Of(field);
            if (rule == FieldRule.Hidden && isGiven)
                yield return (onPc ? RegistrationRefusals.SellerFieldNotAsked : RegistrationRefusals.AppFieldNotAsked).Of(field);
        }
    }
}
