using System.Diagnostics;
using LiveCommerce.Teasers;

namespace LiveCommerce.Audit;

/// <summary>Teasers, footage and videos posted elsewhere in plain words.</summary>
static class TeaserWords
{
    internal static string Of(TeaserFailure why) => why switch
    {
        TeaserFailure.FootageGone => "its footage was deleted",
        TeaserFailure.NotDecodable => "its footage cannot be decoded there",
        TeaserFailure.LimitReached => "it took more time, memory or space than it may",
        TeaserFailure.CheckFailed => "what came out failed its check",
        _ => throw new UnreachableException(),
    };

    internal static string Of(UnlinkReason why) => why switch
    {
        UnlinkReason.BySeller => "",
        UnlinkReason.PlanDeleted => ", which was deleted",
        UnlinkReason.PlanRescheduled => ", which was rescheduled",
        _ => throw new UnreachableException(),
    };

    internal static string Of(StoryPoint point) => point switch
    {
        StoryPoint.ProductAtOnce => "a product within 3 seconds",
        StoryPoint.ShowsTheProduct => "the product more than its price",
        StoryPoint.LiveBillboard => "a LIVE billboard",
        StoryPoint.PointsToTheEntrance => "a call to the LIVE's entrance",
        StoryPoint.MovingPictures => "moving pictures",
        _ => throw new UnreachableException(),
    };

    internal static string Of(object state) => state switch
    {
        Teaser.NotStarted => "not begun",
        Teaser.Preparing => "being prepared",
        Teaser.Failed it => $"not prepared, because {Of(it.Why)},",
        Teaser.Ready => "ready to be posted",
        Teaser.Posted { Post.IsStickerStale: true } => "posted, with a sticker that shows a LIVE of another time,",
        Teaser.Posted => "posted",
        Teaser.Deleted => "deleted",
        Footage.NotPut => "not put",
        Footage.Present it => $"put, and kept until {it.KeptUntil},",
        Footage.Deleted => "deleted at the end of its term",
        OutsideVideo.NotTold => "not told",
        OutsideVideo.Promotional it => $"told as a promotional video that links {it.Products.Count} products",
        OutsideVideo.OutsideTeaser it => $"told as a teaser that was posted elsewhere{(it.HasProductLinks ? " with product links" : "")}",
        _ => throw new UnreachableException(),
    };

    internal static string Otherwise(object state) => state switch
    {
        Teaser.NotStarted => "What can change it: the seller makes it.",
        Teaser.Preparing => "What can change it: the host prepares its video, or cannot.",
        Teaser.Failed => "What can change it: the seller has it prepared again, links or unlinks it, or deletes it.",
        Teaser.Ready => "What can change it: the seller posts, links, unlinks or deletes it.",
        Teaser.Posted => "What can change it: the seller deletes it, or its plan is deleted or rescheduled.",
        Teaser.Deleted => "Otherwise: nothing brings a deleted teaser back; another can be made of the same footage.",
        Footage.NotPut or Footage.Deleted => "What can change it: the shop puts the footage.",
        Footage.Present => "What can change it: the end of its term, which a teaser that is cut of it begins anew.",
        OutsideVideo => "Otherwise: what was posted elsewhere was posted.",
        _ => throw new UnreachableException(),
    };
}
