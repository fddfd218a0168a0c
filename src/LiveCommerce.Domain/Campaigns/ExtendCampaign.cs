using LiveCommerce.Kernel;

namespace LiveCommerce.Campaigns;

/// <summary>Moves the end of the registration window or of the period to a later instant; null leaves it.</summary>
public sealed record ExtendCampaign(CampaignId Campaign, Moment? RegistrationEnd, Moment? PeriodEnd) : ICampaignCommand;

public static partial class CampaignDecider
{
    static Decision Extend(LivestreamCampaign.Published campaign, ExtendCampaign command, DecisionContext context)
    {
        var (registration, period) = (campaign.Terms.RegistrationWindow, campaign.Terms.Period);
        var extended = new CampaignExtended(command.RegistrationEnd ?? registration.End, command.PeriodEnd ?? period.End);
        if (!campaign.IsOver(context.Now) && (extended.RegistrationEnd, extended.PeriodEnd) == (registration.End, period.End)) return Decision.AlreadySo;
        return RecordUnless(command, ExtensionRules(campaign, extended, context.Now).ToValueList(), extended);
    }

    static IEnumerable<Refusal> ExtensionRules(LivestreamCampaign.Published campaign, CampaignExtended extended, Moment now)
    {
        if (campaign.IsOver(now)) yield return CampaignRefusals.Ended.Of();
        if (extended.RegistrationEnd < campaign.Terms.RegistrationWindow.End) yield return CampaignRefusals.NotLater.Of("registrationEnd");
        if (extended.PeriodEnd < campaign.Terms.Period.End) yield return CampaignRefusals.NotLater.Of("periodEnd");
        if (extended.RegistrationEnd > extended.PeriodEnd) yield return CampaignRefusals.WindowInvalid.Of("registrationEnd");
    }
}
