using LiveCommerce.Campaigns;
using LiveCommerce.Kernel;

namespace LiveCommerce.Registrations;

/// <summary>Whether a party can register for a campaign now ("Register Livestream" is clickable, CAMP-10), found by asking the decider with a form that is sure to fit.</summary>
public static class RegisterAction
{
    /// <summary>The verdict, with the first reason against it; null when states must be loaded first.</summary>
    public static ActionVerdict? Of(IReads reads, CampaignId campaignId, DecisionContext context, string? invitationDigest = null, AccountId? account = null) =>
        Explain(reads, campaignId, context, invitationDigest, account) is { } eligibility ? Verdict(eligibility) : null;

    /// <summary>Every reason for and against it (BEY-16); null when states must be loaded first.</summary>
    public static RegistrationEligibility? Explain(IReads reads, CampaignId campaignId, DecisionContext context, string? invitationDigest = null, AccountId? account = null)
    {
        if (reads.Of(LivestreamCampaign.At(campaignId)) is not { } campaign) return null;
        if (campaign is not LivestreamCampaign.Published published) return new(false, null, 0, 0, []);
        var form = FittingForm(published, (Applicant.ChannelOf(context.Actor) ?? RegistrationChannel.SellerCenter).UsualEntry());
        return RegistrationEligibility.Of(reads, new(ProbeOf(campaignId), campaignId, form, account, null, invitationDigest), context);
    }

    /// <summary>What a page makes clickable of it.</summary>
    public static ActionVerdict Verdict(RegistrationEligibility eligibility) =>
        eligibility.Conditions.FirstOrDefault(condition => !condition.IsMet) is { Refusal: { } refusal }
            ? ActionVerdict.Because("register", refusal)
            : new("register", eligibility.IsEligible);

    // without a look at other live periods: a form that is sure to fit is live all the time
    internal static Decision? Ask(IReads reads, SubmitRegistration probe, DecisionContext context) =>
        RegistrationDecider.Gather(reads, probe, context, isProbe: true) is { } gathered ? RegistrationDecider.Submit(new Registration.NotSubmitted(), probe, gathered) : null;

    internal static RegistrationId ProbeOf(CampaignId campaign) => RegistrationId.From(DerivedId.Of(campaign.Value, "register"));

    internal static RegistrationForm FittingForm(LivestreamCampaign.Published campaign, RegistrationEntry entry)
    {
        var terms = campaign.Terms;
        var form = terms.FormOf(entry);
        var easiest = terms.Levels.MinBy(level => level.MinimumMinutes)?.Level ?? "";
        return new(
            [easiest],
            campaign.Period,
            MainCategories.All[0],
            PlatformMerchandiseSupport: form.PlatformMerchandiseSupport == FieldRule.Required ? true : null,
            Notes: form.Notes == FieldRule.Required ? PersonalText.Placeholder : null);
    }
}
