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
    IReadOnlyDictionary<string, ActionAnswer> Actions)
{
    /// <summary>The view; null where states must be loaded first.</summary>
    internal static CampaignView? Of(LoadedStates reads, CampaignId id, Caller caller, Moment now)
    {
        var context = new DecisionContext(now, caller.Actor);
        var mayRegister = caller.Actor.Party is null ? null : RegisterAction.Of(reads, id, context, caller.InvitationDigest);
        if (reads.Of(LivestreamCampaign.At(id)) is not { } state || (mayRegister is null && caller.Actor.Party is not null)) return null;
        var version = reads.VersionOf(id.Value);
        var actions = ActionAnswer.Of(mayRegister is null ? CampaignActions.Of(state, context) : [mayRegister]);
        return state switch
        {
            LivestreamCampaign.Draft draft => Of(id, version, draft.Terms, actions),
            LivestreamCampaign.Published it => Of(id, version, it.Terms, actions) with
            {
                IsPublished = true, Phase = it.PhaseAt(now), IsOpenForRegistration = it.IsOpenForRegistration(now), Period = it.Period, EndedEarlyAt = it.EndedEarlyAt,
            },
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }

    static CampaignView Of(CampaignId id, long version, CampaignTerms terms, IReadOnlyDictionary<string, ActionAnswer> actions) => new(
        id, version, false, null, false, terms.Name, terms.Details, terms.Cover, terms.Visibility, terms.Levels, terms.RegistrationWindow, terms.Period,
        [.. Enum.GetValues<RegistrationEntry>().Select(terms.FormOf)], null, actions);
}
