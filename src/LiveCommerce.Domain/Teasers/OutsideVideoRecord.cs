using System.Diagnostics;
using LiveCommerce.Kernel;

namespace LiveCommerce.Teasers;

/// <summary>The row of a video that was posted elsewhere: what a plan's timeline and readiness count (BEY-14, TSR-09).</summary>
/// <param name="Id">The video.</param>
/// <param name="Version">The version of its stream.</param>
/// <param name="Plan">The plan for whose sake it was told.</param>
/// <param name="Kind">A promotional video, or a teaser that was made elsewhere.</param>
/// <param name="PostedAt">When it was posted.</param>
/// <param name="ToldAt">When it was told of: nobody counted it before.</param>
public sealed record OutsideVideoRecord(OutsideVideoId Id, long Version, LivePlanId Plan, PromotionKind Kind, Moment PostedAt, Moment ToldAt)
{
    /// <summary>The read model's name and fold.</summary>
    public static InlineView<OutsideVideoRecord> View { get; } = new("outside_videos", Fold);

    /// <summary>The row after one more fact.</summary>
    public static OutsideVideoRecord? Fold(OutsideVideoRecord? row, Fact fact) => (row, fact.Body) switch
    {
        (null, PromotionalVideoPosted it) => new(it.Video, fact.Version, it.Plan, PromotionKind.PromotionalVideo, it.PostedAt, fact.EffectiveAt),
        (null, OutsideTeaserPosted it) => new(it.Video, fact.Version, it.Plan, PromotionKind.Teaser, it.PostedAt, fact.EffectiveAt),
        _ => throw new UnreachableException($"{fact.Body.GetType().Name} is no fact of a video that was posted elsewhere."),
    };
}
