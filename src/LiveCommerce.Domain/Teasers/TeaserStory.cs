using System.Diagnostics;
using System.Text.Json.Serialization;
using LiveCommerce.Kernel;

namespace LiveCommerce.Teasers;

/// <summary>What makes a teaser work and only its seller can see: ticked by the seller (TSR-12).</summary>
[JsonConverter(typeof(JsonStringEnumConverter<StoryPoint>))]
public enum StoryPoint
{
    /// <summary>A product appears within the first 3 seconds.</summary>
    ProductAtOnce,

    /// <summary>The product is demonstrated more than its price is shown, unless the deal is very attractive.</summary>
    ShowsTheProduct,

    /// <summary>A LIVE billboard says that there will be a LIVE.</summary>
    LiveBillboard,

    /// <summary>A call to action points to the LIVE's entrance: the avatar, or the LIVE Event.</summary>
    PointsToTheEntrance,

    /// <summary>It moves: native material, a single take or a monologue, no slide show.</summary>
    MovingPictures,
}

/// <summary>A point of the advice, and whether the teaser follows it; null where nobody can say yet. None of them ever blocks.</summary>
/// <param name="Point">Its name, such as <c>story.product_at_once</c>.</param>
/// <param name="Rule">The rule behind it.</param>
/// <param name="IsMet">Whether it is followed.</param>
/// <param name="Advice">What to do.</param>
public sealed record TeaserAdvice(string Point, string Rule, bool? IsMet, string Advice);

/// <summary>The advice for a teaser: what the host can see in the prepared video, and what the seller ticks (TSR-12, TSR-13).</summary>
public static class TeaserStory
{
    const int AboutFortySeconds = 40_000, Tolerance = 10_000;

    /// <summary>Every point in a fixed order.</summary>
    public static ValueList<TeaserAdvice> Of(Teaser.Known teaser)
    {
        var video = VideoOf(teaser);
        return
        [
            new("story.forty_seconds", "TSR-12", video is null ? null : Math.Abs(video.Milliseconds - AboutFortySeconds) <= Tolerance, "Let it run for about 40 seconds."),
            new("element.music", "TSR-13", video is null ? null : true, "Music is laid under every teaser."),
            new("element.sticker", "TSR-13", video?.HasSticker, "Link it to a plan: the sticker says when the LIVE is."),
            new("element.arrow", "TSR-13", video?.HasSticker, "Link it to a plan: the arrow points at the avatar."),
            .. Enum.GetValues<StoryPoint>().Select(point => new TeaserAdvice(NameOf(point), "TSR-12", teaser.Content.Ticked.Contains(point), AdviceOf(point))),
        ];
    }

    internal static RenderedVideo? VideoOf(Teaser.Known teaser) => teaser switch
    {
        Teaser.Ready it => it.Video,
        Teaser.Posted it => it.Video,
        Teaser.Preparing or Teaser.Failed or Teaser.Deleted => null,
        _ => throw new UnreachableException(),
    };

    static string NameOf(StoryPoint point) => $"story.{System.Text.Json.JsonNamingPolicy.SnakeCaseLower.ConvertName(point.ToString())}";

    static string AdviceOf(StoryPoint point) => point switch
    {
        StoryPoint.ProductAtOnce => "Show a product within the first 3 seconds.",
        StoryPoint.ShowsTheProduct => "Demonstrate the product more than its price, unless the deal is very attractive.",
        StoryPoint.LiveBillboard => "Show a LIVE billboard.",
        StoryPoint.PointsToTheEntrance => "Point to the LIVE's entrance: the avatar, or the LIVE Event.",
        StoryPoint.MovingPictures => "Prefer native material, a single take or a monologue over images.",
        _ => throw new UnreachableException(),
    };
}
