using LiveCommerce.Campaigns;
using LiveCommerce.Kernel;
using LiveCommerce.Sellers;

namespace LiveCommerce.Registrations;

/// <summary>Sorts what the decider said into conditions: those it found broken, and those it would have named had they been broken.</summary>
static class EligibilityConditions
{
    internal static ValueList<EligibilityCondition> Of(Applicant applicant, Merchant.Onboarded? shop, ValueList<Refusal> broken, Moment now)
    {
        var judged = Judged(applicant, shop, broken, now).ToValueList();
        var others = broken.Where(refusal => !judged.Any(condition => condition.Refusal == refusal));
        // where the campaign is over no live period fits; what is wrong with the form says nothing about the party then
        if (judged.Any(condition => !condition.IsMet)) others = others.Where(refusal => refusal.Field is null or "account");
        return judged.Concat(others.Select(refusal => new EligibilityCondition(refusal.Fix, refusal.Code, refusal.Rule, refusal))).ToValueList();
    }

    static IEnumerable<EligibilityCondition> Judged(Applicant applicant, Merchant.Onboarded? shop, ValueList<Refusal> broken, Moment now)
    {
        yield return Condition("The campaign takes registrations now.", broken, RegistrationRefusals.WindowClosed, CampaignRefusals.Ended);
        foreach (var condition in OfAccount(applicant, shop, broken, now)) yield return condition;
        yield return Condition("A registration in this campaign is left.", broken, RegistrationRefusals.CapReached);
    }

    static IEnumerable<EligibilityCondition> OfAccount(Applicant applicant, Merchant.Onboarded? shop, ValueList<Refusal> broken, Moment now)
    {
        if (applicant.Channel == RegistrationChannel.LiveManager)
        {
            if (applicant.NamedAccount is not null) yield return Condition("The account is the party's own.", broken, RegistrationRefusals.AccountUnknown);
            yield break;
        }
        yield return Condition("An official account is linked to the shop.", broken, RegistrationRefusals.NotBound);
        if (shop is { OfficialAccount: null })
            yield return Condition("No open violation blocks linking an account.", LinkAction.Ask(shop, now).Refusals, SellerRefusals.BlockedByViolation);
        if (shop is { OfficialAccount: not null })
            yield return Condition("The account is the shop's official one.", broken, RegistrationRefusals.NotOfficial, RegistrationRefusals.AccountUnknown);
    }

    static EligibilityCondition Condition(string statement, ValueList<Refusal> broken, params RefusalKind[] kinds)
    {
        var refusal = broken.FirstOrDefault(refusal => kinds.Any(kind => kind.Code == refusal.Code));
        return new(statement, refusal?.Code ?? kinds[0].Code, refusal?.Rule ?? kinds[0].Rule, refusal);
    }
}
