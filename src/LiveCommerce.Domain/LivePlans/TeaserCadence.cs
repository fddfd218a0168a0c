using System.Diagnostics;
using LiveCommerce.Kernel;
using LiveCommerce.Teasers;
using static LiveCommerce.LivePlans.ReadinessWeight;

namespace LiveCommerce.LivePlans;

public static partial class Readiness
{
    // one teaser a day before and one an hour before (TSR-09); until a slot has passed nobody can say that it is missed
    static ReadinessItem Cadence(ReadinessFacts known, Moment at)
    {
        var slots = PromotionCadence.Slots(PromotionKind.Teaser, known.Live.Creation.Schedule.Start, known.TeasersPostedAt ?? [], at);
        var states = slots.Select(slot => known.TeasersPostedAt is null ? ReadinessState.Unknown : StateOf(slot.State)).ToArray();
        var state = states.Contains(ReadinessState.NotMet) ? ReadinessState.NotMet : states.Contains(ReadinessState.Unknown) ? ReadinessState.Unknown : ReadinessState.Met;
        return new("teasers.cadence", "TSR-09", Advice, state, "Post a teaser a day before and another an hour before.", [new("day_before", $"{states[0]}"), new("hour_before", $"{states[1]}")]);
    }

    static ReadinessState StateOf(SlotState slot) => slot switch
    {
        SlotState.Kept => ReadinessState.Met,
        SlotState.Missed => ReadinessState.NotMet,
        SlotState.Open => ReadinessState.Unknown,
        _ => throw new UnreachableException(),
    };
}
