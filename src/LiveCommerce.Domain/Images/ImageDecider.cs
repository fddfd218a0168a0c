using System.Diagnostics;
using LiveCommerce.Kernel;

namespace LiveCommerce.Images;

/// <summary>A command about an image.</summary>
public interface IImageCommand : ICommand
{
    /// <summary>The image it is about.</summary>
    ImageId Image { get; }

    StreamRef ICommand.Target => PartyImage.At(Image);
}

/// <summary>Decides commands about images.</summary>
public static partial class ImageDecider
{
    /// <summary>The policy that is recorded with each decision.</summary>
    public const string Policy = ImagePolicy.Version;

    /// <summary>Gathers what the command needs and decides; null when states must be loaded first.</summary>
    public static Decision? Handle(IReads reads, IImageCommand command, DecisionContext context) =>
        reads.Of(PartyImage.At(command.Image)) is { } state ? Decide(state, command, context) : null;

    /// <summary>Decides a command on an image.</summary>
    public static Decision Decide(PartyImage state, IImageCommand command, DecisionContext context) => command switch
    {
        PutImage it => Put(state, it, context),
        DeleteUnusedImage => Delete(state, command.Image, context),
        _ => throw new UnreachableException(),
    };
}
