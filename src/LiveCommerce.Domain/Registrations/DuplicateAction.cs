using LiveCommerce.Campaigns;
using LiveCommerce.Kernel;

namespace LiveCommerce.Registrations;

/// <summary>Duplicating a registration (RREC-13): the submission that its information makes, and whether it is open to somebody now.</summary>
public static class DuplicateAction
{
    /// <summary>The submission that the form is prefilled with: the original's information, under a new id, for whoever asks.</summary>
    public static SubmitRegistration Prefill(RegisteredSession original, Actor actor, RegistrationId registration)
    {
        var source = original.Submission;
        var channel = Applicant.ChannelOf(actor) ?? source.Channel;
        var party = source is { Resource: RegistrationResource.Creator, Creator: { } creator } ? Party.Of(creator) : source.Party;
        return new(
            registration, source.Campaign, source.Form,
            actor.IsPlatform ? null : source.Account,
            channel.Has(source.Entry) ? source.Entry : channel.UsualEntry(),
            DuplicatedFrom: source.Registration,
            OnBehalfOf: actor.IsPlatform ? new(party, source.Channel, source.Account, null) : null);
    }

    /// <summary>Decides a duplicate that is sure to fit, so that what is refused is the duplicating itself (RREC-13..15, C24, C26); null when states must be loaded first.</summary>
    public static Decision? Ask(IReads reads, RegisteredSession original, DecisionContext context, string? invitationDigest = null)
    {
        if (reads.Of(LivestreamCampaign.At(original.Submission.Campaign)) is not { } campaign) return null;
        if (campaign is not LivestreamCampaign.Published published) return Decision.NotVisible;
        var prefilled = Prefill(original, context.Actor, RegisterAction.ProbeOf(original.Submission.Campaign));
        var entry = prefilled.Entry ?? original.Submission.Entry;
        var asked = published.Terms.FormOf(entry);
        // the original's images were taken once and are kept: they come along wherever the form asks for them
        var form = RegisterAction.FittingForm(published, entry) with
        {
            WhiteBackgroundImage = asked.WhiteBackgroundImage == FieldRule.Hidden ? null : prefilled.Form.WhiteBackgroundImage,
            BrandLogo = asked.BrandLogo == FieldRule.Hidden ? null : prefilled.Form.BrandLogo,
        };
        return RegisterAction.Ask(reads, prefilled with { Form = form, InvitationDigest = invitationDigest }, context);
    }

    /// <summary>The verdict for those who may register at all; none for the others. Null when states must be loaded first.</summary>
    public static ValueList<ActionVerdict>? Of(IReads reads, RegisteredSession original, DecisionContext context, string? invitationDigest = null) =>
        !RegistrationRoles.Table.Of(typeof(SubmitRegistration)).Contains(context.Actor.Role) ? []
        : Ask(reads, original, context, invitationDigest) is { } decision ? [ActionVerdict.Of("duplicate", decision)]
        : null;
}
