using LiveCommerce.Kernel;

namespace LiveCommerce.Teasers;

/// <summary>Every refusal about videos that were posted outside this system.</summary>
public static class OutsideVideoRefusals
{
    /// <summary>The id is taken.</summary>
    public static RefusalKind AlreadyTold { get; } = new("outside-video.already-told", "C5", "A video with this id was told with other particulars.", "Use a new id.");

    /// <summary>The plan is gone.</summary>
    public static RefusalKind PlanDeleted { get; } = new("outside-video.plan-deleted", "C5", "The plan was deleted.", "Name the plan in its place.");

    /// <summary>Not yet.</summary>
    public static RefusalKind InFuture { get; } = new("outside-video.in-future", "C5", "The video is said to have been posted at a moment that has not come.", "Tell of it once it is posted.");

    /// <summary>No product, or too many.</summary>
    public static RefusalKind Products { get; } = new("outside-video.products", "C7", "A promotional video links 1 to 150 products.", "Name the products that it links.");

    /// <summary>Something else than the LIVE features.</summary>
    public static RefusalKind ProductNotFeatured { get; } = new("outside-video.product-not-featured", "C7", "A product is named twice, or the plan does not feature it.", "Name each featured product once.");
}
