using System.Diagnostics;
using LiveCommerce.Kernel;

namespace LiveCommerce.Teasers;

/// <summary>The footage that lies ready for a shop: a stream beside the footage's own, so that whoever puts more is told when it is enough.</summary>
/// <param name="Kept">In the order in which it was put.</param>
public sealed record ShopFootage(ValueList<FootageId> Kept)
{
    /// <summary>The most that is kept for a shop at a time.</summary>
    public const int Most = 200;

    /// <summary>Footage of shops as streams.</summary>
    public static StreamKind<ShopFootage> Kind { get; } = new("shop_footage", new([]), Evolve);

    /// <summary>The stream of one shop's footage.</summary>
    public static StreamRef<ShopFootage> At(MerchantId merchant) => Kind.At(DerivedId.Of(merchant.Value, "footage"));

    /// <summary>The footage after one more fact.</summary>
    public static ShopFootage Evolve(ShopFootage state, IEvent fact) => fact switch
    {
        FootageJoinedShop it => new(state.Kept.Add(it.Footage)),
        FootageLeftShop it => new(state.Kept.Where(footage => footage != it.Footage).ToValueList()),
        _ => throw new UnreachableException($"{fact.GetType().Name} is no fact of a shop's footage."),
    };
}
