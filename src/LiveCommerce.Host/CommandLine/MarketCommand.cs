using System.Text.Json;
using LiveCommerce.Host.Http.Catalogue;
using LiveCommerce.Host.Http.Json;
using LiveCommerce.Host.Http.Problems;
using LiveCommerce.Host.Startup;
using LiveCommerce.LivePlans;
using LiveCommerce.Store;

namespace LiveCommerce.Host.CommandLine;

/// <summary><c>market load</c>: reference data of the market from a JSON file, in the form of the route's body.</summary>
static class MarketCommand
{
    const int MostBytes = 1024 * 1024;

    public static async Task<int> Load(Terminal terminal, string path, CancellationToken stop)
    {
        if (!File.Exists(path)) return terminal.Say(ExitCode.CannotStart, $"There is no file {path}.");
        if (new FileInfo(path).Length > MostBytes) return terminal.Say(ExitCode.Refused, $"{path} has more than 1 MiB.");
        if (await Read(terminal, path, stop) is not { } command) return ExitCode.Refused;
        await using var log = await OpenLog.Open(terminal.Settings, stop);
        await using var pipeline = new CommandPipeline(LiveCommerceModel.Default, log.Store, OpenLog.Now);
        var result = await pipeline.Send(new(command, Operator.Actor, $"command-line/{Guid.NewGuid():N}"));
        if (result.Receipt is not { } receipt) return terminal.Say(ExitCode.CannotStart, $"It was not loaded: {result.Status}.");
        foreach (var refusal in receipt.Refusals) terminal.Errors.WriteLine(Operator.Line(refusal));
        if (receipt.Refusals.Count > 0) return terminal.Say(ExitCode.Refused, $"Nothing was loaded from {path}.");
        terminal.Output.WriteLine($"{(receipt.Recorded ? "loaded" : "nothing new")}: {command.RushHours.Count} rush hours, {command.Competitors.Count} LIVEs of competitors");
        return ExitCode.Done;
    }

    static async Task<LoadMarketReference?> Read(Terminal terminal, string path, CancellationToken stop)
    {
        try
        {
            await using var file = File.OpenRead(path);
            if (await JsonSerializer.DeserializeAsync<MarketReferenceRequest>(file, EdgeJson.Options, stop) is { } read) return read.ToCommand();
            terminal.Say(ExitCode.Refused, $"{path} holds nothing.");
        }
        catch (JsonException exception)
        {
            terminal.Say(ExitCode.Refused, $"{path} is no reference data, at {exception.Path ?? "its beginning"}, line {exception.LineNumber + 1}.");
        }
        catch (RequestRefusedException refused)
        {
            terminal.Say(ExitCode.Refused, $"{path} is no reference data, at {refused.Field}.");
        }
        return null;
    }
}
