using LiveCommerce.Kernel;

namespace LiveCommerce.Campaigns;

/// <summary>Every refusal about campaigns.</summary>
public static class CampaignRefusals
{
    /// <summary>Only a draft can be changed.</summary>
    public static RefusalKind NotDraft { get; } =
        new("campaign.not-draft", "CAMP-08", "The campaign is published and its terms do not change any more.", "Extend it, or end it and draft another.");

    /// <summary>The campaign is still a draft.</summary>
    public static RefusalKind NotPublished { get; } =
        new("campaign.not-published", "CAMP-08", "The campaign is a draft.", "Publish it first.");

    /// <summary>A campaign with this id exists.</summary>
    public static RefusalKind AlreadyDrafted { get; } =
        new("campaign.already-drafted", "CAMP-08", "A campaign with this id exists with other terms.", "Change it, or use another id.");

    /// <summary>The dates do not make sense.</summary>
    public static RefusalKind WindowInvalid { get; } =
        new("campaign.window.invalid", "CAMP-08", "The dates do not fit together.", "Let each window end after it starts, and registration end no later than the campaign.");

    /// <summary>An extension names an earlier end.</summary>
    public static RefusalKind NotLater { get; } =
        new("campaign.window.invalid", "CAMP-08", "An extension only moves an end to a later instant.", "Name an end that is not before the present one.");

    /// <summary>The name is missing.</summary>
    public static RefusalKind NameMissing { get; } =
        new("campaign.name.missing", "CAMP-08", "The campaign has no name.", "Give it a name.");

    /// <summary>The levels do not make sense.</summary>
    public static RefusalKind LevelsInvalid { get; } =
        new("campaign.levels.invalid", "CAMP-09", "Each level needs a code of its own and a minimum live period that fits into the campaign.", "Name at least one level; let its minutes be 1 or more and no more than the campaign has.");

    /// <summary>Two forms for one entry.</summary>
    public static RefusalKind FormsInvalid { get; } =
        new("campaign.forms.invalid", "REG-04", "An entry has two forms.", "Give each entry one form at most.");

    /// <summary>The campaign is over.</summary>
    public static RefusalKind Ended { get; } =
        new("campaign.ended", "RREC-18", "The campaign has ended.", "Choose a campaign that still runs.");

    /// <summary>Invitations are for private campaigns.</summary>
    public static RefusalKind NotPrivate { get; } =
        new("campaign.not-private", "CAMP-06", "A public campaign needs no invitation.", "Share the campaign's own address.");

    /// <summary>The invitation was revoked for good.</summary>
    public static RefusalKind InvitationRevoked { get; } =
        new("invitation.revoked", "CAMP-06", "The invitation was revoked.", "Issue a new invitation.");

    /// <summary>An invitation with this id exists.</summary>
    public static RefusalKind InvitationExists { get; } =
        new("invitation.already-issued", "CAMP-06", "An invitation with this id exists with another token or other merchants.", "Use another id.");

    /// <summary>The digest is not a SHA-256.</summary>
    public static RefusalKind DigestInvalid { get; } =
        new("invitation.digest.invalid", "CAMP-06", "The token's digest is not a SHA-256 in lower-case hexadecimal.", "Send 64 hexadecimal digits.");
}
