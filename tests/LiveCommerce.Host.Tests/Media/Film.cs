using System.Diagnostics;
using LiveCommerce.Host.Media;

namespace LiveCommerce.Tests.Media;

/// <summary>Footage that ffmpeg generates, and what is read from videos: pictures, sound and words.</summary>
static class Film
{
    internal static readonly MediaTools Tools = MediaTools.Find() ?? throw new InvalidOperationException("The tests need ffmpeg: ./test installs it by build/setup --tests.");

    static readonly string[] Quick = ["-preset", "ultrafast"];

    /// <summary>A moving test picture with a tone under it.</summary>
    internal static Task Shoot(string file, int seconds = 4, string size = "320x180", bool silent = false, string codec = "libx264") => Run("ffmpeg",
        ["-v", "error", "-y", "-f", "lavfi", "-i", $"testsrc2=s={size}:r=15:d={seconds}", .. silent ? [] : new[] { "-f", "lavfi", "-i", $"sine=f=330:d={seconds}" }, "-c:v", codec, .. codec == "libx264" ? Quick : [], "-t", $"{seconds}", "-f", codec == "libx264" ? "mp4" : "webm", file]);

    /// <summary>A film of four hours, of which little is worth to be seen.</summary>
    internal static Task FourHours(string file) => Run("ffmpeg", ["-v", "error", "-y", "-f", "lavfi", "-i", "color=s=64x64:r=1/10:d=14400", "-c:v", "libx264", .. Quick, "-f", "mp4", file]);

    /// <summary>A few kilobytes, each of whose key frames says that it is 16,383 x 16,383 pixels; their wrapping says so too.</summary>
    internal static async Task Bomb(string file)
    {
        await Shoot(file, silent: true, codec: "libvpx");
        var film = await File.ReadAllBytesAsync(file, TestContext.Current.CancellationToken);
        for (var at = 0; at < film.Length - 7; at++)
            if (film.AsSpan(at, 3).SequenceEqual((ReadOnlySpan<byte>)[0x9D, 0x01, 0x2A])) ((ReadOnlySpan<byte>)[0xFF, 0x3F, 0xFF, 0x3F]).CopyTo(film.AsSpan(at + 3));
            else if (film[at] is 0xB0 or 0xBA && film[at + 1] == 0x82) ((ReadOnlySpan<byte>)[0x3F, 0xFF]).CopyTo(film.AsSpan(at + 2));
        await File.WriteAllBytesAsync(file, film, TestContext.Current.CancellationToken);
    }

    /// <summary>A picture of one second of a video, as raw RGB.</summary>
    internal static async Task<(byte Red, byte Green, byte Blue)> Pixel(string video, double second, int x, int y)
    {
        var bytes = await Bytes("ffmpeg", ["-v", "error", "-ss", $"{second}", "-i", video, "-frames:v", "1", "-vf", $"format=rgb24,crop=1:1:{x}:{y}", "-f", "rawvideo", "-"]);
        return (bytes[0], bytes[1], bytes[2]);
    }

    /// <summary>The loudest sample of the first two seconds, of 32,767.</summary>
    internal static async Task<int> Loudness(string video)
    {
        var bytes = await Bytes("ffmpeg", ["-v", "error", "-t", "2", "-i", video, "-map", "0:a:0", "-f", "s16le", "-ac", "1", "-ar", "8000", "-"]);
        return Enumerable.Range(0, bytes.Length / 2).Max(at => Math.Abs((int)BitConverter.ToInt16(bytes, 2 * at)));
    }

    /// <summary>The words that tesseract reads in a part of a frame.</summary>
    internal static async Task<string> Words(string video, double second, (int X, int Y, int Width, int Height) box, string folder)
    {
        var frame = Path.Combine(folder, $"{Guid.NewGuid():N}.png");
        await Run("ffmpeg", ["-v", "error", "-y", "-ss", $"{second}", "-i", video, "-frames:v", "1", "-vf", $"crop={box.Width}:{box.Height}:{box.X}:{box.Y},scale=iw*4:-1:flags=bicubic", frame]);
        return (await Run("tesseract", [frame, "-", "--psm", "7"])).Trim();
    }

    internal static async Task<string> Run(string tool, IEnumerable<string> arguments) => System.Text.Encoding.UTF8.GetString(await Bytes(tool, arguments));

    static async Task<byte[]> Bytes(string tool, IEnumerable<string> arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(tool, arguments) { RedirectStandardOutput = true, RedirectStandardError = true, RedirectStandardInput = true }) ?? throw new InvalidOperationException(tool);
        process.StandardInput.Close();
        using var output = new MemoryStream();
        var complaint = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.StandardOutput.BaseStream.CopyToAsync(output, TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        process.ExitCode.ShouldBe(0, $"{tool}: {await complaint}");
        return output.ToArray();
    }
}
