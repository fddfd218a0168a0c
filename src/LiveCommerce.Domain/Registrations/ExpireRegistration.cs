using System.Diagnostics;
using LiveCommerce.Campaigns;
using LiveCommerce.Kernel;

namespace LiveCommerce.Registrations;

/// <summary>Records that the campaign's end was reached; due work of the host itself (RREC-18).</summary>
public sealed record ExpireRegistration(RegistrationId Registration) : IRegistrationCommand;

public static partial class RegistrationDecider
{
    static Decision Expire(Registration.Submitted state, RegistrationContext context) =>
        !context.Published.IsOver(context.Now) ? Refuse(state, RegistrationRefusals.CampaignNotEnded.Of(null, ("ends_at", context.Published.End.ToString())))
        : DueAtEnd(state, context.Published) is { Count: > 0 } due ? Decision.Record(due)
        : Decision.AlreadySo;

    // whoever comes after the end is refused, and what the end brought about is recorded first if nobody has done so
    static Decision RefuseAfterEnd(Registration.Submitted state, LivestreamCampaign.Published campaign) =>
        Refuse(state, CampaignRefusals.Ended.Of(null, ("ended_at", campaign.End.ToString()))) with { Facts = DueAtEnd(state, campaign) };

    static ValueList<NewFact> DueAtEnd(Registration.Submitted state, LivestreamCampaign.Published campaign) => state switch
    {
        Registration.UnderReview => [ExpiredAtEnd(state, RegistrationStatus.UnderReview, campaign)],
        Registration.Approved => [ExpiredAtEnd(state, RegistrationStatus.Approved, campaign)],
        Registration.Rejected or Registration.Expired => [],
        _ => throw new UnreachableException(),
    };

    static NewFact ExpiredAtEnd(Registration.Submitted state, RegistrationStatus before, LivestreamCampaign.Published campaign) =>
        new(Registration.At(state.Session.Submission.Registration), new RegistrationExpiredAtCampaignEnd(before), campaign.End);
}
