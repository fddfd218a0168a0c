using System.Diagnostics;
using LiveCommerce.Kernel;

namespace LiveCommerce.Registrations;

/// <summary>What is open to somebody on a registration now, found by asking the decider: what a page makes clickable, from one truth.</summary>
public static class RegistrationActions
{
    /// <summary>The actions of the actor's role, and for whoever sees it whether its products can be viewed.</summary>
    public static ValueList<ActionVerdict> Of(Registration.Submitted registration, RegistrationContext context) =>
        Candidates(registration, context)
            .Select(candidate => ActionVerdict.Of(candidate.Action, RegistrationDecider.Decide(registration, candidate.Command, context)))
            .Append(GroupedProducts.WhyNotViewed(registration) is { } refusal ? ActionVerdict.Because("viewProducts", refusal) : new("viewProducts", true))
            .ToValueList();

    static IEnumerable<(string Action, IRegistrationCommand Command)> Candidates(Registration.Submitted registration, RegistrationContext context)
    {
        var id = registration.Session.Submission.Registration;
        (string, IRegistrationCommand Command)[] all =
        [
            ("cancel", new CancelRegistration(id, true)),
            ("approve", new ApproveRegistration(id)),
            ("reject", new RejectRegistration(id, PersonalText.Placeholder)),
            ("remove", new RemoveRegistration(id, PersonalText.Placeholder)),
            ("assess", new AssessLevel(id, AnotherLevel(registration.Session, context))),
            ("contact", new ContactMerchant(id, PersonalText.Placeholder)),
            ("modify", new ModifyLivePeriod(id, AnotherPeriod(registration.Session, context), PersonalText.Placeholder)),
            ("group", new GroupProducts(id, [AnotherProduct])),
        ];
        return all.Where(candidate => RegistrationRoles.Table.Of(candidate.Command.GetType()).Contains(context.Actor.Role));
    }

    static GroupedProduct AnotherProduct { get; } = new(new('0', 64), "any", "any", PersonalText.Placeholder, new("0", "USD"));

    static string AnotherLevel(RegisteredSession session, RegistrationContext context) =>
        context.Published.Terms.Levels.FirstOrDefault(level => level.Level != session.AssessedLevel)?.Level ?? session.AssessedLevel ?? "";

    // any period but the present one: a reason stands by, so place and length do not matter
    static TimeRange AnotherPeriod(RegisteredSession session, RegistrationContext context)
    {
        var campaign = context.Published.Period;
        return campaign == session.EffectivePeriod ? campaign with { Start = campaign.Start + NodaTime.Duration.FromSeconds(1) } : campaign;
    }
}
