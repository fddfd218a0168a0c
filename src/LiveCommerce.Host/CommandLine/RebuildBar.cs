using System.Diagnostics;
using System.Globalization;
using LiveCommerce.Postgres;

namespace LiveCommerce.Host.CommandLine;

/// <summary>A progress bar with rate and time left: one line that changes on a terminal, a line each second elsewhere.</summary>
sealed class RebuildBar(TextWriter output, bool isRedirected) : IProgress<RebuildProgress>
{
    const int Width = 24;
    static readonly TimeSpan BetweenLines = TimeSpan.FromSeconds(1);
    static readonly TimeSpan BetweenDrawings = TimeSpan.FromMilliseconds(100);

    RebuildProgress first = new([], 0, 0);
    long began;
    long drawn;

    public void Report(RebuildProgress value)
    {
        if (!value.Views.Equals(first.Views)) Begin(value);
        else if (value.IsInUse) End(value);
        else if (Stopwatch.GetElapsedTime(drawn) >= (isRedirected ? BetweenLines : BetweenDrawings)) Draw(value);
    }

    /// <summary>One line; the rate is of what was folded since it began or was taken up.</summary>
    internal static string Line(RebuildProgress now, RebuildProgress first, TimeSpan elapsed)
    {
        var share = now.Total == 0 || now.IsInUse ? 1 : Math.Min(1, (double)now.Facts / now.Total);
        var rate = elapsed > TimeSpan.Zero ? (now.Facts - first.Facts) / elapsed.TotalSeconds : 0;
        var time = now.IsInUse ? elapsed.TotalSeconds : Math.Max(0, now.Total - now.Facts) / Math.Max(1, rate);
        var full = (int)(share * Width);
        return string.Create(CultureInfo.InvariantCulture,
            $"[{new string('#', full)}{new string('.', Width - full)}] {share * 100,3:0} %  {now.Facts:N0} of {now.Total:N0} facts, {rate:N0} a second, {time:0.0} s{(now.IsInUse ? "" : " left")}");
    }

    string Start => isRedirected ? "" : "\r\u001b[K";

    void Begin(RebuildProgress value)
    {
        (first, began, drawn) = (value, Stopwatch.GetTimestamp(), Stopwatch.GetTimestamp());
        var before = value.Facts > 0 ? string.Create(CultureInfo.InvariantCulture, $", {value.Facts:N0} of them were folded before an interruption") : "";
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{string.Join(", ", value.Views)}: {value.Total:N0} facts{before}."));
    }

    void End(RebuildProgress value)
    {
        output.WriteLine($"{Start}{Line(value, first, Stopwatch.GetElapsedTime(began))}");
        foreach (var view in value.Views) output.WriteLine($"{view}: the new rows are in use; the old ones are being deleted.");
    }

    void Draw(RebuildProgress value)
    {
        drawn = Stopwatch.GetTimestamp();
        output.Write($"{Start}{Line(value, first, Stopwatch.GetElapsedTime(began))}{(isRedirected ? "\n" : "")}");
    }
}
