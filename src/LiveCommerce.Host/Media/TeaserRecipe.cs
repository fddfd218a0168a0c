using System.Globalization;
using LiveCommerce.Teasers;

namespace LiveCommerce.Host.Media;

/// <summary>How a teaser's video is made: the arguments of ffmpeg, and nothing run. Everything that is drawn goes by the frame's size.</summary>
/// <param name="Footage">The file that it is cut of.</param>
/// <param name="HasSound">Whether the footage has sound, which stays under the music.</param>
/// <param name="Cut">Which part.</param>
/// <param name="Width">Pixels.</param>
/// <param name="Height">Pixels.</param>
/// <param name="StickerFile">A file with the sticker's text; null for a teaser without sticker and arrow (TSR-08).</param>
/// <param name="Tune">Which music is laid under it.</param>
sealed record TeaserRecipe(string Footage, bool HasSound, TeaserCut Cut, int Width, int Height, string? StickerFile, int Tune)
{
    const string Pink = "0xFE2C55";
    const int HeadSlices = 12;

    /// <summary>The bundled music: sums of sines, made by ffmpeg itself, so that it is nobody else's.</summary>
    static readonly string[] tunes =
    [
        "0.25*sin(2*PI*t*110*(1+floor(mod(t*2,4))))*exp(-4*mod(t,0.5))+0.1*sin(2*PI*55*t)",
        "0.2*sin(2*PI*t*(196+49*mod(floor(t*4),3)))*exp(-6*mod(t,0.25))+0.15*sin(2*PI*98*t)*exp(-2*mod(t,1))",
        "0.15*(sin(2*PI*t*262)+sin(2*PI*t*330)+sin(2*PI*t*392))*(0.5+0.5*sin(PI*t))",
    ];

    /// <summary>How many tunes there are.</summary>
    internal static int Tunes => tunes.Length;

    /// <summary>The sticker's box, in the upper part, where nothing of the app covers it.</summary>
    internal (int X, int Y, int Width, int Height) StickerBox => (Width * 7 / 100, Height * 12 / 100, Width * 86 / 100, Width * 18 / 100);

    /// <summary>The arrow's box: its tip points at the account's avatar, which the app shows at the right edge, half way down.</summary>
    internal (int X, int Y, int Width, int Height) ArrowBox => (Width * 58 / 100, (Height * 49 / 100) - (Width * 7 / 100), Width * 28 / 100, Width * 14 / 100);

    /// <summary>
    /// The arguments that make the video, on one thread of each kind: every thread of the idle class gets a slice now and then that a request waits for, so the fewer the better.
    /// </summary>
    internal IEnumerable<string> VideoTo(string file, long mostBytes) =>
    [
        "-nostdin", "-v", "error", "-y", "-threads", "1", "-filter_complex_threads", "1", "-protocol_whitelist", "file", "-format_whitelist", VideoProbe.KnownFormats, "-ss", Seconds(Cut.FromMilliseconds), "-t", Length, "-i", Footage,
        "-f", "lavfi", "-t", Length, "-i", $"aevalsrc='{tunes[Tune]}':s=44100:d={Length}",
        "-filter_complex", $"[0:v:0]{string.Join(',', Picture())}[v];{Sound()}", "-map", "[v]", "-map", "[a]", "-t", Length, "-map_metadata", "-1", "-map_chapters", "-1",
        "-c:v", "libx264", "-preset", "veryfast", "-crf", "23", "-pix_fmt", "yuv420p", "-threads", "1", "-c:a", "aac", "-b:a", "128k", "-ac", "2", "-movflags", "+faststart", "-fs", mostBytes.ToString(CultureInfo.InvariantCulture), "-f", "mp4", file,
    ];

    /// <summary>The arguments that take the frames of which one becomes the cover.</summary>
    internal IEnumerable<string> CoversOf(string video, string pattern) =>
    [
        "-nostdin", "-v", "error", "-y", "-threads", "1", "-protocol_whitelist", "file", "-i", video,
        "-vf", $"fps={TeaserDecider.Covers}000/{Cut.Milliseconds}:round=down", "-frames:v", TeaserDecider.Covers.ToString(CultureInfo.InvariantCulture), "-start_number", "0", "-q:v", "3", "-map_metadata", "-1", pattern,
    ];

    string Length => Seconds(Cut.Milliseconds);

    IEnumerable<string> Picture() =>
    [
        $"scale={Width}:{Height}:force_original_aspect_ratio=increase", $"crop={Width}:{Height}", "setsar=1", "fps=30", $"tpad=stop_mode=clone:stop_duration={Length}",
        .. StickerFile is null ? [] : Sticker(StickerFile).Concat(Arrow()),
    ];

    IEnumerable<string> Sticker(string text)
    {
        var (x, y, width, height) = StickerBox;
        yield return Box(x, y, width, height);
        yield return $"drawtext=font=DejaVu Sans:textfile={text}:expansion=none:fontcolor=white:fontsize={Width * 9 / 100}:x=(w-text_w)/2:y={y}+({height}-text_h)/2";
    }

    // a shaft, and a head of upright slices that get shorter towards the tip
    IEnumerable<string> Arrow()
    {
        var (x, y, width, height) = ArrowBox;
        var (head, middle) = (width * 4 / 10, y + (height / 2));
        yield return Box(x, middle - (height / 8), width - head, Math.Max(2, height / 4));
        for (var slice = 0; slice < HeadSlices; slice++)
        {
            var tall = Math.Max(2, height * (HeadSlices - slice) / HeadSlices);
            yield return Box(x + width - head + (head * slice / HeadSlices), middle - (tall / 2), Math.Max(1, (head / HeadSlices) + 1), tall);
        }
    }

    string Sound() => HasSound ? "[1:a]volume=0.5[music];[0:a:0][music]amix=inputs=2:duration=longest:normalize=0,alimiter[a]" : "[1:a]anull[a]";

    static string Box(int x, int y, int width, int height) => $"drawbox=x={x}:y={y}:w={width}:h={height}:color={Pink}:t=fill";

    static string Seconds(int milliseconds) => (milliseconds / 1_000m).ToString("0.###", CultureInfo.InvariantCulture);
}
