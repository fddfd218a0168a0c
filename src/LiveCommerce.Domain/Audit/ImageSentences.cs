using LiveCommerce.Images;
using LiveCommerce.Kernel;

namespace LiveCommerce.Audit;

/// <summary>Images in sentences: a line for each kind of fact.</summary>
static class ImageSentences
{
    internal static Sentences Table { get; } = Sentences.None
        .Say<ImagePut>(it => $"put an image of {it.Party} ({it.Image.MediaType}, {it.Image.Width} x {it.Image.Height} pixels), kept until {it.KeptUntil} unless it is used")
        .Say<ImagePutAgain>(it => $"put the same image again, which is kept until {it.KeptUntil} unless it is used")
        .Say<ImageUsed>(it => $"used the image in registration {it.Registration}, which keeps it")
        .Say<ImageDeleted>(it => "deleted the image, which nothing had used");
}
