using LiveCommerce.Kernel;

namespace LiveCommerce.Campaigns;

/// <summary>Issues an invitation to a private campaign (CAMP-06); without merchants it is for whoever holds it.</summary>
/// <param name="Campaign">The private campaign.</param>
/// <param name="Invitation">A new id.</param>
/// <param name="TokenDigest">SHA-256 of the token, in lower-case hexadecimal; the token itself is never kept.</param>
/// <param name="Merchants">Whom it is for.</param>
public sealed record IssueInvitation(CampaignId Campaign, InvitationId Invitation, string TokenDigest, ValueList<MerchantId> Merchants) : ICampaignCommand;

public static partial class CampaignDecider
{
    const int HexDigitsOfSha256 = 64;

    static Decision Issue(LivestreamCampaign.Published campaign, IssueInvitation command, DecisionContext context)
    {
        var known = campaign.Invitations.FirstOrDefault(invitation => invitation.Id == command.Invitation);
        var wanted = new Invitation(command.Invitation, command.TokenDigest, command.Merchants, false);
        return known == wanted
            ? Decision.AlreadySo
            : RecordUnless(
                command,
                InvitationRules(campaign, command, known, context.Now).ToValueList(),
                new InvitationIssued(command.Invitation, command.TokenDigest, command.Merchants));
    }

    static IEnumerable<Refusal> InvitationRules(LivestreamCampaign.Published campaign, IssueInvitation command, Invitation? known, Moment now)
    {
        if (campaign.IsOver(now)) yield return CampaignRefusals.Ended.Of();
        if (campaign.Terms.Visibility != CampaignVisibility.Private) yield return CampaignRefusals.NotPrivate.Of();
        if (known is { IsRevoked: true }) yield return CampaignRefusals.InvitationRevoked.Of("invitation");
        if (known is { IsRevoked: false }) yield return CampaignRefusals.InvitationExists.Of("invitation");
        if (command.TokenDigest.Length != HexDigitsOfSha256 || !command.TokenDigest.All(char.IsAsciiHexDigitLower))
            yield return CampaignRefusals.DigestInvalid.Of("tokenDigest");
    }
}
