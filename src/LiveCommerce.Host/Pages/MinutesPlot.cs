using LiveCommerce.Kernel;
using LiveCommerce.LiveSessions;
using LiveCommerce.Performance;

namespace LiveCommerce.Host.Pages;

/// <summary>The people in the room and the orders of each minute, to one scale each.</summary>
/// <param name="Viewers">The points of the line.</param>
/// <param name="Orders">A bar for each minute in which something was ordered: its place and its height.</param>
/// <param name="Last">The last minute that is known.</param>
/// <param name="Summary">The same in words.</param>
sealed record MinutesPlot(string Viewers, IReadOnlyList<(int X, int Height)> Orders, int Last, string Summary)
{
    internal const int Width = 560, Top = 20, Bottom = 140;

    const int HighestBar = 40;

    internal static MinutesPlot Of(SessionFigures session)
    {
        var minutes = session.Minutes.Select(minute => minute.Figures).ToArray();
        if (minutes is not [.., { Minute: var last }]) return new("", [], 0, "No minute was told yet.");
        var (viewers, orders) = (Math.Max(1, minutes.Max(minute => minute.Viewers)), Math.Max(1, minutes.Max(minute => minute.Orders)));
        var peak = minutes.First(minute => minute.Viewers == minutes.Max(one => one.Viewers));
        return new(
            string.Join(' ', minutes.Select(minute => $"{Numeral.Of(Place(minute))},{Numeral.Of(Bottom - Part(minute.Viewers, viewers, Bottom - Top))}")),
            [.. minutes.Where(minute => minute.Orders > 0).Select(minute => (Place(minute), Math.Max(2, Part(minute.Orders, orders, HighestBar))))],
            last,
            $"{Numeral.Of(minutes.Length)} minutes are known. Most people, {Numeral.Of(peak.Viewers)}, were in the room in minute {Numeral.Of(peak.Minute)}; {Numeral.Of(minutes.Sum(minute => (long)minute.Orders))} orders were paid.");

        int Place(MinuteFigures minute) => Part(minute.Minute, Math.Max(1, last), Width);
    }

    static int Part(int of, int most, int length) => (int)((long)of * length / most);
}
