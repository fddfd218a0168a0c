using System.Globalization;
using System.Text.Json;
using LiveCommerce.Teasers;

namespace LiveCommerce.Host.Media;

/// <summary>What a probe found in a file.</summary>
/// <param name="Format">What it is wrapped in, as <see cref="FootagePolicy.Formats"/> calls it, or as ffprobe does.</param>
/// <param name="Codec">How its pictures are coded.</param>
/// <param name="Width">Pixels as they are shown.</param>
/// <param name="Height">Pixels as they are shown.</param>
/// <param name="Milliseconds">How long it runs.</param>
/// <param name="HasSound">Whether there is sound beside the pictures.</param>
sealed record ProbedVideo(string Format, string Codec, int Width, int Height, int Milliseconds, bool HasSound);

/// <summary>Asks ffprobe what a file is: before anything else is done with it, without network, and with little time and memory.</summary>
/// <param name="tools">The programs.</param>
/// <param name="patience">How long a machine with much else to do may take over it.</param>
sealed class VideoProbe(MediaTools tools, TimeSpan patience)
{
    /// <summary>Nothing else is even tried: a playlist or a list of files would name others.</summary>
    internal const string KnownFormats = "mov,mp4,m4a,3gp,3g2,mj2,matroska,webm";

    const long Memory = 1L << 30;
    const int CpuSeconds = 20;

    /// <summary>Null where it is no video that can be read.</summary>
    /// <exception cref="TimeoutException">Nobody knows what it is: the machine was too busy to look.</exception>
    internal async Task<ProbedVideo?> Of(string file, CancellationToken cancellation)
    {
        var run = await ToolRun.Start(
        [
            .. tools.Confinement, .. MediaTools.Limits(Memory, CpuSeconds, 0), tools.Ffprobe, "-v", "error", "-protocol_whitelist", "file", "-format_whitelist", KnownFormats,
            "-show_entries", "stream=codec_type,codec_name,width,height,duration:stream_disposition=attached_pic:stream_side_data=rotation:format=format_name,duration", "-of", "json", file,
        ], Path.GetDirectoryName(file) ?? Path.GetTempPath(), patience, cancellation);
        if (run.IsLate) throw new TimeoutException("ffprobe was given too little of the processor to look at a file.");
        return run.IsGood ? Read(run.Output) : null;
    }

    static ProbedVideo? Read(string output)
    {
        try
        {
            using var json = JsonDocument.Parse(output);
            if (!json.RootElement.TryGetProperty("format", out var format) || !json.RootElement.TryGetProperty("streams", out var streams)) return null;
            var pictures = streams.EnumerateArray().FirstOrDefault(IsPicture);
            if (pictures.ValueKind != JsonValueKind.Object || Number(pictures, "width") is not { } width || Number(pictures, "height") is not { } height || Length(format, pictures) is not { } length) return null;
            var isTurned = Rotation(pictures) is 90 or 270;
            return new(FormatOf(Text(format, "format_name")), Text(pictures, "codec_name"), isTurned ? height : width, isTurned ? width : height, length, streams.EnumerateArray().Any(stream => Text(stream, "codec_type") == "audio"));
        }
        catch (JsonException)
        {
            return null;
        }
    }

    // the picture of a song is no video
    static bool IsPicture(JsonElement stream) => Text(stream, "codec_type") == "video" && !(stream.TryGetProperty("disposition", out var disposition) && Number(disposition, "attached_pic") == 1);

    static string FormatOf(string names) => names.Split(',') is var all && all.Contains("mp4") ? "mp4" : all.Contains("webm") ? "webm" : names;

    static int? Length(JsonElement format, JsonElement pictures) =>
        decimal.TryParse(Text(format, "duration") is { Length: > 0 } whole ? whole : Text(pictures, "duration"), NumberStyles.Number, CultureInfo.InvariantCulture, out var seconds) && seconds is > 0 and < 2_000_000
            ? (int)(seconds * 1_000) : null;

    static int Rotation(JsonElement stream) =>
        stream.TryGetProperty("side_data_list", out var list) && list.EnumerateArray().Select(data => Number(data, "rotation")).FirstOrDefault(turn => turn is not null) is { } turned ? ((turned % 360) + 360) % 360 : 0;

    static string Text(JsonElement element, string name) => element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() ?? "" : "";

    static int? Number(JsonElement element, string name) => element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out var number) ? number : null;
}
