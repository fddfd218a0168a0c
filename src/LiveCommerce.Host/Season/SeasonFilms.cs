using LiveCommerce.Host.Media;
using LiveCommerce.Kernel;

namespace LiveCommerce.Host.Season;

/// <summary>The season's footage, which ffmpeg generates: nobody shot it, and nothing of it is committed. Each film is made once and is gone in the end.</summary>
sealed class SeasonFilms(Studio studio, MediaTools tools) : IDisposable
{
    const int Whole = 50_000;
    static readonly TimeSpan longest = TimeSpan.FromMinutes(30); // on a machine with much else to do
    readonly string folder = studio.Folder.Workbench(new(Guid.CreateVersion7())); // no teaser's, nor another host's, whose benches are cleared

    /// <summary>What the shop shot offline.</summary>
    internal Task<string> Offline(CancellationToken cancellation) => Film("offline.mp4", $"gradients={Size}:speed=0.02:seed=7", Whole, cancellation);

    /// <summary>What was recorded of a LIVE, from a place in the film to its end.</summary>
    internal Task<string> Live(int fromMilliseconds, CancellationToken cancellation) => Film($"live-{Numeral.Of(fromMilliseconds)}.mp4", $"testsrc2={Size}", Whole - fromMilliseconds, cancellation);

    public void Dispose() => Directory.Delete(folder, recursive: true);

    string Size => $"s={Half(studio.Options.Width)}x{Half(studio.Options.Height)}:r=30";

    async Task<string> Film(string name, string picture, int milliseconds, CancellationToken cancellation)
    {
        var file = Path.Combine(folder, name);
        if (File.Exists(file)) return file;
        var run = await ToolRun.Start(
        [
            .. tools.Long(studio.Options), tools.Ffmpeg, "-nostdin", "-v", "error", "-y", "-f", "lavfi", "-i", picture, "-f", "lavfi", "-i", "sine=f=220",
            "-c:v", "libx264", "-preset", "ultrafast", "-pix_fmt", "yuv420p", "-c:a", "aac", "-t", $"{Numeral.Of(milliseconds)}ms", "-threads", "1", file,
        ], folder, longest, cancellation);
        return run.IsGood ? file : throw new InvalidOperationException($"No footage could be generated: {run.Complaint}");
    }

    static string Half(int side) => Numeral.Of(side / 4 * 2);
}
