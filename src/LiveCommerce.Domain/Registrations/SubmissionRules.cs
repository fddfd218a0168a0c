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
        var onPc = spec.Entry == RegistrationEntry.SellerCenterPc;
        var missing = onPc ? RegistrationRefusals.SellerFieldRequired : RegistrationRefusals.AppFieldRequired;
        (FieldRule Rule, bool IsGiven, string Field, RefusalKind Missing)[] fields =
        [
            (spec.WhiteBackgroundImage, form.WhiteBackgroundImage is not null, ImageRules.ProductField, RegistrationImageRefusals.ProductCount),
            (spec.BrandLogo, form.BrandLogo is not null, ImageRules.LogoField, RegistrationImageRefusals.LogoCount),
            (spec.PlatformMerchandiseSupport, form.PlatformMerchandiseSupport is not null, "platformMerchandiseSupport", missing),
            (spec.Notes, form.Notes is not null, "notes", missing),
        ];
        foreach (var field in fields)
        {
            if (field.Rule == FieldRule.Required && !field.IsGiven) yield return field.Missing.Of(field.Field);
            if (field.Rule == FieldRule.Hidden && field.IsGiven)
                yield return (onPc ? RegistrationRefusals.SellerFieldNotAsked : RegistrationRefusals.AppFieldNotAsked).Of(field.Field);
        }
    }
}
