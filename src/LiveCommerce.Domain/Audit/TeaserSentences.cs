using System.Diagnostics;
using LiveCommerce.Kernel;
using LiveCommerce.Teasers;

namespace LiveCommerce.Audit;

/// <summary>Teasers, footage and videos posted elsewhere in sentences: a line for each kind of fact.</summary>
static class TeaserSentences
{
    internal static Sentences Table { get; } = Sentences.None
        .Say<FootagePut>((it, zone) => $"put footage of shop {it.Merchant} ({it.Video.Format}, {it.Video.Codec}, {it.Video.Width} x {it.Video.Height} pixels, {FootagePolicy.Seconds(it.Video.Milliseconds)} s)"
            + (it.Of is { } of ? $", which records LIVE session {of.Session} from {SpokenTime.Of(of.StartsAt, zone)} on" : ""))
        .Say<FootagePutAgain>((it, zone) => $"put the same footage again, which is kept until {SpokenTime.Of(it.KeptUntil, zone)} unless it is used")
        .Say<FootageUsed>(it => $"cut teaser {it.Teaser} of the footage")
        .Say<FootageDeleted>(it => "deleted the footage, which nothing had used for its term")
        .Say<FootageJoinedShop>(it => $"gave shop {it.Merchant} the footage {it.Footage}")
        .Say<FootageLeftShop>(it => $"took footage {it.Footage} from shop {it.Merchant}")
        .Say<TeaserPreparationStarted>(it => $"began teaser {it.Teaser} of shop {it.Merchant}, cut of footage {it.Cut.Footage} from {FootagePolicy.Seconds(it.Cut.FromMilliseconds)} s on for {FootagePolicy.Seconds(it.Cut.Milliseconds)} s"
            + (it.Cut.Session is { } session ? $", a highlight of LIVE session {session}" : ", an uploaded video"))
        .Say<TeaserPreparationRepeated>(it => "asked for the teaser's video once more")
        .Say<TeaserPrepared>(it => $"prepared the teaser's video ({it.Video.Width} x {it.Video.Height} pixels, {FootagePolicy.Seconds(it.Video.Milliseconds)} s, {(it.Video.HasSticker ? "with sticker and arrow" : "without sticker")}), rendition {it.Rendition}")
        .Say<TeaserPreparationFailed>(it => $"could not prepare the teaser's video, because {TeaserWords.Of(it.Why)}, rendition {it.Rendition}")
        .Say<TeaserLinkedToPlan>((it, zone) => $"linked the teaser to plan {it.Plan}, whose LIVE starts {SpokenTime.Of(it.Sticker.Start, it.Sticker.Zone)}")
        .Say<TeaserUnlinked>(it => $"unlinked the teaser from plan {it.Plan}{TeaserWords.Of(it.Why)}")
        .Say<TeaserDescribed>(it => $"input the caption {Words.Of(it.Description.Caption)}, for {(it.Description.Preferences.Audience == TeaserAudience.Everyone ? "everyone" : "followers")}, "
            + $"{(it.Description.Preferences.AllowsComments ? "with" : "without")} comments, {(it.Description.Preferences.AllowsReuse ? "with" : "without")} reuse, and frame {it.Description.Cover} as cover")
        .Say<TeaserStoryTicked>(it => it.Points.Count == 0 ? "ticked nothing of the advice" : $"ticked of the advice: {string.Join(", ", it.Points.Select(TeaserWords.Of))}")
        .Say<TeaserPosted>((it, zone) => $"posted the teaser on the official account {it.Account}, {SpokenTime.Of(it.PostedAt, zone)}")
        .Say<TeaserPresentationEdited>((it, zone) => "edited the posted teaser's "
            + string.Join(" and ", new[] { it.Caption is { } caption ? $"caption to {Words.Of(caption)}" : null, it.Cover is { } cover ? $"cover to frame {cover}" : null }.OfType<string>()))
        .Say<TeaserMetricsRecorded>((it, zone) => $"told the teaser's figures as of {SpokenTime.Of(it.Figures.MeasuredAt, zone)}: {it.Figures.Views} views, {it.Figures.NewViewers} new viewers, {it.Figures.NewFollowers} new followers, {it.Figures.RoomEntries} entered the LIVE room")
        .Say<TeaserDeleted>(it => "deleted the teaser and its video")
        .Say<TeaserJoinedPlan>(it => $"gave plan {it.Plan} the teaser {it.Teaser}")
        .Say<TeaserLeftPlan>(it => $"took teaser {it.Teaser} from plan {it.Plan}")
        .Say<PromotionalVideoPosted>((it, zone) => $"told of promotional video {it.Video} for plan {it.Plan}, posted {SpokenTime.Of(it.PostedAt, zone)}, which links {string.Join(", ", it.Products)}")
        .Say<OutsideTeaserPosted>((it, zone) => $"told of teaser {it.Video} for plan {it.Plan}, posted elsewhere {SpokenTime.Of(it.PostedAt, zone)}, {(it.HasProductLinks ? "with product links" : "without product links")}");
}
