using System.Diagnostics;
using LiveCommerce.Kernel;
using LiveCommerce.Sellers;

namespace LiveCommerce.LivePlans;

/// <summary>A command that records what a catalogue or a promotion page showed.</summary>
public interface IObservationCommand : ICommand
{
    /// <summary>Whose shop.</summary>
    MerchantId Merchant { get; }

    /// <summary>As of when it was seen.</summary>
    Moment SeenAt { get; }
}

/// <summary>Records a product as it was seen, by the host's port, by an import or by the seller.</summary>
/// <param name="Product">The id that follows from shop and number.</param>
/// <param name="Merchant">Whose catalogue.</param>
/// <param name="ProductId">The marketplace's id.</param>
/// <param name="Seen">What the catalogue had.</param>
/// <param name="SeenAt">As of when.</param>
public sealed record ObserveProduct(CatalogueProductId Product, MerchantId Merchant, string ProductId, ProductSeen Seen, Moment SeenAt) : IObservationCommand
{
    StreamRef ICommand.Target => CatalogueProduct.At(Product);
}

/// <summary>Records a promotion tool as it was seen.</summary>
/// <param name="PromotionTool">The id that follows from shop and number.</param>
/// <param name="Merchant">Whose tool.</param>
/// <param name="Seen">What was seen.</param>
/// <param name="SeenAt">As of when.</param>
public sealed record ObservePromotionTool(PromotionToolId PromotionTool, MerchantId Merchant, PromotionTool Seen, Moment SeenAt) : IObservationCommand
{
    StreamRef ICommand.Target => ShopPromotionTool.At(PromotionTool);
}

/// <summary>Decides what of an observation is new.</summary>
public static partial class ObservationDecider
{
    /// <summary>The policy that is recorded with each decision.</summary>
    public const string Policy = LivePlanDecider.Policy;

    /// <summary>A line for each command: sellers fill their own catalogue, administrators for them, the host through its ports.</summary>
    public static CommandRoles Roles { get; } = CommandRoles.None
        .Let<ObserveProduct>(ActorRole.Merchant, ActorRole.OpsAdmin, ActorRole.System)
        .Let<ObservePromotionTool>(ActorRole.Merchant, ActorRole.OpsAdmin, ActorRole.System)
        .Let<RecordCatalogueImport>(ActorRole.Merchant, ActorRole.OpsAdmin);

    /// <summary>Gathers what the command needs and decides; null when states must be loaded first.</summary>
    public static Decision? Handle(IReads reads, IObservationCommand command, DecisionContext context)
    {
        var round = new ReadRound(reads);
        var merchant = round.Of(Sellers.Merchant.At(command.Merchant));
        var product = round.Of(command is ObserveProduct one ? CatalogueProduct.At(one.Product) : null);
        var tool = round.Of(command is ObservePromotionTool other ? ShopPromotionTool.At(other.PromotionTool) : null);
        var catalogue = round.Of(command is RecordCatalogueImport import ? ShopCatalogue.At(import.Catalogue) : null);
        var listing = round.Of(command is ObserveProduct listed ? MarketplaceListing.At(listed.ProductId) : null);
        return !round.IsComplete ? null
            : merchant is not Merchant.Onboarded || !(context.Actor.IsPlatform || context.Actor.Party == Party.Of(command.Merchant)) ? Decision.NotVisible
            : command switch
            {
                ObserveProduct it when product is not null => Decide(product, it, context, listing),
                ObservePromotionTool it when tool is not null => Decide(tool, it, context),
                RecordCatalogueImport it when catalogue is not null => Decide(catalogue, it),
                _ => throw new UnreachableException(),
            };
    }

    /// <summary>Decides an observation of a product.</summary>
    /// <param name="state">What this shop's catalogue showed.</param>
    /// <param name="command">The look.</param>
    /// <param name="context">When, and who asks.</param>
    /// <param name="listing">Whether any catalogue has shown the product; left out where only what is new to this one is asked.</param>
    public static Decision Decide(CatalogueProduct state, ObserveProduct command, DecisionContext context, MarketplaceListing? listing = null)
    {
        if (command.Product != CatalogueProduct.IdOf(command.Merchant, command.ProductId)) return Decision.NotVisible;
        var (known, seen) = (state as CatalogueProduct.Observed, command.Seen with { Price = command.Seen.Price.InFull });
        var decision = Decide(CatalogueProduct.At(command.Product), Bad(command).ToValueList(), known?.SeenAt, known?.Seen == seen, command.SeenAt, context.Now,
            new ProductObserved(command.Merchant, command.ProductId, seen, command.SeenAt));
        return listing is MarketplaceListing.NotListed && decision.Outcome == Outcome.Recorded
            ? decision with { Facts = decision.Facts.Add(new(MarketplaceListing.At(command.ProductId), new ProductListed(command.Merchant, command.ProductId), command.SeenAt)) }
            : decision;
    }

    /// <summary>Decides an observation of a promotion tool.</summary>
    public static Decision Decide(ShopPromotionTool state, ObservePromotionTool command, DecisionContext context)
    {
        if (command.PromotionTool != ShopPromotionTool.IdOf(command.Merchant, command.Seen.Id)) return Decision.NotVisible;
        var known = state as ShopPromotionTool.Observed;
        return Decide(ShopPromotionTool.At(command.PromotionTool), Bad(command).ToValueList(), known?.SeenAt, known?.Tool == command.Seen, command.SeenAt, context.Now,
            new PromotionToolObserved(command.Merchant, command.Seen, command.SeenAt));
    }

    // only what changed is a fact, and a later look never makes way for an earlier one
    static Decision Decide(StreamRef stream, ValueList<Refusal> bad, Moment? lastSeen, bool isSame, Moment seenAt, Moment now, IEvent fact) =>
        bad.Count > 0 ? Decision.Refuse(stream, bad)
        : seenAt > now ? Decision.Refuse(stream, [ObservationRefusals.FromTheFuture.Of("seenAt")])
        : seenAt < lastSeen ? Decision.Refuse(stream, [ObservationRefusals.Stale.Of("seenAt", ("last_seen_at", $"{lastSeen}"))])
        : isSame ? Decision.AlreadySo
        : Decision.Record([new(stream, fact, seenAt)]);

    static IEnumerable<Refusal> Bad(ObserveProduct command)
    {
        if (!PlanRules.IsId(command.ProductId)) yield return LivePlanRefusals.ProductIdInvalid.Of("productId");
        if (command.Seen.Stock < 0) yield return ObservationRefusals.StockInvalid.Of("seen.stock");
        if (!command.Seen.Price.IsValid) yield return ObservationRefusals.PriceInvalid.Of("seen.price");
    }

    static IEnumerable<Refusal> Bad(ObservePromotionTool command)
    {
        if (!PlanRules.IsId(command.Seen.Id)) yield return LivePlanRefusals.ToolIdInvalid.Of("seen.id");
        if (command.Seen.Products.Count > MostBound || !command.Seen.Products.All(PlanRules.IsId)) yield return ObservationRefusals.BoundProductsInvalid.Of("seen.products", ("most", Numeral.Of(MostBound)));
    }

    const int MostBound = 1000;
}
