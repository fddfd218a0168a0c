using LiveCommerce.Kernel;
using NodaTime;

namespace LiveCommerce.Images;

/// <summary>What an image may be, and how long an unused one is kept (REG-09, REG-10, C39).</summary>
public static class ImagePolicy
{
    /// <summary>The policy's name and version.</summary>
    public const string Version = "images/1";

    /// <summary>The shortest that either side may be, in pixels.</summary>
    public const int MinSide = 400;

    /// <summary>The largest that an image may be as it is sent: 5 MiB.</summary>
    public const int MaxBytes = 5 * 1024 * 1024;

    /// <summary>The most pixels that a header may declare: 25 megapixels.</summary>
    public const int MaxPixels = 25_000_000;

    /// <summary>How much may stand beside the picture (profiles, camera data, comments): 1 MiB.</summary>
    public const int MaxMetadataBytes = 1024 * 1024;

    /// <summary>The media types; <c>.jpg</c> and <c>.jpeg</c> are one.</summary>
    public static ValueList<string> MediaTypes { get; } = [Png, Jpeg];

    /// <summary>How long an image is kept that nothing uses: 7 days since it was last put.</summary>
    public static Duration UnusedTerm { get; } = Duration.FromDays(7);

    /// <summary>Putting an unused image again within a day changes nothing; later it begins the term anew.</summary>
    internal static Duration Renewal { get; } = Duration.FromDays(1);

    internal const string Png = "image/png";
    internal const string Jpeg = "image/jpeg";
}
