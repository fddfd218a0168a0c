using LiveCommerce.Kernel;
using NodaTime;
using static LiveCommerce.LivePlans.ReadinessWeight;

namespace LiveCommerce.LivePlans;

public static partial class Readiness
{
    // one teaser a day before and one an hour before (TSR-09); each slot is as wide as half its distance on both sides
    static readonly Duration[] slots = [Duration.FromHours(24), Duration.FromHours(1)];

    static ReadinessItem Cadence(ReadinessFacts known, Moment at)
    {
        var start = known.Live.Creation.Schedule.Start;
        var states = slots.Select(before => Slot(known.TeasersPostedAt, start, before, at)).ToArray();
        var state = states.Contains(ReadinessState.NotMet) ? ReadinessState.NotMet : states.Contains(ReadinessState.Unknown) ? ReadinessState.Unknown : ReadinessState.Met;
        return new("teasers.cadence", "TSR-09", Advice, state, "Post a teaser a day before and another an hour before.", [new("day_before", $"{states[0]}"), new("hour_before", $"{states[1]}")]);
    }

    // until a slot has passed nobody can say that it is missed
    static ReadinessState Slot(ValueList<Moment>? posted, Moment start, Duration before, Moment at)
    {
        var (opens, closes) = (Moment.From((start.Instant - before) - (before / 2)), Moment.From((start.Instant - before) + (before / 2)));
        return posted is null ? ReadinessState.Unknown
            : posted.Any(moment => opens <= moment && moment <= closes) ? ReadinessState.Met
            : at > closes ? ReadinessState.NotMet
            : ReadinessState.Unknown;
    }
}
