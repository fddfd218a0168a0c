using System.Diagnostics;
using LiveCommerce.Kernel;

namespace LiveCommerce.Images;

/// <summary>Deletes an image that nothing used for its term; due work of the host itself. One that is used, or was put again, stays.</summary>
public sealed record DeleteUnusedImage(ImageId Image) : IImageCommand;

public static partial class ImageDecider
{
    // a submission that uses the image records so in this stream: whichever of the two comes first, the other is decided again
    static Decision Delete(PartyImage state, ImageId id, DecisionContext context) => state switch
    {
        PartyImage.NotPut => Decision.NotVisible,
        PartyImage.Unused image when image.KeptUntil <= context.Now => Decision.Record(PartyImage.At(id), new ImageDeleted()),
        PartyImage.Unused or PartyImage.Used or PartyImage.Deleted => Decision.AlreadySo,
        _ => throw new UnreachableException(),
    };
}
