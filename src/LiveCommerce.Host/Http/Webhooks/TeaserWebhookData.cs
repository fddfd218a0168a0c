using LiveCommerce.Host.Http.Teasers;
using LiveCommerce.Kernel;
using LiveCommerce.LiveEvents;
using LiveCommerce.Postgres.LiveEvents;
using LiveCommerce.Teasers;

namespace LiveCommerce.Host.Http.Webhooks;

/// <summary>What is told of a posted teaser: all that a post on the account needs.</summary>
/// <param name="Notification">The same at each attempt: whoever gets it twice does it once.</param>
/// <param name="Teaser">The teaser.</param>
/// <param name="Version">The teaser's version by that: whoever did a later one needs no earlier one any more.</param>
/// <param name="Merchant">Whose it is.</param>
/// <param name="Account">The official account on which it is posted.</param>
/// <param name="Plan">The plan that it announces.</param>
/// <param name="PostedAt">When it was posted.</param>
/// <param name="Caption">Its caption, unless it was erased.</param>
/// <param name="Preferences">Who may watch it and what viewers may do.</param>
/// <param name="Video">Where its video is; a token of the merchant's, or of the platform's, opens it.</param>
/// <param name="Cover">Where its cover is.</param>
/// <param name="ContentHash">SHA-256 of the video.</param>
/// <param name="Bytes">How large the video is.</param>
/// <param name="Milliseconds">How long it runs.</param>
sealed record TeaserWebhookData(
    NotificationId Notification, TeaserId Teaser, long Version, MerchantId Merchant, AccountId Account, LivePlanId? Plan, Moment PostedAt, string? Caption, TeaserPreferences Preferences, string Video, string Cover,
    string ContentHash, int Bytes, int Milliseconds)
{
    internal static TeaserWebhookData Of(TeaserPublication it)
    {
        var (content, video, post, path) = (it.Teaser.Content, it.Teaser.Video, it.Teaser.Post, $"{TeaserRoutes.Path}/{it.Notice.Teaser}");
        return new(
            it.Id, it.Notice.Teaser, it.Notice.Version, content.Begin.Merchant, post.Account, content.Plan?.Plan, post.PostedAt, post.Description.Caption.Value, post.Description.Preferences,
            $"{path}/video", $"{path}/cover?frame={Numeral.Of(post.Description.Cover)}", video.ContentHash, video.Bytes, video.Milliseconds);
    }
}
