using LiveCommerce.Kernel;

namespace LiveCommerce.Teasers;

/// <summary>A shop put footage, which was probed; its bytes lie beside the log.</summary>
/// <param name="Footage">Which one.</param>
/// <param name="Merchant">Whose it is, and who alone may cut teasers of it.</param>
/// <param name="Video">What it is.</param>
/// <param name="Of">The stretch of a LIVE session that it records; null for a video that was made offline.</param>
/// <param name="KeptUntil">When its bytes are deleted, unless it is put again or used before.</param>
public sealed record FootagePut(FootageId Footage, MerchantId Merchant, VideoFacts Video, RecordedStretch? Of, Moment KeptUntil) : IEvent;

/// <summary>The same bytes were put again.</summary>
/// <param name="KeptUntil">When they are deleted, unless they are put again or used before.</param>
public sealed record FootagePutAgain(Moment KeptUntil) : IEvent;

/// <summary>A teaser is cut of the footage, which is kept longer for that.</summary>
/// <param name="Teaser">The teaser.</param>
/// <param name="KeptUntil">When the bytes are deleted, unless they are put again or used before.</param>
public sealed record FootageUsed(TeaserId Teaser, Moment KeptUntil) : IEvent;

/// <summary>The footage was not put again nor used for its term, and its bytes were deleted.</summary>
public sealed record FootageDeleted : IEvent;

/// <summary>Footage lies ready for a shop: a fact of the shop's footage, recorded with the footage's own.</summary>
/// <param name="Merchant">The shop.</param>
/// <param name="Footage">The footage.</param>
public sealed record FootageJoinedShop(MerchantId Merchant, FootageId Footage) : IEvent;

/// <summary>Footage was deleted: a fact of the shop's footage, recorded with the footage's own.</summary>
/// <param name="Merchant">The shop.</param>
/// <param name="Footage">The footage.</param>
public sealed record FootageLeftShop(MerchantId Merchant, FootageId Footage) : IEvent;
