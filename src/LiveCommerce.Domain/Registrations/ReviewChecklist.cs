using System.Diagnostics;
using LiveCommerce.Kernel;

namespace LiveCommerce.Registrations;

/// <summary>Something that a person must look at, because no program can say whether it is so.</summary>
/// <param name="Code">Stable, snake case.</param>
/// <param name="Rule">The requirement's id.</param>
/// <param name="Question">What to look for; yes is as it should be.</param>
/// <param name="ContentHash">The image to look at.</param>
/// <param name="Owner">The party whose image it is.</param>
public sealed record ChecklistItem(string Code, string Rule, string Question, string ContentHash, Party Owner);

/// <summary>What a reviewer looks at before approving (C39).</summary>
public static class ReviewChecklist
{
    /// <summary>The items for what was submitted; none where it holds nothing to look at.</summary>
    public static ValueList<ChecklistItem> Of(RegistrationSubmitted submission) =>
        submission.Form.WhiteBackgroundImage is { } image
            ? [new("white_background", "C39", "Does the product image show the main products on a white background?", image, ApplicantOf(submission))]
            : [];

    // the party that registered, or was represented: images are its own, whosever the cap is
    static Party ApplicantOf(RegistrationSubmitted submission) => submission switch
    {
        { Resource: RegistrationResource.Merchant, Merchant: { } merchant } => Party.Of(merchant),
        { Resource: RegistrationResource.Creator, Creator: { } creator } => Party.Of(creator),
        _ => throw new UnreachableException(),
    };
}
