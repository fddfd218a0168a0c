using LiveCommerce.Sellers;
using static LiveCommerce.Sellers.RecommendedAction;

namespace LiveCommerce.Tests.Sellers;

public sealed class RecommendationTests
{
    [Theory, Rule("RA-01")]
    [InlineData(false, false, false, PostTeaser, RegisterForCampaign, JoinMission)]
    [InlineData(true, false, false, RegisterForCampaign, JoinMission, PostTeaser)]
    [InlineData(false, true, false, PostTeaser, JoinMission, RegisterForCampaign)]
    [InlineData(true, true, false, JoinMission, PostTeaser, RegisterForCampaign)]
    [InlineData(true, true, true, PostTeaser, RegisterForCampaign, JoinMission)]
    public void What_is_still_to_be_done_comes_first(bool posted, bool registered, bool joined, params RecommendedAction[] order)
    {
        var all = Recommendations.Of(new(posted, registered, joined));
        all.Select(one => one.Action).ShouldBe(order);
        all.Where(one => one.IsTaken).Count().ShouldBe((posted ? 1 : 0) + (registered ? 1 : 0) + (joined ? 1 : 0));
    }
}
