using LiveCommerce.Host.Media;
using LiveCommerce.Kernel;
using LiveCommerce.Teasers;

namespace LiveCommerce.Tests.Media;

public sealed class RendererTests : IDisposable
{
    const int Width = 270, Height = 480;
    readonly string root = Directory.CreateTempSubdirectory("lc-media-").FullName;
    readonly FootageId footage = new(Guid.CreateVersion7());
    readonly MediaFolder folder;
    readonly TeaserRenderer renderer;
    readonly LiveTimingSticker sticker = new(Moment.Parse("2026-11-28T12:00:00Z"), ZoneId.Parse("Asia/Kuala_Lumpur"));

    public RendererTests() => (folder, renderer) = (new(root), new(Film.Tools, new(root), new(root, Width, Height, Aside: false)));

    public void Dispose() => Directory.Delete(root, recursive: true);

    [Fact, Rule("TSR-05"), Rule("TSR-08")]
    public async Task A_linked_teaser_shows_its_LIVE_s_time_and_an_arrow_and_another_one_neither()
    {
        await Film.Shoot(folder.Footage(footage));
        var (linked, alone) = (Content(3_000, sticker), Content(3_000));
        var recipe = new TeaserRecipe("", true, linked.Begin.Cut, Width, Height, "", 0);
        var (made, plain) = ((await Render(linked)).Video.ShouldNotBeNull(), (await Render(alone)).Video.ShouldNotBeNull());
        (made.Width, made.Height, made.HasSticker, plain.HasSticker).ShouldBe((Width, Height, true, false));
        made.Milliseconds.ShouldBeInRange(2_900, 3_100);

        var (withSticker, without) = (Video(linked), Video(alone));
        (await Film.Words(withSticker, 1, recipe.StickerBox, root)).ShouldContain("LIVE 28 NOV 20:00");
        (await Film.Words(without, 1, recipe.StickerBox, root)).ShouldNotContain("LIVE");
        var (x, y, width, height) = recipe.ArrowBox;
        var (shaft, tip, aside) = ((x + 4, y + (height / 2)), (x + width - 6, y + (height / 2)), (x + width - 2, y + 2));
        IsPink(await Film.Pixel(withSticker, 1, shaft.Item1, shaft.Item2)).ShouldBeTrue();
        IsPink(await Film.Pixel(withSticker, 1, tip.Item1, tip.Item2)).ShouldBeTrue();
        IsPink(await Film.Pixel(withSticker, 1, aside.Item1, aside.Item2)).ShouldBeFalse(); // above the tip: it points to the right
        IsPink(await Film.Pixel(without, 1, shaft.Item1, shaft.Item2)).ShouldBeFalse();
        (x + width).ShouldBeInRange(Width * 80 / 100, Width * 90 / 100); // just before the column of the avatar
        y.ShouldBeInRange(Height * 35 / 100, Height * 50 / 100);
    }

    [Fact, Rule("TSR-05"), Rule("TSR-12")]
    public async Task Forty_seconds_are_cut_with_sound_and_eight_covers_whatever_the_footage_has_beside_its_pictures()
    {
        await Film.Shoot(folder.Footage(footage), 50, silent: true);
        var content = Content(40_000, from: 10_000);
        (await Render(content)).Video.ShouldNotBeNull().Milliseconds.ShouldBeInRange(39_900, 40_100);
        var found = (await new VideoProbe(Film.Tools, TimeSpan.FromMinutes(2)).Of(Video(content), TestContext.Current.CancellationToken)).ShouldNotBeNull();
        (await Film.Loudness(Video(content))).ShouldBeGreaterThan(1_000, "the footage is silent: what is heard is the music");
        (found.Codec, found.HasSound, found.Width, found.Height).ShouldBe(("h264", true, Width, Height));
        for (var cover = 0; cover < TeaserDecider.Covers; cover++) new FileInfo(folder.Cover(content.Begin.Teaser, 1, cover)).Length.ShouldBeGreaterThan(1_000);
        Directory.EnumerateFileSystemEntries(Path.Combine(root, "work")).ShouldBeEmpty();
    }

    [Fact, Rule("TSR-03")]
    public async Task What_cannot_be_prepared_says_why_and_leaves_nothing()
    {
        (await Render(Content(3_000))).Failure.ShouldBe(TeaserFailure.FootageGone);
        await File.WriteAllTextAsync(folder.Footage(footage), "no video", TestContext.Current.CancellationToken);
        (await Render(Content(3_000))).Failure.ShouldBe(TeaserFailure.NotDecodable);
        await Film.Shoot(folder.Footage(footage));
        (await Render(Content(3_000, from: 60_000))).Failure.ShouldNotBeNull();
        Directory.EnumerateFileSystemEntries(Path.Combine(root, "work")).ShouldBeEmpty();
        Directory.EnumerateFileSystemEntries(Path.Combine(root, "teasers")).ShouldBeEmpty();
    }

    [Fact]
    public async Task What_was_made_and_not_recorded_is_not_made_again()
    {
        await Film.Shoot(folder.Footage(footage));
        var content = Content(3_000);
        var first = await new TeaserRenderer(Film.Tools, folder, new(root, Width, Height)).Render(content, TestContext.Current.CancellationToken); // aside, as a host does
        first.Video.ShouldNotBeNull();
        File.Delete(folder.Footage(footage));
        (await Render(content)).ShouldBe(first);
    }

    [Fact, Rule("TSR-03")]
    public async Task A_busy_machine_fails_no_teaser()
    {
        await Film.Shoot(folder.Footage(footage));
        var impatient = new TeaserRenderer(Film.Tools, folder, new(root, Width, Height) { Patience = TimeSpan.Zero });
        await Should.ThrowAsync<TimeoutException>(impatient.Render(Content(3_000), TestContext.Current.CancellationToken)); // and the work is tried again
        Directory.EnumerateFileSystemEntries(Path.Combine(root, "work")).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_tool_is_stopped_at_its_limits_and_has_no_network()
    {
        var cancellation = TestContext.Current.CancellationToken;
        var (time, space, memory) = (TimeSpan.FromSeconds(1), MediaTools.Limits(1L << 30, 60, 1_000), MediaTools.Limits(1L << 20, 60, 1_000));
        (await ToolRun.Start([.. Film.Tools.Confinement, "sleep", "60"], root, time, cancellation)).HasHitLimit.ShouldBeTrue();
        (await ToolRun.Start([.. Film.Tools.Confinement, .. space, "dd", "if=/dev/zero", "of=large", "bs=1k", "count=9"], root, TimeSpan.FromSeconds(20), cancellation)).IsGood.ShouldBeFalse();
        new FileInfo(Path.Combine(root, "large")).Length.ShouldBeLessThanOrEqualTo(1_000);
        (await ToolRun.Start([.. Film.Tools.Confinement, .. memory, Film.Tools.Ffmpeg, "-version"], root, TimeSpan.FromSeconds(20), cancellation)).IsGood.ShouldBeFalse();
        if (Film.Tools.HasNoNetwork) (await ToolRun.Start([.. Film.Tools.Confinement, "cat", "/proc/net/dev"], root, TimeSpan.FromSeconds(20), cancellation)).Output.ShouldNotContain("eth");
    }

    static bool IsPink((byte Red, byte Green, byte Blue) pixel) => pixel is { Red: > 200, Green: < 100, Blue: > 40 and < 140 };

    Task<Rendered> Render(TeaserContent content) => renderer.Render(content, TestContext.Current.CancellationToken);

    string Video(TeaserContent content) => folder.Video(content.Begin.Teaser, content.Rendition);

    TeaserContent Content(int milliseconds, LiveTimingSticker? says = null, int from = 0) =>
        new(new(new(Guid.CreateVersion7()), new(Guid.CreateVersion7()), sticker.Zone, new(footage, null, from, milliseconds))) { Plan = says is null ? null : new(new(Guid.CreateVersion7()), says) };
}
