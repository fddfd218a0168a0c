using System.Diagnostics;
using LiveCommerce.Campaigns;
using LiveCommerce.Kernel;
using LiveCommerce.Sellers;

namespace LiveCommerce.Registrations;

/// <content>The parts of deciding a submission.</content>
public static partial class RegistrationDecider
{
    // neither a draft, nor a private campaign without its invitation, nor somebody else's registration is revealed
    static bool MayKnow(Registration state, SubmitRegistration command, RegistrationContext context) =>
        context.Campaign.IsVisibleTo(context.Actor, command.InvitationDigest)
        && (state is not Registration.Submitted known || known.Session.IsVisibleTo(context.Actor));

    // in a series others come before it, and take their slots before it
    internal static IEnumerable<Refusal> RulesOfSubmission(
        bool isTaken, SubmitRegistration command, RegistrationContext context, Applicant applicant, CampaignQuota quota, int before = 0)
    {
        var entry = command.Entry ?? applicant.Channel.UsualEntry();
        if (context.Campaign is not LivestreamCampaign.Published campaign) return [CampaignRefusals.NotPublished.Of("campaign")];
        return RulesOfPlace(isTaken, command, context, applicant, campaign, entry)
            .Concat(applicant.AccountRules(context.Account, context.Merchant))
            .Concat(SubmissionRules.Broken(command.Form, entry, campaign, context.Now))
            .Concat(ImageRules.Broken(command.Form, campaign.Terms.FormOf(entry), context))
            .Concat(DuplicateRules.Broken(command, context))
            .Concat(quota.Remaining > before ? [] : [RegistrationRefusals.CapReached.Of(null, ("used", Numeral.Of(quota.Used)), ("remaining", Numeral.Of(quota.Remaining)))]);
    }

    static IEnumerable<Refusal> RulesOfPlace(
        bool isTaken, SubmitRegistration command, RegistrationContext context, Applicant applicant, LivestreamCampaign.Published campaign, RegistrationEntry entry)
    {
        if (isTaken) yield return RegistrationRefusals.AlreadySubmitted.Of("registration");
        if (campaign.IsOver(context.Now)) yield return CampaignRefusals.Ended.Of(null, ("ended_at", campaign.End.ToString()));
        else if (!campaign.IsOpenForRegistration(context.Now)) yield return WindowClosed(campaign.Terms.RegistrationWindow);
        if (command.OnBehalfOf is not null && !context.Actor.IsPlatform) yield return RegistrationRefusals.OnBehalfNotAllowed.Of("onBehalfOf");
        if (!applicant.Channel.Has(entry)) yield return RegistrationRefusals.WrongEntry.Of("entry");
    }

    static Refusal WindowClosed(TimeRange window) =>
        RegistrationRefusals.WindowClosed.Of(null, ("registration_start", window.Start.ToString()), ("registration_end", window.End.ToString()));

    static RegistrationSubmitted Submitted(
        SubmitRegistration command, RegistrationContext context, Applicant applicant, Party party, RegistrationEntry entry, int slot)
    {
        var account = (TikTokAccount.Added?)context.Account ?? throw new UnreachableException();
        return new(
            command.Registration, command.Campaign, party, account.Merchant, account.Creator, applicant.Resource, account.Id, account.Type,
            applicant.Channel, entry, slot, command.Form, SubmissionRules.RequiredMinutes(command.Form, context.Published.Terms),
            command.DuplicatedFrom, command.OnBehalfOf is null ? null : context.Actor.UserId, command.OnBehalfOf?.OpsName);
    }

    static IEnumerable<NewFact> FactsOf(RegistrationSubmitted submitted, StreamRef<CampaignQuota> quota) =>
    [
        new(Registration.At(submitted.Registration), submitted),
        new(quota, new SlotTaken(submitted.SlotNumber, submitted.Registration, submitted.Channel, submitted.Account, submitted.Form.LivePeriod)),
    ];

    static ValueList<Detail> Figures(CampaignQuota quota) => [new("used", Numeral.Of(quota.Used)), new("remaining", Numeral.Of(quota.Remaining))];
}
