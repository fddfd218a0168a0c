using LiveCommerce.Kernel;
using LiveCommerce.Teasers;

namespace LiveCommerce.Host.Media;

/// <summary>What became of a rendering.</summary>
/// <param name="Video">What was made and checked; null where it was not.</param>
/// <param name="Failure">Why not.</param>
/// <param name="Complaint">What the tool complained of.</param>
sealed record Rendered(RenderedVideo? Video, TeaserFailure? Failure, string Complaint = "");

/// <summary>Makes the video of a teaser with ffmpeg, confined and limited, in a folder of its own; checks it with ffprobe, and only then gives it its name.</summary>
sealed class TeaserRenderer(MediaTools tools, MediaFolder folder, MediaOptions options)
{
    const long Memory = 3L << 30, MostBytes = 200L << 20;
    const int Tolerance = 500, CpuSeconds = 900;
    static readonly TimeSpan longest = TimeSpan.FromMinutes(30);

    readonly VideoProbe probe = new(tools, options.Patience);

    internal async Task<Rendered> Render(TeaserContent content, CancellationToken cancellation)
    {
        var (teaser, cut, target) = (content.Begin.Teaser, content.Begin.Cut, folder.Of(content.Begin.Teaser, content.Rendition));
        // a host that died may have made it and not said so
        if (Directory.Exists(target)) return await Checked(target, content, cancellation);
        if (!File.Exists(folder.Footage(cut.Footage))) return new(null, TeaserFailure.FootageGone);
        var bench = folder.Workbench(teaser);
        try
        {
            if (await Make(bench, content, cancellation) is { } failed) return failed;
            var made = await Checked(bench, content, cancellation);
            if (made.Video is not null) Directory.Move(bench, target);
            return made;
        }
        finally
        {
            if (Directory.Exists(bench)) Directory.Delete(bench, recursive: true);
        }
    }

    async Task<Rendered?> Make(string bench, TeaserContent content, CancellationToken cancellation)
    {
        var footage = folder.Footage(content.Begin.Cut.Footage);
        if (await probe.Of(footage, cancellation) is not { } found) return new(null, TeaserFailure.NotDecodable);
        var recipe = new TeaserRecipe(footage, found.HasSound, content.Begin.Cut, options.Width, options.Height, await Sticker(bench, content, cancellation), content.Begin.Teaser.Value.ToByteArray()[^1] % TeaserRecipe.Tunes);
        var video = Path.Combine(bench, "video.mp4");
        var run = await Ffmpeg(recipe.VideoTo(video, MostBytes), bench, cancellation);
        if (run.IsGood) run = await Ffmpeg(recipe.CoversOf(video, Path.Combine(bench, "cover-%d.jpg")), bench, cancellation);
        return run.IsGood ? null : new(null, run.HasHitLimit ? TeaserFailure.LimitReached : TeaserFailure.NotDecodable, run.Complaint);
    }

    static async Task<string?> Sticker(string bench, TeaserContent content, CancellationToken cancellation)
    {
        if (content.Plan is not { Sticker: var sticker }) return null;
        const string name = "sticker.txt";
        await File.WriteAllTextAsync(Path.Combine(bench, name), sticker.Text, cancellation);
        return name;
    }

    Task<ToolRun> Ffmpeg(IEnumerable<string> arguments, string bench, CancellationToken cancellation) =>
        ToolRun.Start([.. tools.Long(options), .. MediaTools.Limits(Memory, CpuSeconds, MostBytes), tools.Ffmpeg, .. arguments], bench, longest, cancellation);

    async Task<Rendered> Checked(string made, TeaserContent content, CancellationToken cancellation)
    {
        var file = Path.Combine(made, "video.mp4");
        var found = await probe.Of(file, cancellation);
        var isAsAsked = found is { Format: "mp4", Codec: "h264", HasSound: true } && (found.Width, found.Height) == (options.Width, options.Height)
            && Math.Abs(found.Milliseconds - content.Begin.Cut.Milliseconds) <= Tolerance
            && Enumerable.Range(0, TeaserDecider.Covers).All(cover => File.Exists(Path.Combine(made, $"cover-{Numeral.Of(cover)}.jpg")));
        return found is not null && isAsAsked
            ? new(new(await ContentHash.Of(file, cancellation), found.Width, found.Height, found.Milliseconds, (int)new FileInfo(file).Length, content.Plan is not null), null)
            : new(null, TeaserFailure.CheckFailed, $"{found}");
    }
}
