using LiveCommerce.Host.Http.Answers;
using LiveCommerce.Kernel;
using LiveCommerce.LiveEvents;
using LiveCommerce.Postgres.LiveEvents;
using LiveCommerce.Teasers;

namespace LiveCommerce.Host.Http.Teasers;

/// <summary>A teaser as it is at this moment, with what the caller may do now (TSR-22).</summary>
/// <param name="Line">What the list says of it.</param>
/// <param name="FromMilliseconds">Where in the footage it begins.</param>
/// <param name="Milliseconds">How long it runs.</param>
/// <param name="Caption">The caption, once it was input.</param>
/// <param name="Preferences">Who may watch it and what viewers may do.</param>
/// <param name="Sticker">What the sticker says; missing where it is linked to no plan (TSR-08).</param>
/// <param name="Advice">Whether it follows the advice; none of it blocks (TSR-12, TSR-13).</param>
/// <param name="EditsUntil">Until when caption and cover can be edited (TSR-14).</param>
/// <param name="NextEditAt">When the next edit is possible; missing where none is.</param>
/// <param name="Publications">How far its post, each edit and its end have come on their way to the account.</param>
/// <param name="AvailableOn">Where people find this page (C45).</param>
/// <param name="Actions">What the caller may do now.</param>
sealed record TeaserView(
    TeaserLineView Line,
    int FromMilliseconds,
    int Milliseconds,
    PersonalText? Caption,
    TeaserPreferences? Preferences,
    string? Sticker,
    IReadOnlyList<TeaserAdvice> Advice,
    Moment? EditsUntil,
    Moment? NextEditAt,
    IReadOnlyList<PublicationView> Publications,
    IReadOnlyList<Surface> AvailableOn,
    IReadOnlyDictionary<string, ActionAnswer> Actions)
{
    internal static TeaserView Of(TeaserAt at, IReadOnlyList<NotificationRecord> told, DecisionContext context)
    {
        var (content, posted) = (at.State.Content, at.State as Teaser.Posted);
        var description = posted?.Post.Description ?? content.Description;
        return new(
            TeaserLineView.Of(at.Row, context.Now), content.Begin.Cut.FromMilliseconds, content.Begin.Cut.Milliseconds, description?.Caption, description?.Preferences, content.Plan?.Sticker.Text,
            TeaserStory.Of(at.State), posted is null ? null : TeaserDecider.EditsEnd(posted.Post.PostedAt), posted is null ? null : TeaserDecider.NextEditOf(posted, context.Now),
            [.. told.OrderBy(one => one.Notice.HappenedAt).Select(PublicationView.Of)], [Surface.SellerCenterPc], ActionAnswer.Of(TeaserActions.Of(at.State, at.Shop, at.Plan, context)));
    }
}

/// <summary>A post, an edit or an end on its way to the account.</summary>
/// <param name="Id">The same however often it is sent.</param>
/// <param name="Kind">What happened.</param>
/// <param name="HappenedAt">When.</param>
/// <param name="State">How far it has come; what is dead the platform can send again.</param>
/// <param name="SettledAt">When it was taken or given up.</param>
sealed record PublicationView(NotificationId Id, NoticeKind Kind, Moment HappenedAt, NotificationState State, Moment? SettledAt)
{
    internal static PublicationView Of(NotificationRecord it) => new(it.Id, it.Notice.Kind, it.Notice.HappenedAt, it.State, it.SettledAt);
}

/// <summary>A line of the list of teasers.</summary>
/// <param name="Id">The teaser.</param>
/// <param name="Version">Its version, for <c>If-Match</c>.</param>
/// <param name="Merchant">Whose it is.</param>
/// <param name="Status">Preparing, Failed, Ready, Posted or Deleted.</param>
/// <param name="Failure">Why its video could not be prepared.</param>
/// <param name="Source">A LIVE highlight or an uploaded video.</param>
/// <param name="Footage">What it is cut of.</param>
/// <param name="Session">The LIVE session whose highlight it is.</param>
/// <param name="Plan">The plan that it announces.</param>
/// <param name="LiveStartsAt">When that LIVE starts.</param>
/// <param name="IsStickerStale">Whether the posted sticker shows a LIVE that was deleted or rescheduled since (C48).</param>
/// <param name="Video">The prepared video; its bytes are at <c>/v1/teasers/{id}/video</c>.</param>
/// <param name="Cover">Which frame is the cover; its bytes are at <c>/v1/teasers/{id}/cover</c>.</param>
/// <param name="StartedAt">When it was begun.</param>
/// <param name="PostedAt">When it was posted.</param>
/// <param name="EditedAt">When caption or cover were last edited.</param>
/// <param name="Figures">The figures that were measured last (TSR-20).</param>
/// <param name="Freshness">How fresh they are (TSR-21); missing for what is not posted.</param>
sealed record TeaserLineView(
    TeaserId Id,
    long Version,
    MerchantId Merchant,
    TeaserStatus Status,
    TeaserFailure? Failure,
    TeaserSource Source,
    FootageId Footage,
    LiveSessionId? Session,
    LivePlanId? Plan,
    Moment? LiveStartsAt,
    bool IsStickerStale,
    RenderedVideo? Video,
    int? Cover,
    Moment StartedAt,
    Moment? PostedAt,
    Moment? EditedAt,
    TeaserFigures? Figures,
    TeaserFreshness? Freshness)
{
    internal static TeaserLineView Of(TeaserRecord row, Moment now) => new(
        row.Id, row.Version, row.Merchant, row.Status, row.Failure, row.Cut.Source, row.Cut.Footage, row.Cut.Session, row.Plan, row.LiveStartsAt, row.IsStickerStale, row.Video, row.Cover,
        row.StartedAt, row.PostedAt, row.EditedAt, row.Figures, row.PostedAt is { } at ? TeaserFreshnesses.At(at, now) : null);
}
