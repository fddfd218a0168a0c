using System.Globalization;
using LiveCommerce.Host.Season;
using LiveCommerce.Host.Startup;
using LiveCommerce.Kernel;
using NodaTime;
using NodaTime.Text;

namespace LiveCommerce.Host.CommandLine;

/// <summary><c>season</c>: loads a sample season into whatever database is configured, and says by a digest what is there.</summary>
static class SeasonCommand
{
    public static async Task<int> Run(Terminal terminal, int merchants, long seed, string? around, CancellationToken stop)
    {
        var scale = new SeasonScale(merchants, seed);
        var now = OpenLog.Now();
        if (!scale.IsValid) return terminal.Say(ExitCode.Usage, $"--merchants is from {SeasonScale.Fewest} to {SeasonScale.Most}, and --seed is 0 or more.");
        if (DayOf(around, now) is not { } day) return terminal.Say(ExitCode.Usage, "--day is a day in UTC, today or before, such as 2026-11-21.");
        await using var log = await OpenLog.Open(terminal.Settings, stop);
        var season = log.Season(scale);
        var loaded = await season.Load(day, stop);
        var held = await SeasonDigest.Of(log.Store, scale, stop);
        var start = (await season.DayOf(stop))?.Start ?? day;
        terminal.Output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{scale.Name} around {start.Instant.InUtc().Date:uuuu-MM-dd}: {held.Facts} facts, sha256 {held.Sha256}"));
        terminal.Errors.WriteLine(loaded == 0 ? "The sample season was there already." : $"The sample season was loaded: {loaded} steps.");
        return ExitCode.Done;
    }

    static Moment? DayOf(string? text, Moment now) =>
        text is null ? now
        : LocalDatePattern.Iso.Parse(text) is { Success: true, Value: var day } && Moment.From(day.AtMidnight().InUtc().ToInstant()) is var start && start <= now ? start
        : null;
}
