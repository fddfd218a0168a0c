using System.Diagnostics;
using LiveCommerce.Kernel;

namespace LiveCommerce.Campaigns;

/// <summary>Decides commands about campaigns, which the platform alone gives.</summary>
public static partial class CampaignDecider
{
    /// <summary>The policy that is recorded with each decision.</summary>
    public const string Policy = "campaign/1";

    /// <summary>Gathers what the command needs and decides; null when states must be loaded first.</summary>
    public static Decision? Handle(IReads reads, ICampaignCommand command, DecisionContext context) =>
        reads.Of(LivestreamCampaign.At(command.Campaign)) is { } campaign ? Decide(campaign, command, context) : null;

    /// <summary>Decides a command on a campaign.</summary>
    public static Decision Decide(LivestreamCampaign state, ICampaignCommand command, DecisionContext context) => (state, command) switch
    {
        (_, _) when !context.Actor.IsPlatform => Decision.NotVisible,
        (_, DraftCampaign it) => Draft(state, it),
        (LivestreamCampaign.NotDrafted, _) => Decision.NotVisible,
        (_, ChangeCampaign it) => Change(state, it),
        (_, PublishCampaign it) => Publish(state, it, context),
        (LivestreamCampaign.Draft, _) => Refuse(command, [CampaignRefusals.NotPublished.Of()]),
        (LivestreamCampaign.Published campaign, ExtendCampaign it) => Extend(campaign, it, context),
        (LivestreamCampaign.Published campaign, EndCampaign it) => End(campaign, it, context),
        (LivestreamCampaign.Published campaign, IssueInvitation it) => Issue(campaign, it, context),
        (LivestreamCampaign.Published campaign, RevokeInvitation it) => Revoke(campaign, it),
        _ => throw new UnreachableException(),
    };

    static Decision Record(ICampaignCommand command, IEvent fact) => Decision.Record(LivestreamCampaign.At(command.Campaign), fact);

    static Decision Refuse(ICampaignCommand command, ValueList<Refusal> refusals) => Decision.Refuse(LivestreamCampaign.At(command.Campaign), refusals);

    static Decision RecordUnless(ICampaignCommand command, ValueList<Refusal> refusals, IEvent fact) =>
        refusals.Count > 0 ? Refuse(command, refusals) : Record(command, fact);
}
