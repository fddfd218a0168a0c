using LiveCommerce.Kernel;
using LiveCommerce.Sellers;

namespace LiveCommerce.Registrations;

/// <summary>One condition of registering for a campaign, and whether it is met.</summary>
/// <param name="Statement">What must be so, for people.</param>
/// <param name="Code">The code of the refusal that it prevents.</param>
/// <param name="Rule">The rule behind it.</param>
/// <param name="Refusal">Why it is not met; null where it is.</param>
public sealed record EligibilityCondition(string Statement, string Code, string Rule, Refusal? Refusal)
{
    /// <summary>Whether it is met.</summary>
    public bool IsMet => Refusal is null;
}

/// <summary>
/// Whether a party can register for a campaign now, and every condition of it (BEY-16, CAMP-10): the decider's own answer to a form that is sure to fit,
/// so that what is explained is what would be decided.
/// </summary>
/// <param name="IsEligible">Whether a fitting form would be accepted.</param>
/// <param name="Party">Whose slots a registration would use (C21); null for whoever registers nothing.</param>
/// <param name="Used">How many of them are taken (C20).</param>
/// <param name="Remaining">How many are left.</param>
/// <param name="Conditions">Every condition that can be judged; empty where the campaign is not the caller's to see.</param>
public sealed record RegistrationEligibility(bool IsEligible, Party? Party, int Used, int Remaining, ValueList<EligibilityCondition> Conditions)
{
    /// <summary>The answer; null when states must be loaded first. A creator who names no account is judged by the campaign and their own slots alone.</summary>
    public static RegistrationEligibility? Of(IReads reads, SubmitRegistration probe, DecisionContext context)
    {
        if (RegisterAction.Ask(reads, probe, context) is not { } decision) return null;
        if (decision.Outcome == Outcome.NotVisible || Applicant.Of(probe, context.Actor) is not { } applicant) return new(false, null, 0, 0, []);

        var round = new ReadRound(reads);
        var shop = round.Of(applicant is { Channel: RegistrationChannel.SellerCenter, Merchant: { } id } ? Merchant.At(id) : null) as Merchant.Onboarded;
        var party = applicant.CapParty(round.Of(applicant.NamedAccount is { } named ? TikTokAccount.At(named) : null));
        if (round.Of(SlotsTaken.At(probe.Campaign, party)) is not { } slots || !round.IsComplete) return null;

        var broken = decision.Refusals.Where(refusal => !IsStillToChoose(refusal)).ToValueList();
        return new(broken.Count == 0, party, slots.Used, slots.Remaining, EligibilityConditions.Of(applicant, shop, broken, context.Now));
    }

    // what the party chooses on the form is no reason against opening it
    static bool IsStillToChoose(Refusal refusal) =>
        refusal.Code == RegistrationRefusals.AccountRequired.Code || refusal.Code == RegistrationImageRefusals.ProductCount.Code;
}
