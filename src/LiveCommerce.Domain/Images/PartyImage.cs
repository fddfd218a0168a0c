using System.Diagnostics;
using LiveCommerce.Kernel;

namespace LiveCommerce.Images;

/// <summary>An image of one party: whether its bytes are there, and whether a registration keeps them there.</summary>
public abstract record PartyImage
{
    PartyImage() { }

    /// <summary>The party has put no such bytes.</summary>
    public sealed record NotPut : PartyImage;

    /// <summary>Its bytes are there.</summary>
    public abstract record Present(Party Party, ImageFacts Facts) : PartyImage;

    /// <summary>No registration uses it.</summary>
    /// <param name="Party">Whose it is.</param>
    /// <param name="Facts">What it is.</param>
    /// <param name="KeptUntil">From then on it may be deleted.</param>
    public sealed record Unused(Party Party, ImageFacts Facts, Moment KeptUntil) : Present(Party, Facts);

    /// <summary>A registration uses it, of whatever status: it is kept.</summary>
    public sealed record Used(Party Party, ImageFacts Facts) : Present(Party, Facts);

    /// <summary>Its bytes were deleted unused.</summary>
    public sealed record Deleted : PartyImage;

    /// <summary>Images as streams.</summary>
    public static StreamKind<PartyImage> Kind { get; } = new("party_image", new NotPut(), Evolve);

    /// <summary>The id of a party's image: another party's same bytes are another image.</summary>
    /// <param name="party">Who put it.</param>
    /// <param name="contentHash">SHA-256 of its bytes, lower-case hexadecimal.</param>
    public static ImageId IdOf(Party party, string contentHash) => new(DerivedId.Of(party.Id, $"image/{party.Kind}/{contentHash}"));

    /// <summary>The stream of one image.</summary>
    public static StreamRef<PartyImage> At(ImageId id) => Kind.At(id.Value);

    /// <summary>The stream of a party's image.</summary>
    public static StreamRef<PartyImage> At(Party party, string contentHash) => At(IdOf(party, contentHash));

    /// <summary>The image after one more fact.</summary>
    public static PartyImage Evolve(PartyImage state, IEvent fact) => (state, fact) switch
    {
        (NotPut or Deleted, ImagePut it) => new Unused(it.Party, it.Image, it.KeptUntil),
        (Unused image, ImagePutAgain it) => image with { KeptUntil = it.KeptUntil },
        (Unused image, ImageUsed) => new Used(image.Party, image.Facts),
        (Unused, ImageDeleted) => new Deleted(),
        _ => throw new UnreachableException($"{fact.GetType().Name} cannot follow {state.GetType().Name}."),
    };
}
