using LiveCommerce.Benchmarks;

if (args is [HttpServer.Command, var connection, var key]) return await HttpServer.Serve(connection, key);
await using var server = await Server.Start();
var only = args.FirstOrDefault();
var runs = new List<(string Name, Func<Task<Figure>> Run)>
{
    ("floor-1", () => Floor.Measure(server, 1)),
    ("floor-8", () => Floor.Measure(server, 8)),
    ("floor-16", () => Floor.Measure(server, 16)),
    ("floor-32", () => Floor.Measure(server, 32)),
    ("floor-64", () => Floor.Measure(server, 64)),
    ("submit-1", () => WritePath.Submit(server, 1)),
    ("submit-32", () => WritePath.Submit(server, 32)),
    ("submit-256", () => WritePath.Submit(server, 256)),
    ("hot-256", () => WritePath.SubmitHot(server, 256)),
    ("two-256", () => WritePath.SubmitOnTwoHosts(server, 256)),
    ("approve-256", () => WritePath.Approve(server, 256)),
    ("http-64", () => HttpSubmissions.Measure(server, 64)),
    ("append-32", () => AppendLoop.Run(server, 32)),
    ("append-128", () => AppendLoop.Run(server, 128)),
    ("append-256", () => AppendLoop.Run(server, 256)),
};
foreach (var (name, run) in runs.Where(run => only is null || run.Name.StartsWith(only, StringComparison.Ordinal)))
{
    var figure = await run();
    Console.WriteLine($"{figure.Name,-32} {figure.Callers,4} callers {figure.PerSecond,9:N0}/s  p50 {figure.P50,7:N2} ms  p99 {figure.P99,7:N2} ms  {figure.Note}");
}
return 0;
