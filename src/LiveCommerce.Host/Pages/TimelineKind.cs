using LiveCommerce.Kernel;
using LiveCommerce.LivePlans;
using LiveCommerce.Registrations;
using LiveCommerce.Teasers;

namespace LiveCommerce.Host.Pages;

/// <summary>A kind of thing whose history has a page: its words and its address.</summary>
/// <param name="Prefix">The prefix of its TypeIDs.</param>
/// <param name="Path">The address under which the ids stand.</param>
/// <param name="Thing">What it is called.</param>
/// <param name="Whose">Who may read it.</param>
/// <param name="Due">What came about by the clock alone.</param>
/// <param name="Hint">What comes about by the clock alone.</param>
public sealed record TimelineKind(string Prefix, string Path, string Thing, string Whose, string Due, string Hint)
{
    internal static TimelineKind OfRegistration { get; } = new(
        RegistrationId.Prefix, "/registrations", "registration", "A registration's history is for its party, the platform and auditors.",
        "The campaign's end brought this about.", "From the campaign's end on what was open is expired, even before that was recorded.");

    internal static TimelineKind OfPlan { get; } = new(
        LivePlanId.Prefix, "/plans", "LIVE plan", "A LIVE plan's history is for its shop, the platform and auditors.",
        "Its scheduled end brought this about.", "From its scheduled end on a plan without a session is missed, even before that was recorded.");

    internal static TimelineKind OfTeaser { get; } = new(
        TeaserId.Prefix, "/teasers", "teaser", "A teaser's history is for its shop, the platform and auditors.",
        "The clock brought this about.", "Nothing of a teaser comes about by the clock alone.");

    internal string Title => $"{char.ToUpperInvariant(Thing[0])}{Thing[1..]}";
}
