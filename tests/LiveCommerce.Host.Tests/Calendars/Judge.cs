using System.Diagnostics;
using System.Text.Json;

namespace LiveCommerce.Tests.Calendars;

/// <summary>What an independent parser (ical.js, from npm) reads in a calendar.</summary>
sealed record Judged(string Name, IReadOnlyList<string> Zones, IReadOnlyList<JudgedEvent> Events)
{
    /// <summary>The entry whose summary begins so.</summary>
    internal JudgedEvent this[string summary] => Events.Single(entry => entry.Summary.StartsWith(summary, StringComparison.Ordinal));

    internal static async Task<Judged> Of(string calendar)
    {
        var folder = Repository.Find("tests/LiveCommerce.Host.Tests/Calendars");
        Directory.Exists(Path.Combine(folder, "node_modules")).ShouldBeTrue("There is no ical.js here: build/setup --tests, which ./test calls, brings it with npm.");
        using var node = Process.Start(new ProcessStartInfo("node", ["judge.js"]) { WorkingDirectory = folder, RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true })
            ?? throw new InvalidOperationException("node did not start.");
        var (told, trouble) = (node.StandardOutput.ReadToEndAsync(), node.StandardError.ReadToEndAsync());
        await node.StandardInput.WriteAsync(calendar);
        node.StandardInput.Close();
        await node.WaitForExitAsync();
        node.ExitCode.ShouldBe(0, await trouble);
        return JsonSerializer.Deserialize<Judged>(await told, JsonSerializerOptions.Web).ShouldNotBeNull();
    }
}

/// <summary>An entry as the parser understood it.</summary>
sealed record JudgedEvent(string Uid, int Sequence, string Summary, string Description, string Status, string Stamp, string Start, string End, string Local, string Zone);
