using LiveCommerce.Host.Media;
using LiveCommerce.Teasers;

namespace LiveCommerce.Tests.Media;

public sealed class ProbeTests : IDisposable
{
    readonly string root = Directory.CreateTempSubdirectory("lc-probe-").FullName;

    public void Dispose() => Directory.Delete(root, recursive: true);

    [Fact, Rule("TSR-01")]
    public async Task A_video_is_known_by_its_bytes_whatever_it_is_called()
    {
        await Film.Shoot(At("film.mp4"));
        File.Move(At("film.mp4"), At("notes.txt"));
        (await Probe("notes.txt")).ShouldBe(new("mp4", "h264", 320, 180, 4_000, true));
        await Film.Shoot(At("film.webm"), silent: true, codec: "libvpx");
        (await Probe("film.webm")).ShouldBe(new("webm", "vp8", 320, 180, 4_000, false));
    }

    [Fact, Rule("TSR-01")]
    public async Task What_is_no_video_is_none()
    {
        await File.WriteAllBytesAsync(At("empty.mp4"), [], TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(At("text.mp4"), "Dear host, this is a film.", TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(At("list.mp4"), $"#EXTM3U\n#EXTINF:4,\nfile://{At("film.mp4")}\n", TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(At("concat.mp4"), $"ffconcat version 1.0\nfile film.mp4\n", TestContext.Current.CancellationToken);
        await Film.Shoot(At("film.mp4"));
        await Film.Run("ffmpeg", ["-v", "error", "-f", "lavfi", "-i", "sine=d=4", At("sound.m4a")]);
        await File.WriteAllBytesAsync(At("half.mp4"), (await File.ReadAllBytesAsync(At("film.mp4"), TestContext.Current.CancellationToken))[..2_000], TestContext.Current.CancellationToken);
        foreach (var file in new[] { "empty.mp4", "text.mp4", "list.mp4", "concat.mp4", "sound.m4a", "half.mp4" }) (await Probe(file)).ShouldBeNull(file);
    }

    [Fact, Rule("TSR-01")]
    public async Task A_film_of_four_hours_and_a_bomb_are_found_out_and_refused()
    {
        await Film.FourHours(At("long.mp4"));
        Refused((await Probe("long.mp4")).ShouldNotBeNull(), 1_000);
        await Film.Bomb(At("bomb.webm"));
        Refused((await Probe("bomb.webm")).ShouldNotBeNull(), 1_000);
    }

    static void Refused(ProbedVideo found, int bytes) =>
        FootagePolicy.Refuses(new(new('a', 64), found.Format, found.Codec, found.Width, found.Height, found.Milliseconds, bytes)).ShouldBeTrue($"{found}");

    Task<ProbedVideo?> Probe(string file) => new VideoProbe(Film.Tools, TimeSpan.FromMinutes(2)).Of(At(file), TestContext.Current.CancellationToken);

    string At(string file) => Path.Combine(root, file);
}
