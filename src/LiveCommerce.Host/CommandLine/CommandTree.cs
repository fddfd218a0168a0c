using System.CommandLine;
using LiveCommerce.Host.Season;
using LiveCommerce.Host.Startup;

namespace LiveCommerce.Host.CommandLine;

/// <summary>The program's commands.</summary>
/// <param name="read">Reads the settings: the data folder and the address that the command line names go first.</param>
sealed class CommandTree(Func<string?, string?, IConfiguration> read)
{
    static readonly Option<string?> Data = new("--data")
    {
        Description = "Folder of the private database and the development key, where no database is named.",
        Recursive = true,
    };

    static readonly Option<string?> Urls = new("--urls") { Description = "Where to listen; on loopback, port 5080 or the next free one, when left out." };

    static readonly Option<string?> View = new("--view") { Description = "One read model; all of them, when left out." };

    static readonly Argument<string> Id = new("id") { Description = $"A registration, campaign, merchant, account or quota: {HistoryCommand.Forms}" };

    static readonly Argument<string> Explained = new("id") { Description = $"{HistoryCommand.Forms}, or a command's receipt, cmd_..." };

    static readonly Option<bool> Json = new("--json") { Description = "JSON, one object on a line." };

    static readonly Option<string?> At = new("--at") { Description = "A version, or an instant of effect in UTC (2026-11-21T20:00:00Z); now, when left out." };

    static readonly Option<string?> Recorded = new("--recorded") { Description = "As known then: only what the log held at this instant." };

    static readonly Option<int> Merchants = new("--merchants") { Description = "How many shops; half as many creators come with them.", DefaultValueFactory = static _ => SeasonScale.Usual.Merchants };

    static readonly Option<long> Seed = new("--seed") { Description = "Which season of that size: the same size, seed and day give the same facts.", DefaultValueFactory = static _ => SeasonScale.Usual.Seed };

    static readonly Option<string?> Day = new("--day") { Description = "The UTC day around which it happens (2026-11-21); today, when left out." };

    static readonly Option<string> Campaign = new("--campaign") { Description = "The campaign: cmp_...", Required = true };

    static readonly Option<string> Format = new("--format") { Description = "jsonl (header, facts, trailer) or csv (and a manifest beside it).", DefaultValueFactory = static _ => "jsonl" };

    static readonly Option<string?> From = new("--from") { Description = "Facts that took effect at or after this instant in UTC (2026-11-21T20:00:00Z)." };

    static readonly Option<string?> To = new("--to") { Description = "Facts that took effect before this instant." };

    static readonly Argument<string> CsvFile = new("file") { Description = "CSV in UTF-8: product_id, status, stock, price, currency; with --tools tool_id, kind, status, products; and seen_at, if they differ." };

    static readonly Option<string> Merchant = new("--merchant") { Description = "Whose catalogue: mer_...", Required = true };

    static readonly Option<bool> Tools = new("--tools") { Description = "The file holds promotion tools." };

    static readonly Argument<string> JsonFile = new("file") { Description = "JSON in the form of PUT /v1/market/reference: rushHours and competitors." };

    static readonly Option<string?> Output = new("--output") { Description = "A new file; standard output, when left out." };

    static readonly Argument<string> Imported = new("file") { Description = "The document, as JSON." };

    static readonly Option<string> Shop = new("--merchant") { Description = "Whose it is: mer_...", Required = true };

    static readonly Option<string?> Session = new("--session") { Description = "The session that minutes or products are of: liv_..." };

    static readonly Option<bool> DryRun = new("--dry-run") { Description = "Tries it and records nothing." };

    public RootCommand Create()
    {
        var root = new RootCommand("LiveCommerce: LIVE campaigns, their registrations and their history. Without a command it serves.")
        {
            Data, Urls,
            Command("serve", "Serves the HTTP API.", Serve, Urls),
            Command("migrate", "Brings the database's schema up to date.", static (_, terminal, stop) => MigrateCommand.Run(terminal, stop)),
            Command("rebuild", "Builds the read models anew from the log while hosts go on; an interrupted rebuild is taken up where it was.",
                static (parsed, terminal, stop) => RebuildCommand.Run(terminal, parsed.GetValue(View), stop), View),
            Command("history", "Prints the history of one thing, an event to a line.",
                static (parsed, terminal, stop) => HistoryCommand.Run(terminal, parsed.GetRequiredValue(Id), parsed.GetValue(Json), stop), Id, Json),
            Command("replay", "Prints how one thing came to stand as it did, fact by fact, up to a version or an instant.",
                static (parsed, terminal, stop) => ReplayCommand.Replay(terminal, parsed.GetRequiredValue(Id), parsed.GetValue(At), parsed.GetValue(Recorded), parsed.GetValue(Json), stop), Id, At, Recorded, Json),
            Command("explain", "Says in plain words why one thing has its status: who, when, why and by which rule.",
                static (parsed, terminal, stop) => ReplayCommand.Explain(terminal, parsed.GetRequiredValue(Explained), parsed.GetValue(At), parsed.GetValue(Recorded), parsed.GetValue(Json), stop), Explained, At, Recorded, Json),
            new Command("verify", "Proves things from the whole log.")
            {
                Command("cap", "Shows that no party ever had more than 100 registrations in a campaign, at any prefix of the log.", static (_, terminal, stop) => VerifyCapCommand.Run(terminal, stop)),
            },
            Command("export", "Writes the histories of a campaign's registrations, up to one position of the log.",
                static (parsed, terminal, stop) => ExportCommand.Run(
                    terminal, parsed.GetRequiredValue(Campaign), parsed.GetRequiredValue(Format), parsed.GetValue(From), parsed.GetValue(To), parsed.GetValue(Output), stop),
                Campaign, Format, From, To, Output),
            new Command("catalogue", "What shops sell and promote.")
            {
                Command("import", "Takes a CSV file of products or promotion tools into a shop's catalogue: all of it or, where a row is broken, nothing.",
                    static (parsed, terminal, stop) => CatalogueCommand.Import(terminal, parsed.GetRequiredValue(CsvFile), parsed.GetRequiredValue(Merchant), parsed.GetValue(Tools), stop), CsvFile, Merchant, Tools),
            },
            new Command("market", "What is known of the market.")
            {
                Command("load", "Loads rush hours and LIVEs of competitors, all of them anew; each load stays in the history.",
                    static (parsed, terminal, stop) => MarketCommand.Load(terminal, parsed.GetRequiredValue(JsonFile), stop), JsonFile),
            },
            Command("import", "Imports a document of TikTok Shop's analytics API: a list of sessions, or with --session its minutes or products. The same document counts once.",
                static (parsed, terminal, stop) => ImportCommand.Run(
                    terminal, parsed.GetRequiredValue(Imported), parsed.GetRequiredValue(Shop), parsed.GetValue(Session), parsed.GetValue(DryRun), stop), Imported, Shop, Session, DryRun),
            Command("season", "Loads a sample season, unless it is there, and prints the digest of its facts.",
                static (parsed, terminal, stop) => SeasonCommand.Run(terminal, parsed.GetValue(Merchants), parsed.GetValue(Seed), parsed.GetValue(Day), stop), Merchants, Seed, Day),
        };
        root.SetAction((parsed, stop) => Run(parsed, Serve, stop));
        return root;
    }

    static Task<int> Serve(ParseResult parsed, Terminal terminal, CancellationToken stop) => ServeCommand.Run(terminal, stop);

    Command Command(string name, string description, Func<ParseResult, Terminal, CancellationToken, Task<int>> run, params Symbol[] symbols)
    {
        var command = new Command(name, description);
        foreach (var symbol in symbols)
        {
            if (symbol is Argument argument) command.Add(argument);
            if (symbol is Option option) command.Add(option);
        }
        command.SetAction((parsed, stop) => Run(parsed, run, stop));
        return command;
    }

    Task<int> Run(ParseResult parsed, Func<ParseResult, Terminal, CancellationToken, Task<int>> run, CancellationToken stop) =>
        run(parsed, new(read(parsed.GetValue(Data), parsed.GetValue(Urls)), parsed.InvocationConfiguration.Output, parsed.InvocationConfiguration.Error), stop);
}
