using LiveCommerce.Campaigns;
using LiveCommerce.Host.Http.Answers;
using LiveCommerce.Host.Http.Reading;
using LiveCommerce.Host.Http.Requests;
using LiveCommerce.Kernel;
using LiveCommerce.Registrations;

namespace LiveCommerce.Host.Http.Campaigns;

/// <summary>A campaign as people see it (CAMP-08), with its phase at this moment (C37) and what the caller may do now (CAMP-10).</summary>
sealed record CampaignView(
    CampaignId Id,
    long Version,
    bool IsPublished,
    CampaignPhase? Phase,
    bool IsOpenForRegistration,
    string Name,
    string Details,
    string? Cover,
    CampaignVisibility Visibility,
    IReadOnlyList<LevelRequirement> Levels,
    TimeRange RegistrationWindow,
    TimeRange Period,
    IReadOnlyList<RegistrationFormSpec> Forms,
    Moment? EndedEarlyAt,
    SlotsLeft? Slots,
    IReadOnlyDictionary<string, ActionAnswer> Actions)
{
    /// <summary>The view; null where states must be loaded first.</summary>
    internal static CampaignView? Of(LoadedStates reads, CampaignId id, Caller caller, Moment now, CampaignTab? tab = null)
    {
        var context = new DecisionContext(now, caller.Actor);
        var eligibility = caller.Actor.Party is null ? null : RegisterAction.Explain(reads, id, context, caller.InvitationDigest);
        if (reads.Of(LivestreamCampaign.At(id)) is not { } state || (eligibility is null && caller.Actor.Party is not null)) return null;
        var version = reads.VersionOf(id.Value);
        var actions = ActionAnswer.Of(eligibility is null ? CampaignActions.Of(state, context) : ActionsOfParty(state, eligibility, now, tab));
        return state switch
        {
            LivestreamCampaign.Draft draft => Of(id, version, draft.Terms, actions),
            LivestreamCampaign.Published it => Of(id, version, it.Terms, actions) with
            {
                IsPublished = true, Phase = it.PhaseAt(now), IsOpenForRegistration = it.IsOpenForRegistration(now), Period = it.Period, EndedEarlyAt = it.EndedEarlyAt,
                Slots = eligibility?.Party is { } party ? new(party, RegistrationPolicy.Cap, eligibility.Used, eligibility.Remaining) : null,
            },
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }

    static IEnumerable<ActionVerdict> ActionsOfParty(LivestreamCampaign state, RegistrationEligibility eligibility, Moment now, CampaignTab? tab)
    {
        yield return RegisterAction.Verdict(eligibility);
        if (tab == CampaignTab.Registered && state is LivestreamCampaign.Published campaign) yield return CampaignActions.OfRegistered(campaign, now);
    }

    static CampaignView Of(CampaignId id, long version, CampaignTerms terms, IReadOnlyDictionary<string, ActionAnswer> actions) => new(
        id, version, false, null, false, terms.Name, terms.Details, terms.Cover, terms.Visibility, terms.Levels, terms.RegistrationWindow, terms.Period,
        [.. Enum.GetValues<RegistrationEntry>().Select(terms.FormOf)], null, null, actions);
}

/// <summary>The caller's slots in a campaign (REG-03, C20).</summary>
/// <param name="Party">Whose they are.</param>
/// <param name="Cap">How many there are.</param>
/// <param name="Used">How many are taken, for ever.</param>
/// <param name="Remaining">How many are left.</param>
sealed record SlotsLeft(Party Party, int Cap, int Used, int Remaining);
