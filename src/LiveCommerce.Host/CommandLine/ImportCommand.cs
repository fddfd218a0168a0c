using System.Text.Json;
using LiveCommerce.Host.Http.Json;
using LiveCommerce.Host.Http.LiveSessions;
using LiveCommerce.Host.Http.Problems;
using LiveCommerce.Host.Import;
using LiveCommerce.Host.Startup;
using LiveCommerce.Kernel;
using LiveCommerce.LiveSessions;
using LiveCommerce.Postgres.LiveSessions;
using LiveCommerce.Postgres.Sellers;
using LiveCommerce.Store;

namespace LiveCommerce.Host.CommandLine;

/// <summary><c>import</c>: a document of TikTok Shop's analytics API, through the same code as the API's door. The same file imported again is already so.</summary>
static class ImportCommand
{
    static readonly JsonSerializerOptions Indented = new(EdgeJson.Options) { WriteIndented = true };

    public static async Task<int> Run(Terminal terminal, string file, string merchant, string? session, bool dryRun, CancellationToken stop)
    {
        if (!TypeId.TryParse<MerchantId>(merchant, out var shop)) return terminal.Say(ExitCode.Usage, $"'{merchant}' is no merchant's id: {MerchantId.Prefix}_...");
        LiveSessionId? named = null;
        if (session is not null) named = TypeId.TryParse<LiveSessionId>(session, out var id) ? id : null;
        if (session is not null && named is null) return terminal.Say(ExitCode.Usage, $"'{session}' is no session's id: {LiveSessionId.Prefix}_...");
        if (!File.Exists(file)) return terminal.Say(ExitCode.NotFound, $"There is no file {file}.");
        if (new FileInfo(file).Length > AskedDocument.Largest) return terminal.Say(ExitCode.Usage, DoorProblems.TooLarge.Message);
        var bytes = await File.ReadAllBytesAsync(file, stop);
        await using var log = await OpenLog.Open(terminal.Settings, stop);
        await using var pipeline = new CommandPipeline(LiveCommerceModel.Default, log.Store, OpenLog.Now);
        var sessions = new SessionQueries(log.Connections);
        var import = new SessionImport(pipeline, new AccountQueries(log.Connections), sessions);
        var request = new ImportRequest(Operator.Actor, $"import/{Guid.NewGuid():N}", AskedDocument.DigestOf(bytes), dryRun, Party.Of(shop));
        try
        {
            var document = LiveDocument.Read(bytes);
            if (named is null) return Tell(terminal, await import.Run(document, shop, request, OpenLog.Now(), stop));
            return await sessions.Row(named.Value, stop) is { } row && row.Begin.Party == Party.Of(shop) ? Tell(terminal, await import.Run(document, row, request)) : terminal.Say(ExitCode.NotFound, $"The shop has no {session}.");
        }
        catch (RequestRefusedException refused)
        {
            return Tell(terminal, new(null, Problem.Of(refused.Kind, refused.Field)));
        }
    }

    static int Tell(Terminal terminal, Imported imported)
    {
        if (imported.Answer is { } answer) terminal.Output.WriteLine(JsonSerializer.Serialize(answer, Indented));
        foreach (var error in imported.Problem?.Errors ?? []) terminal.Errors.WriteLine($"{error.Code}{(error.Field is { } field ? $" ({field})" : "")}: {error.Message} {error.Fix}");
        return imported.Problem is null ? ExitCode.Done : ExitCode.Usage;
    }
}
