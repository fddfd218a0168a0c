using LiveCommerce.Kernel;

namespace LiveCommerce.LivePlans;

/// <summary>Writes the reference card of a featured product (PRE-06): 1 to 12 bullets, in place of an earlier card.</summary>
public sealed record WriteReferenceCard(LivePlanId Plan, ReferenceCard Card) : ILivePlanCommand;

public static partial class LivePlanDecider
{
    const int MostPoints = 12;

    static Decision Write(LivePlan.Active plan, WriteReferenceCard command) =>
        plan.Live.Preparation.Cards.Any(card => SaysTheSame(card, command.Card)) ? Decision.AlreadySo
        : BadCard(plan.Live, command.Card).ToValueList() is { Count: > 0 } refusals ? Decision.Refuse(LivePlan.At(command.Plan), refusals)
        : Decision.Record(LivePlan.At(command.Plan), new ReferenceCardWritten(command.Card));

    static IEnumerable<Refusal> BadCard(PlannedLive live, ReferenceCard card)
    {
        if (!live.Products.Contains(card.ProductId)) yield return PreparationRefusals.ProductNotFeatured.Of("productId");
        if (card.Points.Count is 0 or > MostPoints) yield return PreparationRefusals.CardPoints.Of("points", ("most", Numeral.Of(MostPoints)));
    }

    static bool SaysTheSame(ReferenceCard one, ReferenceCard other) =>
        one.ProductId == other.ProductId && one.Points.Count == other.Points.Count && one.Points.Zip(other.Points).All(pair => pair.First.Equals(pair.Second) || pair.First.SaysTheSameAs(pair.Second));
}
