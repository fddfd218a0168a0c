using LiveCommerce.Kernel;
using static LiveCommerce.Kernel.ActorRole;

namespace LiveCommerce.Images;

/// <summary>Who may ask for what about images: parties put their own, operators put for them, the host deletes what was not used.</summary>
public static class ImageRoles
{
    /// <summary>A line for each command.</summary>
    public static CommandRoles Table { get; } = CommandRoles.None
        .Let<PutImage>(Merchant, Creator, OpsReviewer, OpsAdmin)
        .Let<DeleteUnusedImage>(ActorRole.System);
}
