using LiveCommerce.Kernel;

namespace LiveCommerce.Teasers;

/// <summary>A teaser was begun: what it is cut of is settled, and the host prepares it (TSR-03).</summary>
/// <param name="Teaser">The teaser.</param>
/// <param name="Merchant">Whose it is.</param>
/// <param name="Zone">The shop's zone, whose days count for edits (C52).</param>
/// <param name="Cut">What it is cut of.</param>
public sealed record TeaserPreparationStarted(TeaserId Teaser, MerchantId Merchant, ZoneId Zone, TeaserCut Cut) : IEvent;

/// <summary>The host is asked once more, after it failed.</summary>
public sealed record TeaserPreparationRepeated : IEvent;

/// <summary>The video is there, and was checked.</summary>
/// <param name="Rendition">Which settled content it shows.</param>
/// <param name="Video">What it is.</param>
public sealed record TeaserPrepared(int Rendition, RenderedVideo Video) : IEvent;

/// <summary>The video could not be prepared; nothing of it is left behind.</summary>
/// <param name="Rendition">Which settled content was to be shown.</param>
/// <param name="Why">What was in the way.</param>
public sealed record TeaserPreparationFailed(int Rendition, TeaserFailure Why) : IEvent;

/// <summary>The teaser announces a plan's LIVE; until it is posted its video is made anew, with the sticker (TSR-04, TSR-08).</summary>
/// <param name="Plan">The plan.</param>
/// <param name="Sticker">What the sticker says.</param>
public sealed record TeaserLinkedToPlan(LivePlanId Plan, LiveTimingSticker Sticker) : IEvent;

/// <summary>The teaser announces no LIVE any more; until it is posted its video is made anew, without sticker.</summary>
/// <param name="Plan">The plan that it was linked to.</param>
/// <param name="Why">Whether the seller wanted it or the plan's end brought it about.</param>
public sealed record TeaserUnlinked(LivePlanId Plan, UnlinkReason Why) : IEvent;

/// <summary>Caption, preferences and cover were input (TSR-06).</summary>
public sealed record TeaserDescribed(TeaserDescription Description) : IEvent;

/// <summary>The seller ticked what of the advice the teaser follows, all of it anew (TSR-12).</summary>
public sealed record TeaserStoryTicked(ValueList<StoryPoint> Points) : IEvent;

/// <summary>The teaser was posted (TSR-07).</summary>
/// <param name="Account">The bound official account.</param>
/// <param name="PostedAt">When: 7 times 24 hours of edits begin (C52).</param>
public sealed record TeaserPosted(AccountId Account, Moment PostedAt) : IEvent;

/// <summary>Caption, cover or both were edited: the one edit of a day on the shop's clock (TSR-14).</summary>
/// <param name="Caption">The new caption; null where it stays.</param>
/// <param name="Cover">The new cover; null where it stays.</param>
/// <param name="EditedAt">When.</param>
public sealed record TeaserPresentationEdited(PersonalText? Caption, int? Cover, Moment EditedAt) : IEvent;

/// <summary>Figures of a posted teaser were measured (TSR-20).</summary>
public sealed record TeaserMetricsRecorded(TeaserFigures Figures) : IEvent;

/// <summary>The teaser was deleted, and its video with it (TSR-15).</summary>
public sealed record TeaserDeleted : IEvent;

/// <summary>A teaser was linked to the plan.</summary>
public sealed record TeaserJoinedPlan(LivePlanId Plan, TeaserId Teaser) : IEvent;

/// <summary>A teaser is not linked to the plan any more.</summary>
public sealed record TeaserLeftPlan(LivePlanId Plan, TeaserId Teaser) : IEvent;
