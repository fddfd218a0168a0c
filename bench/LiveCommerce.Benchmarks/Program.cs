using System.Globalization;
using LiveCommerce.Benchmarks;

if (args is [HttpServer.Command, var connection, var key]) return await HttpServer.Serve(connection, key);
if (Seconds("--seconds") is { } seconds) Load.Measured = seconds;
if (Seconds("--warm-up") is { } warmUp) Load.WarmUp = warmUp;
if (Number("--events") is { } events) Rebuilds.Events = (int)events;
var only = args.TakeWhile(argument => !argument.StartsWith("--", StringComparison.Ordinal)).ToArray();
await using var server = await Server.Start();
var report = new Report(server);
(string Name, Func<Task<Figure>> Run)[] runs =
[
    ("floor-1", () => Floor.Measure(server, 1)),
    ("floor-8", () => Floor.Measure(server, 8)),
    ("floor-16", () => Floor.Measure(server, 16)),
    ("floor-32", () => Floor.Measure(server, 32)),
    ("floor-64", () => Floor.Measure(server, 64)),
    ("submit-1", () => WritePath.Submit(server, 1)),
    ("submit-32", () => WritePath.Submit(server, 32)),
    ("submit-256", () => WritePath.Submit(server, 256)),
    ("hot-32", () => WritePath.SubmitHot(server, 32)),
    ("hot-256", () => WritePath.SubmitHot(server, 256)),
    ("two-256", () => WritePath.SubmitOnTwoHosts(server, 256)),
    ("approve-1", () => WritePath.Approve(server, 1)),
    ("approve-32", () => WritePath.Approve(server, 32)),
    ("approve-256", () => WritePath.Approve(server, 256)),
    ("http-64", () => HttpSubmissions.Measure(server, 64)),
    ("readiness-1", () => PlanReadiness.Measure(server, 1, false)),
    ("readiness-8", () => PlanReadiness.Measure(server, 8, false)),
    ("readiness-past-1", () => PlanReadiness.Measure(server, 1, true)),
    ("append-256", () => AppendLoop.Run(server, 256)),
    ("slow-32", () => server.WithSlowCommits(() => WritePath.Submit(server, 32))),
    ("slow-256", () => server.WithSlowCommits(() => WritePath.Submit(server, 256))),
];
foreach (var (name, run) in runs.Where(run => only.Length == 0 || only.Any(asked => run.Name.StartsWith(asked, StringComparison.Ordinal)))) report.Add(name, await run());
if (Asked("fold")) report.Add([await Folds.Measure()]);
if (Asked("replay") || Asked("lists"))
{
    var (few, many) = (10_000, (int)(Number("--registrations") ?? 1_000_000));
    var log = await RegisteredLog.Fill(server, many);
    if (Asked("replay")) report.Add(await LogReplay.Measure(log, Math.Min(many, 1_000_000)));
    if (Asked("lists")) report.Add(await RecordLists.Measure(await RegisteredLog.Fill(server, few), few));
    if (Asked("lists")) report.Add(await RecordLists.Measure(log, many));
}
if (Asked("rebuild")) report.Add(await Rebuilds.Measure(server));
if (Asked("rebuild-under-load")) report.Add(await RebuildUnderLoad.Measure(server));
if (Asked("plans")) report.AddLists(await PlanLists.Measure(server));
if (Asked("notifications")) report.AddReminders(await Reminders.Measure(server, (int)(Number("--subscribers") ?? 100_000)));
if (Asked("sessions")) await Sessions();
if (Asked("teasers")) report.AddRenders(await TeaserRenders.Measure(server));
Console.WriteLine(report.Verdicts);
if (Environment.GetEnvironmentVariable("LIVECOMMERCE_BENCHMARKS") is { Length: > 0 } page) await File.WriteAllTextAsync(page, await report.ToPage());
return 0;

bool Asked(string name) => only.Length == 0 || only.Contains(name);

async Task Sessions()
{
    var (sessions, products, others) = ((int)(Number("--sessions") ?? 1_000), (int)(Number("--products") ?? 150), (int)(Number("--others") ?? 100_000));
    report.AddFigures(await FiguresFloor.Measure(server, 32, products), await SessionIngest.ByTheMinute(server, products), await SessionIngest.ByTheHour(server, sessions, products));
    report.AddRecaps(await SessionRecaps.Measure(server, others, products));
}

TimeSpan? Seconds(string option) => Number(option) is { } number ? TimeSpan.FromSeconds(number) : null;

double? Number(string option) => Array.IndexOf(args, option) is >= 0 and var at ? double.Parse(args[at + 1], CultureInfo.InvariantCulture) : null;
