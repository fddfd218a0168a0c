using LiveCommerce.Campaigns;
using LiveCommerce.Kernel;
using LiveCommerce.Sellers;

namespace LiveCommerce.Host.Season;

/// <summary>What the platform does with the crowd's campaigns: drafts and publishes, invites, extends one and ends one early.</summary>
static class SeasonFairSteps
{
    static readonly SeasonFair[] Published =
        [SeasonFairs.PaydayRush, SeasonFairs.NightMarket, SeasonFairs.HarvestFair, SeasonFairs.KitchenWeek, SeasonFairs.CreatorCircle, SeasonFairs.GrandYearSale];

    public static IEnumerable<SeasonStep> Of(SeasonDay day, IEnumerable<SeasonMerchant> insiders)
    {
        foreach (var fair in (SeasonFair[])[.. Published, SeasonFairs.SpringPreview])
            yield return By($"draft {fair.Name}", day.At(-39, 8), new DraftCampaign(fair.Id, fair.Terms(day)));
        foreach (var fair in Published) yield return By($"publish {fair.Name}", day.At(-38, 11), new PublishCampaign(fair.Id));

        var (beauty, circle) = (SeasonFairs.BeautyInsiders, SeasonFairs.CreatorCircle);
        yield return By("invite insiders", day.At(-37, 8), new IssueInvitation(
            beauty.Id, Invitation("insiders"), Digest.Of(beauty.Token!), [.. insiders.Select(merchant => merchant.Id)]));
        yield return By("invite a shop by mistake", day.At(-37, 9), new IssueInvitation(
            beauty.Id, Invitation("mistake"), Digest.Of("sample invitation by mistake"), [SeasonParties.TinyAcorns.Id]));
        yield return By("revoke the mistake", day.At(-37, 10), new RevokeInvitation(beauty.Id, Invitation("mistake")));
        yield return By("invite creators", day.At(-37, 11), new IssueInvitation(circle.Id, Invitation("creators"), Digest.Of(circle.Token!), []));

        yield return By("the storm ends kitchen week", day.At(-8, 9), new EndCampaign(
            SeasonFairs.KitchenWeek.Id, SeasonText.Of(SeasonFairs.KitchenWeek.Id.Value, "end", "The storm has closed the studios for the rest of the week")));
        yield return By("lengthen the harvest fair", day.At(-1, 23), new ExtendCampaign(SeasonFairs.HarvestFair.Id, day.At(25), day.At(50)));
    }

    static InvitationId Invitation(string name) => new(SeasonIds.Of($"invitations/{name}"));

    static SeasonStep By(string name, Moment at, ICommand command) => new(name, at, SeasonParties.Admin, command);
}
