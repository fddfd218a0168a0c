using System.Diagnostics;
using System.Text.Json.Serialization;
using LiveCommerce.Kernel;

namespace LiveCommerce.Sellers;

/// <summary>What the overview can recommend: these three and no more (RA-01).</summary>
[JsonConverter(typeof(JsonStringEnumConverter<RecommendedAction>))]
public enum RecommendedAction
{
    /// <summary>Post a teaser video.</summary>
    PostTeaser,

    /// <summary>Register for a campaign of the platform.</summary>
    RegisterForCampaign,

    /// <summary>Join Mission and Rewards.</summary>
    JoinMission,
}

/// <summary>Which of the recommended actions a shop has taken.</summary>
/// <param name="HasPostedTeaser">A teaser of a plan that is still active was posted.</param>
/// <param name="HasRegistered">A registration is under review or approved.</param>
/// <param name="HasJoinedMission">A mission was joined.</param>
public sealed record ActionsTaken(bool HasPostedTeaser, bool HasRegistered, bool HasJoinedMission);

/// <summary>An action in the place where it is recommended.</summary>
/// <param name="Action">Which one.</param>
/// <param name="IsTaken">Whether the shop has taken it: then it comes after those that it has not.</param>
/// <param name="Rule">The rule behind it.</param>
/// <param name="Why">What it is good for.</param>
public sealed record Recommendation(RecommendedAction Action, bool IsTaken, string Rule, string Why);

/// <summary>Recommends what to do next, by what was done already (RA-01).</summary>
public static class Recommendations
{
    /// <summary>All three: what is still to be done first.</summary>
    public static ValueList<Recommendation> Of(ActionsTaken taken) =>
        Enum.GetValues<RecommendedAction>().Select(action => Of(action, taken)).OrderBy(recommendation => recommendation.IsTaken).ToValueList();

    static Recommendation Of(RecommendedAction action, ActionsTaken taken) => action switch
    {
        RecommendedAction.PostTeaser => new(action, taken.HasPostedTeaser, "RA-02", "A teaser brings viewers to the LIVE that is to come."),
        RecommendedAction.RegisterForCampaign => new(action, taken.HasRegistered, "RA-03", "A campaign of the platform brings visibility and subsidies."),
        RecommendedAction.JoinMission => new(action, taken.HasJoinedMission, "RA-04", "Missions make the platform familiar and reward what sells."),
        _ => throw new UnreachableException(),
    };
}
