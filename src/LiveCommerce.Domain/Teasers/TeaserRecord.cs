using System.Diagnostics;
using LiveCommerce.Kernel;

namespace LiveCommerce.Teasers;

/// <summary>A teaser's row for every list of it (TSR-22): the facts of one teaser, and the version it shows.</summary>
/// <param name="Id">The teaser.</param>
/// <param name="Version">The version of the teaser's stream.</param>
/// <param name="Merchant">Whose it is.</param>
/// <param name="Status">Its status.</param>
/// <param name="Cut">What it is cut of.</param>
/// <param name="Rendition">So many times what is to be rendered was settled.</param>
/// <param name="Plan">The plan that it announces.</param>
/// <param name="LiveStartsAt">When that plan's LIVE starts.</param>
/// <param name="Failure">Why its video could not be prepared.</param>
/// <param name="Video">Its prepared video.</param>
/// <param name="CaptionReference">Where the caption lies.</param>
/// <param name="Cover">Which frame is the cover.</param>
/// <param name="IsStickerStale">Whether its posted sticker shows a LIVE of another time (C48).</param>
/// <param name="StartedAt">When it was begun.</param>
/// <param name="PostedAt">When it was posted.</param>
/// <param name="EditedAt">When caption or cover were last edited.</param>
/// <param name="Figures">The figures that were measured last.</param>
public sealed record TeaserRecord(
    TeaserId Id,
    long Version,
    MerchantId Merchant,
    TeaserStatus Status,
    TeaserCut Cut,
    int Rendition,
    LivePlanId? Plan,
    Moment? LiveStartsAt,
    TeaserFailure? Failure,
    RenderedVideo? Video,
    Guid? CaptionReference,
    int? Cover,
    bool IsStickerStale,
    Moment StartedAt,
    Moment? PostedAt,
    Moment? EditedAt,
    TeaserFigures? Figures)
{
    /// <summary>The read model's name and fold.</summary>
    public static InlineView<TeaserRecord> View { get; } = new("teasers", Fold);

    /// <summary>The row after one more fact.</summary>
    public static TeaserRecord? Fold(TeaserRecord? row, Fact fact) => (row, fact.Body) switch
    {
        (null, TeaserPreparationStarted it) => new(it.Teaser, fact.Version, it.Merchant, TeaserStatus.Preparing, it.Cut, 1, null, null, null, null, null, null, false, fact.EffectiveAt, null, null, null),
        ({ } teaser, { } body) => Change(teaser, body) with { Version = fact.Version },
        _ => throw new UnreachableException($"{fact.Body.GetType().Name} cannot begin a teaser."),
    };

    static TeaserRecord Change(TeaserRecord row, IEvent body) => body switch
    {
        TeaserPreparationRepeated => row.Anew(),
        TeaserPrepared it => row with { Status = TeaserStatus.Ready, Video = it.Video },
        TeaserPreparationFailed it => row with { Status = TeaserStatus.Failed, Failure = it.Why },
        TeaserLinkedToPlan it => row.Settled() with { Plan = it.Plan, LiveStartsAt = it.Sticker.Start },
        TeaserUnlinked => row.Settled() with { Plan = null, LiveStartsAt = null, IsStickerStale = row.Status == TeaserStatus.Posted },
        TeaserDescribed it => row with { CaptionReference = it.Description.Caption.Reference, Cover = it.Description.Cover },
        TeaserStoryTicked => row,
        TeaserPosted it => row with { Status = TeaserStatus.Posted, PostedAt = it.PostedAt },
        TeaserPresentationEdited it => row with { CaptionReference = it.Caption?.Reference ?? row.CaptionReference, Cover = it.Cover ?? row.Cover, EditedAt = it.EditedAt },
        TeaserMetricsRecorded it => row with { Figures = it.Figures },
        TeaserDeleted => row with { Status = TeaserStatus.Deleted, Failure = null, Video = null },
        _ => throw new UnreachableException($"{body.GetType().Name} is no fact of a teaser."),
    };

    // what a posted teaser shows stands
    TeaserRecord Settled() => Status == TeaserStatus.Posted ? this : Anew();

    TeaserRecord Anew() => this with { Status = TeaserStatus.Preparing, Rendition = Rendition + 1, Failure = null, Video = null };
}
