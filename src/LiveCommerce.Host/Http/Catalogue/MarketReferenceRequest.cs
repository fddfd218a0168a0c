using System.Globalization;
using LiveCommerce.Host.Http.Problems;
using LiveCommerce.Host.Http.Requests;
using LiveCommerce.Kernel;
using LiveCommerce.LivePlans;

namespace LiveCommerce.Host.Http.Catalogue;

/// <summary>The market's reference data, all of it anew; a file for <c>market load</c> has the same form.</summary>
/// <param name="RushHours">At most 24 stretches of every day, on each shop's clock.</param>
/// <param name="Competitors">At most 500 known LIVEs of competitors.</param>
sealed record MarketReferenceRequest(IReadOnlyList<RushHoursView> RushHours, IReadOnlyList<CompetitorLiveView> Competitors)
{
    const int Most = 1_000; // more than reference data takes, so that the domain says so

    internal LoadMarketReference ToCommand() => new(
        MarketReferenceData.Id,
        TextRules.Items(RushHours, "rushHours", rush => new RushHours(DayTime.Minutes(rush.From, "rushHours.from"), DayTime.Minutes(rush.To, "rushHours.to")), Most).ToValueList(),
        TextRules.Items(Competitors, "competitors", live => new CompetitorLive(TextRules.Optional(live.Key, "competitors.key", TextLimits.Name), new(live.Start, live.End)), Most).ToValueList());
}

/// <summary>Minutes of a day as hours and minutes, from 00:00 to 24:00.</summary>
static class DayTime
{
    const int MinutesOfHour = 60, MinutesOfDay = 1440;

    internal static string Text(int minutes) => string.Create(CultureInfo.InvariantCulture, $"{minutes / MinutesOfHour:00}:{minutes % MinutesOfHour:00}");

    internal static int Minutes(string text, string field) =>
        text is [_, _, ':', _, _] && int.TryParse(text[..2], NumberStyles.None, CultureInfo.InvariantCulture, out var hours) && int.TryParse(text[3..], NumberStyles.None, CultureInfo.InvariantCulture, out var minutes)
            && minutes < MinutesOfHour && (hours * MinutesOfHour) + minutes <= MinutesOfDay
            ? (hours * MinutesOfHour) + minutes
            : throw new RequestRefusedException(DoorProblems.Malformed, field);
}
