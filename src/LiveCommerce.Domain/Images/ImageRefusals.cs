using LiveCommerce.Kernel;

namespace LiveCommerce.Images;

/// <summary>Why bytes are no image that can be put (C39).</summary>
public static class ImageRefusals
{
    /// <summary>Neither PNG nor JPEG.</summary>
    public static RefusalKind Format { get; } = new("image.format", "C39", "The bytes are neither a PNG nor a JPEG picture, whatever the file is called.", "Send a PNG or a JPEG.");

    /// <summary>Said to be something else than it is.</summary>
    public static RefusalKind Contradiction { get; } = new("image.media-type", "C39", "The bytes are another kind of file than the header Content-Type says.", "Send image/png or image/jpeg, as the file is.");

    /// <summary>Cut off, or not as the format asks.</summary>
    public static RefusalKind Damaged { get; } = new("image.damaged", "C39", "The picture is cut off or damaged.", "Export it again and send the whole file.");

    /// <summary>More than one picture, or something after the end.</summary>
    public static RefusalKind NotOne { get; } = new("image.not-one", "C39", "The file holds more than one picture, or goes on after the picture's end.", "Export it as a single still picture.");

    /// <summary>Too much beside the picture.</summary>
    public static RefusalKind Metadata { get; } = new("image.metadata", "C39", "More than 1 MiB stands beside the picture.", "Export it without camera data, previews and profiles.");

    /// <summary>Too many bytes.</summary>
    public static RefusalKind TooLarge { get; } = new("image.too-large", "C39", "The image is larger than 5 MiB.", "Send a smaller file.");

    /// <summary>Too many pixels.</summary>
    public static RefusalKind TooManyPixels { get; } = new("image.too-many-pixels", "C39", "The image has more than 25 megapixels.", "Scale it down.");

    /// <summary>Too few pixels.</summary>
    public static RefusalKind TooSmall { get; } = new("image.too-small", "C39", "The image is smaller than 400 x 400 pixels.", "Send one that is at least 400 pixels wide and high.");
}
