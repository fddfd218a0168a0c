using System.Text.Json;
using LiveCommerce.Audit;
using LiveCommerce.Host.Http.Audit;
using LiveCommerce.Host.Http.Json;
using LiveCommerce.Host.Http.Problems;
using LiveCommerce.Host.Http.Reading;
using LiveCommerce.Host.Startup;
using LiveCommerce.Kernel;
using LiveCommerce.Store;

namespace LiveCommerce.Host.CommandLine;

/// <summary><c>replay</c> and <c>explain</c>: how a thing stood, fact by fact or at one place of its history, and why.</summary>
static class ReplayCommand
{
    public static Task<int> Replay(Terminal terminal, string id, string? at, string? recorded, bool asJson, CancellationToken stop) =>
        Run(terminal, id, at, recorded, asJson ? PrintJson : at is null && recorded is null ? PrintSteps : PrintStepsAndStanding, stop);

    public static Task<int> Explain(Terminal terminal, string id, string? at, string? recorded, bool asJson, CancellationToken stop) =>
        ReceiptId.TryParse(id, out var command) && at is null && recorded is null && !asJson ? ExplainCommand(terminal, id, command, stop)
        : Run(terminal, id, at, recorded, asJson ? PrintExplanation : PrintLines, stop);

    /// <summary>What became of a command: of a refused one every broken rule, and the way out.</summary>
    static async Task<int> ExplainCommand(Terminal terminal, string id, Guid command, CancellationToken stop)
    {
        await using var log = await OpenLog.Open(terminal.Settings, stop);
        if (await log.Store.FindReceipt(command, stop) is not { } receipt) return terminal.Say(ExitCode.NotFound, $"There is no {id}.");
        foreach (var line in ReceiptWords.Of(receipt)) terminal.Output.WriteLine(line);
        return ExitCode.Done;
    }

    static async Task<int> Run(Terminal terminal, string id, string? at, string? recorded, Action<Terminal, Standing> print, CancellationToken stop)
    {
        if (Audited.Named(id) is not var (thing, stream)) return terminal.Say(ExitCode.Usage, HistoryCommand.NoId(id));
        if (PlaceOf(at, recorded) is not { } asOf)
            return terminal.Say(ExitCode.Usage, "--at is a version (3) or an instant in UTC (2026-11-21T20:00:00Z); --recorded is such an instant, and goes with no version.");
        await using var log = await OpenLog.Open(terminal.Settings, stop);
        var replayed = await new States(log.Store).Ask(reads => thing.Replay(stream, asOf, reads.HistoryOf), stop);
        switch (replayed)
        {
            case Replayed.Found { Standing: var standing }:
                print(terminal, standing);
                return ExitCode.Done;
            case Replayed.Beyond { Last: var last }:
                return terminal.Say(ExitCode.NotFound, $"{id} has no version {at}: its last is {last}.");
            case Replayed.Before { First: var first }:
                return terminal.Say(ExitCode.NotFound, $"{id} had not begun: its first fact took effect {first.Envelope.EffectiveAt} and was recorded {first.RecordedAt}.");
            default:
                return terminal.Say(ExitCode.NotFound, $"There is no {id}.");
        }
    }

    /// <summary>The place that the options name; null where they name none.</summary>
    internal static AsOf? PlaceOf(string? at, string? recorded)
    {
        if (at is not null && AsOfRequest.TryVersion(at, out var version)) return recorded is null ? new AsOf.Version(version) : null;
        Moment? effectiveAt = null, recordedAt = null;
        if (at is not null) effectiveAt = EdgeMomentConverter.TryParse(at, out var moment) ? moment : null;
        if (recorded is not null) recordedAt = EdgeMomentConverter.TryParse(recorded, out var moment) ? moment : null;
        return (effectiveAt is null && at is not null) || (recordedAt is null && recorded is not null) ? null : new AsOf.Instant(OpenLog.Now(), effectiveAt, recordedAt);
    }

    static void PrintSteps(Terminal terminal, Standing standing)
    {
        for (var count = 1; count <= standing.Facts.Count; count++)
        {
            terminal.Output.WriteLine(HistoryLine.Text(standing.Facts[count - 1], standing.Zone));
            terminal.Output.WriteLine($"      -> {standing.Thing.StatusAfter(standing.Facts, count)}");
        }
        terminal.Output.WriteLine($"{Explanation.Of(standing).Status} Version {standing.Last.Version}, position {standing.Last.Position}, digest {standing.Last.Envelope.Digest}.");
    }

    static void PrintStepsAndStanding(Terminal terminal, Standing standing)
    {
        PrintSteps(terminal, standing);
        terminal.Output.WriteLine(Canonical(StandingView.Of(standing).State));
    }

    /// <summary>Canonical, so that the same history gives the same bytes on any machine.</summary>
    static void PrintJson(Terminal terminal, Standing standing) => terminal.Output.WriteLine(Canonical(StandingView.Of(standing)));

    static void PrintExplanation(Terminal terminal, Standing standing) => terminal.Output.WriteLine(Canonical(ExplanationView.Of(standing)));

    static void PrintLines(Terminal terminal, Standing standing)
    {
        foreach (var line in Explanation.Of(standing).Lines) terminal.Output.WriteLine(line);
    }

    static string Canonical<T>(T view) => CanonicalJson.Of(JsonSerializer.SerializeToElement(view, EdgeJson.Options));
}
