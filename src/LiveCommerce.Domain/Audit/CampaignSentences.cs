using System.Diagnostics;
using LiveCommerce.Campaigns;
using LiveCommerce.Kernel;

namespace LiveCommerce.Audit;

/// <summary>Campaigns and their invitations in sentences: a line for each kind of fact.</summary>
static class CampaignSentences
{
    internal static Sentences Table { get; } = Sentences.None
        .Say<CampaignDrafted>((it, zone) => $"drafted the {Say(it.Terms.Visibility)} campaign '{it.Terms.Name}', which runs {SpokenTime.Of(it.Terms.Period, zone)}")
        .Say<CampaignChanged>((it, zone) => $"changed the draft: the campaign '{it.Terms.Name}' runs {SpokenTime.Of(it.Terms.Period, zone)}")
        .Say<CampaignPublished>(it => "published the campaign")
        .Say<CampaignExtended>((it, zone) => $"extended the campaign: registration now ends {SpokenTime.Of(it.RegistrationEnd, zone)}, the campaign {SpokenTime.Of(it.PeriodEnd, zone)}")
        .Say<CampaignEnded>((it, zone) => $"ended the campaign before its time, {SpokenTime.Of(it.EndedAt, zone)}: {Words.Of(it.Reason)}")
        .Say<InvitationIssued>(it => $"issued invitation {it.Invitation} for {(it.Merchants.Count == 0 ? "whoever holds it" : string.Join(", ", it.Merchants))}")
        .Say<InvitationRevoked>(it => $"revoked invitation {it.Invitation}");

    static string Say(CampaignVisibility visibility) => visibility switch
    {
        CampaignVisibility.Public => "public",
        CampaignVisibility.Private => "private",
        _ => throw new UnreachableException(),
    };
}
