using LiveCommerce.Kernel;
using LiveCommerce.Teasers;

namespace LiveCommerce.Host.Pages;

/// <summary>What <c>/teasers</c> shows.</summary>
/// <param name="Merchant">Whose teasers.</param>
/// <param name="Shop">The shop's name.</param>
/// <param name="Zone">The shop's zone.</param>
/// <param name="Plan">Of which plan alone, where one was asked for.</param>
/// <param name="AreDeleted">Whether those are listed that were deleted.</param>
/// <param name="Performance">What those brought that were posted in the last 7 days.</param>
/// <param name="Teasers">A page of the list.</param>
/// <param name="Next">The cursor of the next page.</param>
public sealed record TeasersModel(
    PageSetup Setup, Actor Actor, MerchantId Merchant, string Shop, ZoneId Zone, LivePlanId? Plan, bool AreDeleted, TeaserPerformance Performance, IReadOnlyList<TeaserRecord> Teasers, string? Next)
{
    internal string Tab(bool deleted) => $"/teasers?merchant={Merchant}{(Plan is { } plan ? $"&plan={plan}" : "")}{(deleted ? "&tab=deleted" : "")}";

    internal string Further => $"{Tab(AreDeleted)}&cursor={Next}";

    internal static string SourceOf(TeaserSource source) => source == TeaserSource.LiveHighlight ? "LIVE highlight" : "Uploaded video";

    /// <summary>Views with how fresh they are (TSR-21).</summary>
    internal string Views => Performance.Views is { } views ? $"{views}, {$"{Performance.Freshness}".ToLowerInvariant()}" : "not measured yet";

    internal string Rate => RateOf(Performance.EnterRoomRate);

    internal static string RateOf(EnterRoomRate? rate) => rate is { Rate: { } share } ? $"{share} ({rate.Entries} of {rate.Exposures} {$"{rate.Basis}".ToLowerInvariant()})" : "not measured yet";
}
