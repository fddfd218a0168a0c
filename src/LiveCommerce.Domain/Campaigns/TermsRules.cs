using LiveCommerce.Kernel;

namespace LiveCommerce.Campaigns;

/// <summary>What terms must fulfil, in a draft and in a change of one.</summary>
static class TermsRules
{
    internal static ValueList<Refusal> Broken(CampaignTerms terms) => Check(terms).ToValueList();

    static IEnumerable<Refusal> Check(CampaignTerms terms)
    {
        if (string.IsNullOrWhiteSpace(terms.Name)) yield return CampaignRefusals.NameMissing.Of("name");
        if (!terms.RegistrationWindow.IsOrdered || terms.RegistrationWindow.End > terms.Period.End)
            yield return CampaignRefusals.WindowInvalid.Of("registrationWindow");
        if (!terms.Period.IsOrdered) yield return CampaignRefusals.WindowInvalid.Of("period");
        if (!LevelsFit(terms)) yield return CampaignRefusals.LevelsInvalid.Of("levels");
        if (terms.Forms.DistinctBy(form => form.Entry).Count() != terms.Forms.Count) yield return CampaignRefusals.FormsInvalid.Of("forms");
    }

    // a level that asks for more time than the campaign has could never be registered
    static bool LevelsFit(CampaignTerms terms) =>
        terms.Levels.Count > 0
        && terms.Levels.DistinctBy(level => level.Level).Count() == terms.Levels.Count
        && terms.Levels.All(level => level.Level.Length > 0 && level.MinimumMinutes >= 1 && level.MinimumMinutes <= terms.Period.Length.TotalMinutes);
}
