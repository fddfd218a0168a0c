using LiveCommerce.Kernel;

namespace LiveCommerce.Teasers;

/// <summary>Every refusal about teasers, and what is only warned of.</summary>
public static class TeaserRefusals
{
    /// <summary>The id is taken.</summary>
    public static RefusalKind AlreadyStarted { get; } = new("teaser.already-started", "TSR-01", "A teaser with this id was begun with other particulars.", "Use a new id.");

    /// <summary>It was deleted.</summary>
    public static RefusalKind Deleted { get; } = new("teaser.deleted", "TSR-15", "The teaser was deleted.", "Make a new teaser.");

    /// <summary>A highlight needs a recording.</summary>
    public static RefusalKind FootageOfNoSession { get; } =
        new("teaser.footage.of-no-session", "TSR-01", "The footage records no LIVE session, so it has no highlight.", "Put the recording with its session, or make the teaser as one of an uploaded video.");

    /// <summary>The bytes are gone.</summary>
    public static RefusalKind FootageDeleted { get; } = new("teaser.footage.deleted", "TSR-01", "The footage was not used for 30 days and was deleted.", "Put the footage again.");

    /// <summary>The recording does not show that moment.</summary>
    public static RefusalKind PeakOutsideFootage { get; } = new("teaser.peak.outside-footage", "TSR-02", "The recording does not show this moment of the session.", "Put the stretch that shows it, or choose another highlight.");

    /// <summary>Too little is left.</summary>
    public static RefusalKind CutTooShort { get; } = new("teaser.cut.too-short", "TSR-12", "From there on less than 3 seconds of the footage are left.", "Begin earlier.");

    /// <summary>The plan's LIVE has begun, or is over, or will not be (TSR-04).</summary>
    public static RefusalKind PlanNotUpcoming { get; } = new("teaser.plan-not-upcoming", "TSR-04", "The plan's LIVE is not to come any more.", "Choose an upcoming plan.");

    /// <summary>So many teasers that a plan could not take them along.</summary>
    public static RefusalKind PlanFull { get; } = new("teaser.plan-full", "TSR-10", "The plan has as many teasers as a plan can have.", "Unlink or delete one; 1 to 4 are advised.");

    /// <summary>It announces another LIVE.</summary>
    public static RefusalKind AlreadyLinked { get; } = new("teaser.already-linked", "TSR-04", "The teaser is linked to another plan.", "Unlink it first.");

    /// <summary>It is on the account.</summary>
    public static RefusalKind AlreadyPosted { get; } = new("teaser.already-posted", "TSR-07", "The teaser is posted: what its video shows stands.", "Edit caption or cover, or make another teaser.");

    /// <summary>It is not on the account.</summary>
    public static RefusalKind NotPosted { get; } = new("teaser.not-posted", "TSR-19", "The teaser is not posted.", "Post it first.");

    /// <summary>The host is at it.</summary>
    public static RefusalKind StillPreparing { get; } = new("teaser.still-preparing", "TSR-03", "The teaser's video is being prepared.", "Wait until it is ready: about half a minute.");

    /// <summary>The host could not.</summary>
    public static RefusalKind PreparationFailed { get; } = new("teaser.preparation-failed", "TSR-03", "The teaser's video could not be prepared.", "Have it prepared again, or make one of other footage.");

    /// <summary>Nothing was input.</summary>
    public static RefusalKind CaptionRequired { get; } = new("teaser.caption-required", "TSR-06", "A teaser is posted with a caption and preferences.", "Input both.");

    /// <summary>No account to post on.</summary>
    public static RefusalKind AccountNotBound { get; } = new("account.not-bound", "TSR-07", "The shop has no official account to post on.", "Link the official account first.");

    /// <summary>Its LIVE is over.</summary>
    public static RefusalKind PlanOver { get; } = new("teaser.plan-over", "TSR-07", "The LIVE that the teaser announces is over.", "Unlink it from the plan; its video is then made without sticker.");

    /// <summary>No such frame.</summary>
    public static RefusalKind NoSuchCover { get; } = new("teaser.cover", "TSR-14", "Preparation takes 8 frames, counted from 0, and this is none of them.", "Choose one of 0 to 7.");

    /// <summary>A second edit on one day (C52).</summary>
    public static RefusalKind EditedToday { get; } = new("teaser.edit.already-edited-today", "TSR-14", "Caption and cover were edited today, on the shop's clock.", "Edit again when the next day begins there.");

    /// <summary>The week is over.</summary>
    public static RefusalKind EditsOver { get; } = new("teaser.edit.window-closed", "TSR-14", "Caption and cover can be edited for 7 days after posting.", "Post a new teaser.");

    /// <summary>Measured before it was posted, or not yet.</summary>
    public static RefusalKind MeasuredWhen { get; } = new("teaser.figures.moment", "TSR-20", "The figures are measured before the teaser was posted, or at a moment that has not come.", "Send the moment of the measurement.");

    /// <summary>Older than what is known.</summary>
    public static RefusalKind MeasuredBefore { get; } = new("teaser.figures.older", "TSR-21", "Figures of this moment or a later one are known.", "Send newer figures.");

    /// <summary>After 7 days nothing changes.</summary>
    public static RefusalKind FiguresFinal { get; } = new("teaser.figures.final", "TSR-21", "Figures are final 7 days after posting.", "Nothing has to be done.");

    /// <summary>A figure is below zero.</summary>
    public static RefusalKind FigureNegative { get; } = new("teaser.figures.negative", "TSR-20", "A figure is negative.", "Send 0 or more.");

    /// <summary>More teasers than advised: a warning (C6).</summary>
    public static RefusalKind MoreThanAdvised { get; } = new("teaser.more-than-advised", "TSR-10", "1 to 4 teasers are advised for a LIVE.", "Keep the best ones.") { IsWarning = true };

    /// <summary>It announces no LIVE: a warning.</summary>
    public static RefusalKind WithoutPlan { get; } = new("teaser.without-plan", "TSR-08", "The teaser is linked to no plan, so it has neither sticker nor arrow.", "Link it to a plan before posting to announce a LIVE.") { IsWarning = true };

    /// <summary>Posted stickers show a LIVE that is not held then: a warning (C48).</summary>
    public static RefusalKind StickerStale { get; } = new("teaser.sticker-stale", "C48", "Posted teasers show the time of this LIVE in their sticker.", "Delete them, or post new ones.") { IsWarning = true };

    /// <summary>Made elsewhere, with products: a warning (C8).</summary>
    public static RefusalKind HasProductLinks { get; } = new("teaser.product-links", "TSR-11", "A teaser without product links gets more organic traffic.", "Take the product links off.") { IsWarning = true };
}
