using System.Globalization;
using LiveCommerce.Kernel;
using NodaTime;

namespace LiveCommerce.Teasers;

/// <summary>What footage may be, and how long it is kept (TSR-01).</summary>
public static class FootagePolicy
{
    /// <summary>The largest that footage may be as it is sent: 512 MiB.</summary>
    public const int MaxBytes = 512 * 1024 * 1024;

    /// <summary>The shortest that footage may be, in milliseconds.</summary>
    public const int ShortestMilliseconds = 3_000;

    /// <summary>The longest that footage may be, in milliseconds: an hour.</summary>
    public const int LongestMilliseconds = 60 * 60 * 1_000;

    /// <summary>The shortest that either side may be, in pixels.</summary>
    public const int MinSide = 64;

    /// <summary>The longest that either side may be, in pixels.</summary>
    public const int MaxSide = 4_096;

    /// <summary>How long footage is kept since it was last put or used: 30 days.</summary>
    public static Duration Term { get; } = Duration.FromDays(30);

    /// <summary>What footage may be wrapped in.</summary>
    public static ValueList<string> Formats { get; } = ["mp4", "webm"];

    /// <summary>How its pictures may be coded.</summary>
    public static ValueList<string> Codecs { get; } = ["h264", "hevc", "vp8", "vp9", "av1"];

    /// <summary>Putting or using footage again within a day changes nothing.</summary>
    internal static Duration Renewal { get; } = Duration.FromDays(1);

    /// <summary>Whether a video is refused as footage, whoever puts it.</summary>
    public static bool Refuses(VideoFacts video) => Broken(video).Any();

    internal static IEnumerable<Refusal> Broken(VideoFacts video)
    {
        if (!Formats.Contains(video.Format)) yield return FootageRefusals.Format.Of("body", ("allowed", string.Join(' ', Formats)));
        if (!Codecs.Contains(video.Codec)) yield return FootageRefusals.Codec.Of("body", ("allowed", string.Join(' ', Codecs)));
        if (video.Milliseconds is < ShortestMilliseconds or > LongestMilliseconds)
            yield return FootageRefusals.Length.Of("body", ("shortest_seconds", Seconds(ShortestMilliseconds)), ("longest_seconds", Seconds(LongestMilliseconds)), ("given_seconds", Seconds(video.Milliseconds)));
        if (video.Width is < MinSide or > MaxSide || video.Height is < MinSide or > MaxSide)
            yield return FootageRefusals.Dimensions.Of("body", ("shortest", Numeral.Of(MinSide)), ("longest", Numeral.Of(MaxSide)), ("width", Numeral.Of(video.Width)), ("height", Numeral.Of(video.Height)));
        if (video.Bytes is <= 0 or > MaxBytes) yield return FootageRefusals.TooLarge.Of("body", ("most", Numeral.Of(MaxBytes)));
    }

    internal static string Seconds(int milliseconds) => (milliseconds / 1_000m).ToString("0.###", CultureInfo.InvariantCulture);
}
