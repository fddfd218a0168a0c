using System.Diagnostics;
using LiveCommerce.Kernel;

namespace LiveCommerce.Images;

/// <summary>Puts an image that was inspected and whose bytes lie ready; the party itself asks, or the platform on its behalf.</summary>
/// <param name="Image">The id that follows from party and content hash.</param>
/// <param name="Party">Whose image it becomes.</param>
/// <param name="Facts">What the inspection found.</param>
public sealed record PutImage(ImageId Image, Party Party, ImageFacts Facts) : IImageCommand
{
    /// <summary>The command that puts these bytes for a party.</summary>
    public static PutImage For(Party party, ImageFacts facts) => new(PartyImage.IdOf(party, facts.ContentHash), party, facts);
}

public static partial class ImageDecider
{
    static Decision Put(PartyImage state, PutImage command, DecisionContext context)
    {
        var isAllowed = context.Actor.IsPlatform || context.Actor.Party == command.Party;
        if (!isAllowed || command.Image != PartyImage.IdOf(command.Party, command.Facts.ContentHash)) return Decision.NotVisible;
        var until = context.Now + ImagePolicy.UnusedTerm;
        var stream = PartyImage.At(command.Image);
        return state switch
        {
            PartyImage.NotPut or PartyImage.Deleted => Decision.Record(stream, new ImagePut(command.Party, command.Facts, until)) with { Details = Kept(until) },
            PartyImage.Unused image when until - image.KeptUntil >= ImagePolicy.Renewal => Decision.Record(stream, new ImagePutAgain(until)) with { Details = Kept(until) },
            PartyImage.Unused image => Decision.AlreadySo with { Details = Kept(image.KeptUntil) },
            PartyImage.Used => Decision.AlreadySo,
            _ => throw new UnreachableException(),
        };
    }

    static ValueList<Detail> Kept(Moment until) => [new("kept_until", until.ToString())];
}
