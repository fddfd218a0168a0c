using System.Diagnostics;
using LiveCommerce.Kernel;

namespace LiveCommerce.Registrations;

/// <summary>The numbers that registrations are decided by: a named constant with a version, recorded with each decision.</summary>
public static class RegistrationPolicy
{
    /// <summary>The policy's name and version.</summary>
    public const string Version = "registration/1";

    /// <summary>How many registrations a party may have in a campaign, over both channels (REG-03); each one counts for ever (C20).</summary>
    public const int Cap = 100;
}

/// <summary>A session that a slot was taken for, as it was submitted.</summary>
public sealed record SlottedSession(RegistrationId Registration, AccountId Account, TimeRange LivePeriod);

/// <summary>How many slots of a party in a campaign are taken (REG-03): the latest says it, so that a page of registrations loads no quota's whole history.</summary>
/// <param name="Used">How many are taken.</param>
public sealed record SlotsTaken(int Used)
{
    /// <summary>Quotas as whoever only counts reads them.</summary>
    public static StreamKind<SlotsTaken> Kind { get; } = new(CampaignQuota.Kind.Alias, new SlotsTaken(0), Evolve) { IsToldByLatest = true };

    /// <summary>How many are left.</summary>
    public int Remaining => RegistrationPolicy.Cap - Used;

    /// <summary>The stream of one party in one campaign.</summary>
    public static StreamRef<SlotsTaken> At(CampaignId campaign, Party party) => Kind.At(CampaignQuota.At(campaign, party).Id);

    static SlotsTaken Evolve(SlotsTaken state, IEvent fact) =>
        fact is SlotTaken it ? new(it.Slot) : throw new UnreachableException($"{fact.GetType().Name} is no fact of a quota.");
}

/// <summary>The slots of a party in a campaign (C22): one stream, so that two submissions at 99 cannot both pass.</summary>
/// <param name="Used">How many are taken.</param>
public sealed record CampaignQuota(int Used)
{
    /// <summary>What they were taken for, so that a clash of live periods is found (C25).</summary>
    public ValueList<SlottedSession> Sessions { get; init; } = [];

    /// <summary>How many are left.</summary>
    public int Remaining => RegistrationPolicy.Cap - Used;

    /// <summary>Quotas as streams.</summary>
    public static StreamKind<CampaignQuota> Kind { get; } = new("campaign_quota", new CampaignQuota(0), Evolve);

    /// <summary>The stream of one party in one campaign: the id is derived from both, so every host finds the same.</summary>
    public static StreamRef<CampaignQuota> At(CampaignId campaign, Party party) => Kind.At(DerivedId.Of(campaign.Value, party.ToString()));

    /// <summary>The quota after one more fact.</summary>
    public static CampaignQuota Evolve(CampaignQuota state, IEvent fact) => fact switch
    {
        SlotTaken { Account: { } account, LivePeriod: { } period } it => new(it.Slot) { Sessions = state.Sessions.Add(new(it.Registration, account, period)) },
        SlotTaken it => state with { Used = it.Slot },
        _ => throw new UnreachableException($"{fact.GetType().Name} is no fact of a quota."),
    };
}
