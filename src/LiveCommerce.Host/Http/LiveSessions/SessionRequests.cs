using LiveCommerce.Host.Http.Requests;
using LiveCommerce.Kernel;
using LiveCommerce.LiveSessions;

namespace LiveCommerce.Host.Http.LiveSessions;

/// <summary>Starts a LIVE session, with a plan or without one (PLAN-17).</summary>
/// <param name="Account">The account it runs on.</param>
/// <param name="Plan">The plan it keeps; the plan itself says when that was to start.</param>
/// <param name="StartedAt">When it started, where that is not now.</param>
sealed record StartSessionRequest(AccountId Account, LivePlanId? Plan = null, Moment? StartedAt = null);

/// <summary>Ends a LIVE session.</summary>
/// <param name="EndedAt">The first moment after it, where that is not now.</param>
sealed record EndSessionRequest(Moment? EndedAt = null);

/// <summary>Tells minutes of a session; each counts once however often it is sent, and other figures of a known minute restate it.</summary>
/// <param name="Minutes">1 to 60 minutes, in any order; taken all or none.</param>
/// <param name="Source">Who tells: the live feed, where nothing is said.</param>
sealed record TellFiguresRequest(IReadOnlyList<MinuteRequest> Minutes, FigureSource Source = FigureSource.LiveFeed)
{
    const int MostRead = 1_440;

    internal ValueList<MinuteFigures> ToMinutes()
    {
        var number = 0;
        return TextRules.Items(Minutes, "minutes", minute => minute.ToFigures($"minutes[{number++}]"), MostRead).ToValueList();
    }
}

/// <summary>The figures of one minute.</summary>
/// <param name="Minute">Which one, counted from the session's start: 0 begins with it.</param>
/// <param name="Views">How often the room was entered.</param>
/// <param name="Viewers">How many people were in the room.</param>
/// <param name="Interactions">Comments, likes and shares.</param>
/// <param name="NewFollowers">How many began to follow.</param>
/// <param name="ProductClicks">How often a product was clicked.</param>
/// <param name="Orders">Orders that were paid.</param>
/// <param name="Units">Units in them.</param>
/// <param name="Gmv">What was paid, by product and currency; at most 150 amounts.</param>
/// <param name="Entries">How many people came in for the first time; left out where it is not known.</param>
/// <param name="CartExposures">How often the cart was shown; left out where it is not known.</param>
sealed record MinuteRequest(
    int Minute, int Views, int Viewers, int Interactions, int NewFollowers, int ProductClicks, int Orders, int Units,
    IReadOnlyList<ProductGmvRequest> Gmv, int? Entries = null, int? CartExposures = null)
{
    const int MostRead = 10_000;

    // the domain says what is wrong with an id or an amount, and which rule that breaks
    internal MinuteFigures ToFigures(string field) => new(
        Minute, Views, Viewers, Entries, Interactions, NewFollowers, CartExposures, ProductClicks, Orders, Units,
        TextRules.Items(Gmv, $"{field}.gmv", line => new ProductGmv(line.ProductId, line.Gmv), MostRead).ToValueList());
}

/// <summary>What was paid for a product in one currency.</summary>
/// <param name="Gmv">The amount, a decimal number as text such as <c>12.90</c>, with its ISO 4217 code.</param>
/// <param name="ProductId">The marketplace's id; left out for what belongs to no product.</param>
sealed record ProductGmvRequest(Money Gmv, string? ProductId = null);
