using LiveCommerce.Kernel;

namespace LiveCommerce.Teasers;

/// <summary>Every refusal about footage.</summary>
public static class FootageRefusals
{
    /// <summary>No video at all, or a broken one.</summary>
    public static RefusalKind NotAVideo { get; } = new("footage.not-a-video", "TSR-01", "The bytes are no video that can be read, whatever the file is called.", "Send a whole MP4 or WebM file with a video stream.");

    /// <summary>Nobody knows yet what it is.</summary>
    public static RefusalKind NotLookedAt { get; } = new("footage.not-looked-at", "TSR-01", "The host was too busy to look at the video.", "Send it again in a few minutes.");

    /// <summary>Wrapped in something else.</summary>
    public static RefusalKind Format { get; } = new("footage.format", "TSR-01", "Footage is MP4 (or MOV) or WebM.", "Convert the video.");

    /// <summary>Coded otherwise.</summary>
    public static RefusalKind Codec { get; } = new("footage.codec", "TSR-01", "The pictures are coded in a way that is not taken.", "Convert the video to H.264.");

    /// <summary>Too short or too long.</summary>
    public static RefusalKind Length { get; } = new("footage.length", "TSR-01", "Footage runs for 3 seconds to 60 minutes.", "Cut the video to the part that matters.");

    /// <summary>Too few or too many pixels.</summary>
    public static RefusalKind Dimensions { get; } = new("footage.dimensions", "TSR-01", "Either side of the picture has 64 to 4,096 pixels.", "Scale the video.");

    /// <summary>Too many bytes.</summary>
    public static RefusalKind TooLarge { get; } = new("footage.too-large", "TSR-01", "Footage has at most 512 MiB.", "Cut or compress the video.");

    /// <summary>The shop has enough.</summary>
    public static RefusalKind TooMany { get; } = new("footage.too-many", "TSR-01", "At most 200 footage is kept for a shop at a time.", "Cut teasers of what is there; what is neither put again nor used is deleted after 30 days.");

    /// <summary>It would begin when the session did not run.</summary>
    public static RefusalKind OutsideSession { get; } = new("footage.outside-session", "TSR-01", "The recording begins before the session or after its end.", "Name the moment that the first picture shows.");

    /// <summary>The host has no tools for videos.</summary>
    public static RefusalKind NoTools { get; } = new("footage.tools-missing", "TSR-03", "This host has no ffmpeg and ffprobe, so it takes no footage and prepares no teasers.", "Install ffmpeg on the host, or ask a host that has it.");
}
