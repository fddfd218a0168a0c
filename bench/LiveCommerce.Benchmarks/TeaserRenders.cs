using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using LiveCommerce.Host.Media;
using LiveCommerce.Kernel;
using LiveCommerce.Teasers;

namespace LiveCommerce.Benchmarks;

/// <summary>How long a teaser of 40 seconds takes to render, and what requests for lists notice of two renders beside them.</summary>
static class TeaserRenders
{
    const int Seconds = 40, Beside = 2;

    internal static async Task<IReadOnlyList<Figure>> Measure(Server server)
    {
        if (MediaTools.Find() is not { } tools) throw new InvalidOperationException(MediaTools.Missing);
        var root = Directory.CreateTempSubdirectory("lc-renders-").FullName;
        try
        {
            var (folder, footage) = (new MediaFolder(root), new FootageId(Guid.CreateVersion7()));
            await Shoot(tools, folder.Footage(footage), root);
            var renderer = new TeaserRenderer(tools, folder, new(root));
            var figures = new List<Figure> { await Alone(renderer, folder, footage) };
            foreach (var callers in (int[])[1, 8])
            {
                figures.Add(await Lists(server, "list of teasers over HTTP, idle beside", callers));
                figures.Add(await Disturbed(server, renderer, folder, footage, callers));
            }
            return figures;
        }
        finally
        {
            Directory.Delete(root, recursive: true);
        }
    }

    static async Task<Figure> Alone(TeaserRenderer renderer, MediaFolder folder, FootageId footage)
    {
        var watch = Stopwatch.StartNew();
        var video = await Render(renderer, folder, footage, CancellationToken.None);
        var took = watch.Elapsed;
        return new(string.Create(CultureInfo.InvariantCulture, $"render a teaser of {Seconds} s, with sticker"), 1, 1 / took.TotalSeconds, took.TotalMilliseconds, took.TotalMilliseconds)
        {
            Note = string.Create(CultureInfo.InvariantCulture, $"{video.Width} x {video.Height}, {video.Bytes / 1024} KiB; one run"),
        };
    }

    static async Task<Figure> Disturbed(Server server, TeaserRenderer renderer, MediaFolder folder, FootageId footage, int callers)
    {
        using var stopping = new CancellationTokenSource();
        var renders = Enumerable.Range(0, Beside).Select(_ => Task.Run(async () =>
        {
            while (!stopping.IsCancellationRequested) await Render(renderer, folder, footage, stopping.Token);
        })).ToArray();
        var figure = await Lists(server, "list of teasers over HTTP, two renders beside", callers);
        await stopping.CancelAsync();
        await Task.WhenAll(renders).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        return figure;
    }

    static async Task<Figure> Lists(Server server, string name, int callers)
    {
        var connection = await server.Database();
        await using (var host = new Host(connection)) await Scene.Prepare(host.Pipeline);
        var key = RandomNumberGenerator.GetBytes(32);
        using var serving = await HttpServer.Start(connection, key);
        using var http = new HttpClient(new SocketsHttpHandler { MaxConnectionsPerServer = callers }) { BaseAddress = serving.Url, DefaultRequestVersion = HttpVersion.Version11 };
        http.DefaultRequestHeaders.Authorization = Tokens.Of(Scene.Seller(0), key);
        return await Load.Run(name, callers, async _ =>
        {
            using var answer = await http.GetAsync(new Uri("/v1/teasers", UriKind.Relative));
            answer.EnsureSuccessStatusCode();
        });
    }

    static async Task<RenderedVideo> Render(TeaserRenderer renderer, MediaFolder folder, FootageId footage, CancellationToken cancellation)
    {
        TeaserContent content = new(new(new(Guid.CreateVersion7()), new(Guid.CreateVersion7()), ZoneId.Parse("Etc/UTC"), new(footage, null, 5_000, Seconds * 1_000)))
        {
            Plan = new(new(Guid.CreateVersion7()), new(Moment.Parse("2026-11-28T20:00:00Z"), ZoneId.Parse("Etc/UTC"))),
        };
        var made = await renderer.Render(content, cancellation);
        folder.Keep(content.Begin.Teaser, null);
        return made.Video ?? throw new InvalidOperationException($"{made.Failure}: {made.Complaint}");
    }

    static async Task Shoot(MediaTools tools, string file, string folder)
    {
        var run = await ToolRun.Start(
            [tools.Ffmpeg, "-nostdin", "-v", "error", "-y", "-f", "lavfi", "-i", "testsrc2=s=720x1280:r=30:d=50", "-f", "lavfi", "-i", "sine=f=330:d=50", "-c:v", "libx264", "-preset", "ultrafast", "-c:a", "aac", "-f", "mp4", file],
            folder, TimeSpan.FromMinutes(5), CancellationToken.None);
        if (!run.IsGood) throw new InvalidOperationException(run.Complaint);
    }
}
