using LiveCommerce.Kernel;

namespace LiveCommerce.Teasers;

/// <summary>Deletes a teaser with its video, posted or not (TSR-15); its history stays.</summary>
public sealed record DeleteTeaser(TeaserId Teaser) : ITeaserCommand;

public static partial class TeaserDecider
{
    static Decision Delete(Teaser.Known state)
    {
        var id = state.Content.Begin.Teaser;
        return Decision.Record(
        [
            new(Teaser.At(id), new TeaserDeleted()),
            .. state.Content.Plan is { } linked ? [new(PlanTeasers.At(linked.Plan), new TeaserLeftPlan(linked.Plan, id))] : Array.Empty<NewFact>(),
        ]);
    }
}
