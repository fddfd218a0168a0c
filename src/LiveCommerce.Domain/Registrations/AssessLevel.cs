using System.Diagnostics;
using LiveCommerce.Campaigns;
using LiveCommerce.Kernel;

namespace LiveCommerce.Registrations;

/// <summary>Assesses the session's level, to any level of the campaign (C30, C31).</summary>
public sealed record AssessLevel(RegistrationId Registration, string Level) : IRegistrationCommand;

public static partial class RegistrationDecider
{
    static Decision Assess(Registration.Submitted state, AssessLevel command, LivestreamCampaign.Published campaign)
    {
        var level = campaign.Terms.Level(command.Level);
        return state switch
        {
            Registration.Open open when open.Session.AssessedLevel == command.Level => Decision.AlreadySo,
            Registration.Open when level is null => Refuse(state, RegistrationRefusals.LevelUnknown.Of("level")),
            Registration.Open open => Record(state, new LevelAssessed(command.Level)) with { Warnings = ShortFor(level, open.Session.EffectivePeriod, null) },
            Registration.Rejected or Registration.Expired when level is null =>
                Refuse(state, RegistrationRefusals.Terminal.Of(), RegistrationRefusals.LevelUnknown.Of("level")),
            Registration.Rejected or Registration.Expired => Refuse(state, RegistrationRefusals.Terminal.Of()),
            _ => throw new UnreachableException(),
        };
    }

    // a level may be given to a session that is too short for it, and a session may be made too short for its level, but whoever does so is told
    static ValueList<Refusal> ShortFor(LevelRequirement? level, TimeRange period, string? field) =>
        level is null || period.Length.TotalMinutes >= level.MinimumMinutes
            ? []
            : [RegistrationRefusals.PeriodShortForLevel.Of(field, ("level", level.Level), ("required_minutes", Numeral.Of(level.MinimumMinutes)), ("actual_minutes", PeriodRules.WholeMinutes(period)))];
}
