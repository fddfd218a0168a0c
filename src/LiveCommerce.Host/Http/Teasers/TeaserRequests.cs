using LiveCommerce.Kernel;
using LiveCommerce.Teasers;

namespace LiveCommerce.Host.Http.Teasers;

/// <summary>Makes a teaser of a previous LIVE's peak (TSR-01, TSR-04).</summary>
/// <param name="Footage">A recording that shows the peak.</param>
/// <param name="Peak">The moment to cut around; see the session's highlights.</param>
/// <param name="Plan">The upcoming plan that it announces.</param>
sealed record MakeHighlightRequest(FootageId Footage, Moment Peak, LivePlanId Plan);

/// <summary>Makes a teaser of an uploaded video (TSR-01).</summary>
/// <param name="Footage">The uploaded video.</param>
/// <param name="FromMilliseconds">Where in it the teaser begins.</param>
/// <param name="Plan">The upcoming plan that it announces; without one it has no sticker (TSR-08).</param>
sealed record MakeUploadedRequest(FootageId Footage, int FromMilliseconds = 0, LivePlanId? Plan = null);

/// <summary>Links a teaser to an upcoming plan.</summary>
sealed record LinkTeaserRequest(LivePlanId Plan);

/// <summary>Inputs what posting asks for (TSR-06).</summary>
/// <param name="Caption">The caption.</param>
/// <param name="Preferences">Who may watch it and what viewers may do.</param>
/// <param name="Cover">Which of the eight frames is the cover, from 0.</param>
sealed record DescribeTeaserRequest(string Caption, TeaserPreferences Preferences, int Cover = 0);

/// <summary>Ticks what of the advice the teaser follows, all of it anew (TSR-12).</summary>
sealed record TickStoryRequest(IReadOnlyList<StoryPoint> Points);

/// <summary>Edits a posted teaser (TSR-14).</summary>
/// <param name="Caption">The new caption; left out, it stays.</param>
/// <param name="Cover">The new cover; left out, it stays.</param>
sealed record EditTeaserRequest(string? Caption = null, int? Cover = null);

/// <summary>Tells a posted teaser's figures since it was posted (TSR-20).</summary>
/// <param name="MeasuredAt">Until when.</param>
/// <param name="Views">How often it was watched.</param>
/// <param name="NewViewers">How many watched a video of the account for the first time.</param>
/// <param name="NewFollowers">How many began to follow.</param>
/// <param name="RoomEntries">How many entered the LIVE room from it.</param>
/// <param name="Viewers">How many people watched it, where that is known.</param>
sealed record TeaserFiguresRequest(Moment MeasuredAt, int Views, int NewViewers, int NewFollowers, int RoomEntries, int? Viewers = null);

/// <summary>Tells of a promotional video for a plan (C5, C7).</summary>
/// <param name="Products">The featured products that it links.</param>
/// <param name="PostedAt">When it was posted; left out, now.</param>
sealed record PromotionalVideoRequest(IReadOnlyList<string> Products, Moment? PostedAt = null);

/// <summary>Tells of a teaser that was made and posted elsewhere (C8).</summary>
/// <param name="HasProductLinks">Whether it links products, which it should not.</param>
/// <param name="PostedAt">When it was posted; left out, now.</param>
sealed record OutsideTeaserRequest(bool HasProductLinks, Moment? PostedAt = null);
