using System.Diagnostics;
using System.Globalization;
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
            Registration.Open open => Record(state, new LevelAssessed(command.Level)) with { Details = ShortfallFor(level, open.Session.EffectivePeriod) },
            Registration.Rejected or Registration.Expired when level is null =>
                Refuse(state, RegistrationRefusals.Terminal.Of(), RegistrationRefusals.LevelUnknown.Of("level")),
            Registration.Rejected or Registration.Expired => Refuse(state, RegistrationRefusals.Terminal.Of()),
            _ => throw new UnreachableException(),
        };
    }

    // a level may be given to a session that is too short for it, but whoever gives it is told
    static ValueList<Detail> ShortfallFor(LevelRequirement level, TimeRange period) =>
        period.Length.TotalMinutes >= level.MinimumMinutes
            ? []
            : [
                new("warning", RegistrationRefusals.PeriodTooShort.Code),
                new("required_minutes", level.MinimumMinutes.ToString(CultureInfo.InvariantCulture)),
                new("actual_minutes", PeriodRules.WholeMinutes(period))];
}
