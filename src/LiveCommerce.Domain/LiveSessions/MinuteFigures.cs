using LiveCommerce.Kernel;

namespace LiveCommerce.LiveSessions;

/// <summary>What was paid for in a minute: gross, with what is returned, refunded or cancelled later (RECAP-04).</summary>
/// <param name="ProductId">The marketplace's id of the product; null for what the source assigns to no product.</param>
/// <param name="Gmv">The amount of one currency.</param>
public sealed record ProductGmv(string? ProductId, Money Gmv);

/// <summary>The figures of one minute of a session; none is negative, and what a source does not tell is null and never 0.</summary>
/// <param name="Minute">Which minute, counted from the session's start: minute 0 begins with it.</param>
/// <param name="Views">How often the room was entered (page views).</param>
/// <param name="Viewers">How many people were in the room: concurrent viewers, as exact as a minute is.</param>
/// <param name="Entries">How many people entered this session for the first time: their sum over the session is its unique viewers.</param>
/// <param name="Interactions">Comments, likes and shares.</param>
/// <param name="NewFollowers">How many began to follow.</param>
/// <param name="CartExposures">How often the cart, its list or a card of it, was shown (page views): the denominator of GPM (C11).</param>
/// <param name="ProductClicks">How often a product was clicked.</param>
/// <param name="Orders">Orders that were paid.</param>
/// <param name="Units">Units in them.</param>
/// <param name="Gmv">What was paid, by product and currency, each pair once.</param>
public sealed record MinuteFigures(
    int Minute,
    int Views,
    int Viewers,
    int? Entries,
    int Interactions,
    int NewFollowers,
    int? CartExposures,
    int ProductClicks,
    int Orders,
    int Units,
    ValueList<ProductGmv> Gmv);
