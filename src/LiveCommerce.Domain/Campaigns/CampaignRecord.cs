using System.Diagnostics;
using LiveCommerce.Kernel;

namespace LiveCommerce.Campaigns;

/// <summary>A campaign's row for lists and details (CAMP-08); one campaign's own facts, nothing counted over others.</summary>
/// <param name="Id">The campaign.</param>
/// <param name="Version">The version of the campaign's stream that the row shows.</param>
/// <param name="IsPublished">False for a draft, which the platform alone sees.</param>
/// <param name="Terms">What was published, with the present ends.</param>
/// <param name="EndedEarlyAt">When it was ended before its time.</param>
/// <param name="DraftedAt">When it was drafted.</param>
/// <param name="PublishedAt">When it was published.</param>
public sealed record CampaignRecord(
    CampaignId Id,
    long Version,
    bool IsPublished,
    CampaignTerms Terms,
    Moment? EndedEarlyAt,
    Moment DraftedAt,
    Moment? PublishedAt)
{
    /// <summary>The read model's name and fold.</summary>
    public static InlineView<CampaignRecord> View { get; } = new("campaigns", Fold);

    /// <summary>The end: that of the period, or the early one.</summary>
    public Moment End => EndedEarlyAt ?? Terms.Period.End;

    /// <summary>The phase that people see (C37).</summary>
    public CampaignPhase PhaseAt(Moment now) => CampaignPhases.At(now, Terms.RegistrationWindow, Terms.Period with { End = End });

    /// <summary>The row after one more fact.</summary>
    public static CampaignRecord? Fold(CampaignRecord? row, Fact fact) => (row, fact.Body) switch
    {
        (null, CampaignDrafted it) => new(it.Campaign, fact.Version, false, it.Terms, null, fact.EffectiveAt, null),
        ({ } campaign, { } body) => Change(campaign, body, fact.EffectiveAt) with { Version = fact.Version },
        _ => throw new UnreachableException($"{fact.Body.GetType().Name} cannot begin a campaign."),
    };

    static CampaignRecord Change(CampaignRecord row, IEvent body, Moment at) => body switch
    {
        CampaignChanged it => row with { Terms = it.Terms },
        CampaignPublished => row with { IsPublished = true, PublishedAt = at },
        CampaignExtended it => row with { Terms = row.Terms.ExtendedTo(it.RegistrationEnd, it.PeriodEnd) },
        CampaignEnded it => row with { EndedEarlyAt = it.EndedAt },
        InvitationIssued or InvitationRevoked => row,
        _ => throw new UnreachableException($"{body.GetType().Name} is no fact of a campaign."),
    };
}
