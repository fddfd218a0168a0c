using System.Diagnostics;
using LiveCommerce.Kernel;

namespace LiveCommerce.Registrations;

/// <summary>Gives a session another live period after contact; place and length are overridden only with a reason (C32).</summary>
public sealed record ModifyLivePeriod(RegistrationId Registration, TimeRange Period, PersonalText? OverrideReason = null) : IRegistrationCommand;

public static partial class RegistrationDecider
{
    static Decision Modify(Registration.Submitted state, ModifyLivePeriod command, RegistrationContext context)
    {
        if (state is Registration.Open { Session.EffectivePeriod: var present } && present == command.Period) return Decision.AlreadySo;
        var broken = PeriodRules.Broken(command.Period, context.Published, state.Session.Submission.RequiredMinutes, context.Now, "livePeriod");
        var overridden = command.OverrideReason is not null && broken.Any(PeriodRules.CanBeOverridden);
        Refusal[] refusals = [.. ModificationRules(state), .. broken.Where(refusal => !(overridden && PeriodRules.CanBeOverridden(refusal)))];
        return refusals.Length > 0
            ? Refuse(state, refusals)
            : Record(state, new LivePeriodModifiedByPlatform(command.Period, overridden ? command.OverrideReason : null)) with
            {
                Warnings = ShortFor(context.Published.Terms.Level(state.Session.AssessedLevel ?? ""), command.Period, "livePeriod"),
            };
    }

    static IEnumerable<Refusal> ModificationRules(Registration.Submitted state) => state switch
    {
        Registration.Open { ContactOpen: true } => [],
        Registration.Open => [RegistrationRefusals.ContactRequired.Of()],
        Registration.Rejected or Registration.Expired => [RegistrationRefusals.Terminal.Of()],
        _ => throw new UnreachableException(),
    };
}
