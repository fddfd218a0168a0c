using System.Diagnostics;
using LiveCommerce.Kernel;

namespace LiveCommerce.Teasers;

/// <summary>A video that was posted outside this system and told to it for the sake of its plan: a promotional video, which may link products (C5, C7), or a teaser of TikTok Studio (C8).</summary>
public abstract record OutsideVideo
{
    OutsideVideo() { }

    /// <summary>Nobody has told of it.</summary>
    public sealed record NotTold : OutsideVideo;

    /// <summary>It was told.</summary>
    public abstract record Told(MerchantId Merchant, LivePlanId Plan, Moment PostedAt) : OutsideVideo;

    /// <summary>A promotional video, with the products that it links.</summary>
    public sealed record Promotional(MerchantId Merchant, LivePlanId Plan, Moment PostedAt, ValueList<string> Products) : Told(Merchant, Plan, PostedAt);

    /// <summary>A teaser that was made elsewhere, which may link products though it should not.</summary>
    public sealed record OutsideTeaser(MerchantId Merchant, LivePlanId Plan, Moment PostedAt, bool HasProductLinks) : Told(Merchant, Plan, PostedAt);

    /// <summary>Such videos as streams.</summary>
    public static StreamKind<OutsideVideo> Kind { get; } = new("outside_video", new NotTold(), Evolve, OutsideVideoRecord.View);

    /// <summary>The stream of one such video.</summary>
    public static StreamRef<OutsideVideo> At(OutsideVideoId id) => Kind.At(id.Value);

    /// <summary>The video after one more fact.</summary>
    public static OutsideVideo Evolve(OutsideVideo state, IEvent fact) => (state, fact) switch
    {
        (NotTold, PromotionalVideoPosted it) => new Promotional(it.Merchant, it.Plan, it.PostedAt, it.Products),
        (NotTold, OutsideTeaserPosted it) => new OutsideTeaser(it.Merchant, it.Plan, it.PostedAt, it.HasProductLinks),
        _ => throw new UnreachableException($"{fact.GetType().Name} cannot follow {state.GetType().Name}."),
    };
}

/// <summary>A promotional video for a plan was posted (C5).</summary>
/// <param name="Video">The video.</param>
/// <param name="Merchant">Whose it is.</param>
/// <param name="Plan">The plan whose LIVE it promotes.</param>
/// <param name="Products">The products that it links, featured by the plan.</param>
/// <param name="PostedAt">When it was posted.</param>
public sealed record PromotionalVideoPosted(OutsideVideoId Video, MerchantId Merchant, LivePlanId Plan, ValueList<string> Products, Moment PostedAt) : IEvent;

/// <summary>A teaser for a plan was posted outside this system (C8).</summary>
/// <param name="Video">The video.</param>
/// <param name="Merchant">Whose it is.</param>
/// <param name="Plan">The plan whose LIVE it announces.</param>
/// <param name="HasProductLinks">Whether it links products, which it should not.</param>
/// <param name="PostedAt">When it was posted.</param>
public sealed record OutsideTeaserPosted(OutsideVideoId Video, MerchantId Merchant, LivePlanId Plan, bool HasProductLinks, Moment PostedAt) : IEvent;
