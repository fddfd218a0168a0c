using LiveCommerce.Campaigns;
using LiveCommerce.Kernel;

namespace LiveCommerce.Registrations;

/// <summary>Whether a party can register for a campaign now ("Register Livestream" is clickable, CAMP-10), found by asking the decider with a form that is sure to fit.</summary>
public static class RegisterAction
{
    /// <summary>The verdict; null when states must be loaded first. A creator who names no account is judged by the campaign and the cap alone.</summary>
    public static ActionVerdict? Of(IReads reads, CampaignId campaignId, DecisionContext context, string? invitationDigest = null, AccountId? account = null)
    {
        if (reads.Of(LivestreamCampaign.At(campaignId)) is not { } campaign) return null;
        if (campaign is not LivestreamCampaign.Published { Terms: var terms }) return new("register", false);
        var form = FittingForm(terms, (Applicant.ChannelOf(context.Actor) ?? RegistrationChannel.SellerCenter).UsualEntry());
        var probe = new SubmitRegistration(ProbeOf(campaignId), campaignId, form, account, null, invitationDigest);
        return Ask(reads, probe, context) is { } decision ? Verdict(decision) : null;
    }

    // without a look at other live periods: a form that is sure to fit is live all the time
    internal static Decision? Ask(IReads reads, SubmitRegistration probe, DecisionContext context) =>
        RegistrationDecider.Gather(reads, probe, context) is { } gathered ? RegistrationDecider.Submit(new Registration.NotSubmitted(), probe, gathered) : null;

    internal static RegistrationId ProbeOf(CampaignId campaign) => RegistrationId.From(DerivedId.Of(campaign.Value, "register"));

    static ActionVerdict Verdict(Decision decision)
    {
        var refusal = decision.Refusals.FirstOrDefault(refusal => refusal.Code != RegistrationRefusals.AccountRequired.Code);
        return refusal is not null ? ActionVerdict.Because("register", refusal) : new("register", decision.Outcome is Outcome.Recorded or Outcome.Refused);
    }

    internal static RegistrationForm FittingForm(CampaignTerms terms, RegistrationEntry entry)
    {
        var form = terms.FormOf(entry);
        var easiest = terms.Levels.MinBy(level => level.MinimumMinutes)?.Level ?? "";
        var image = new string('0', 64);
        return new(
            [easiest],
            terms.Period,
            MainCategories.All[0],
            form.WhiteBackgroundImage == FieldRule.Required ? image : null,
            form.BrandLogo == FieldRule.Required ? image : null,
            form.PlatformMerchandiseSupport == FieldRule.Required ? true : null,
            form.Notes == FieldRule.Required ? PersonalText.Placeholder : null);
    }
}
