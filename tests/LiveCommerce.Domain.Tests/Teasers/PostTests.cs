using LiveCommerce.Kernel;
using LiveCommerce.LivePlans;
using LiveCommerce.Sellers;
using LiveCommerce.Teasers;
using LiveCommerce.Tests.LivePlans;
using NodaTime;
using static LiveCommerce.Tests.Sample;
using static LiveCommerce.Tests.Teasers.TeaserSample;

namespace LiveCommerce.Tests.Teasers;

public sealed class PostTests
{
    [Fact, Rule("TSR-06")]
    public void Caption_and_preferences_come_before_posting()
    {
        Begun(new TeaserPrepared(1, Rendered)).When(new PostTeaser(Id), Seller).ThenRefused("teaser.caption-required");
        Begun().When(Describe, Seller).Then(Fact(new TeaserDescribed(Described)));
        Begun(new TeaserDescribed(Described)).When(Describe, Seller).ThenAlreadySo();
        Begun().When(Describe with { Cover = 8 }, Seller).ThenRefused("teaser.cover");
        Begun().When(Describe with { Cover = -1 }, Seller).ThenRefused("teaser.cover");
        Ready(Posted).When(Describe, Seller).ThenRefused("teaser.already-posted");
    }

    [Fact, Rule("TSR-07")]
    public void A_ready_teaser_is_posted_on_the_bound_official_account()
    {
        Ready().When(new PostTeaser(Id), Seller).Then(Fact(Posted)).WithDetails(("status", "successfully posted"), ("edits_until", "2026-01-17T00:00:00Z")).Warned("teaser.without-plan");
        Ready(Posted).When(new PostTeaser(Id), Seller).ThenAlreadySo();
        Ready().When(new PostTeaser(Id), OtherSeller).ThenNotVisible();
        InStudio(Fact(Started), Fact(new TeaserDescribed(Described)), Fact(new TeaserPrepared(1, Rendered)), Merchant.At(Shop).Is(new OfficialAccountUnlinked(Shop, Official)))
            .When(new PostTeaser(Id), Seller).ThenRefused("account.not-bound");
        Begun().When(new PostTeaser(Id), Seller).ThenRefused("teaser.still-preparing", "teaser.caption-required");
        Begun(new TeaserPreparationFailed(1, TeaserFailure.CheckFailed)).When(new PostTeaser(Id), Seller).ThenRefused("teaser.preparation-failed", "teaser.caption-required");
    }

    [Fact, Rule("TSR-07"), Rule("TSR-23")]
    public void A_linked_teaser_is_posted_until_its_LIVE_is_over()
    {
        Scenario Announcing(params NewFact[] then) => InStudio([Fact(Started), .. Linked(), Fact(new TeaserDescribed(Described)), Fact(new TeaserPrepared(2, Rendered with { HasSticker = true })), .. then]);
        Announcing().When(new PostTeaser(Id), Seller).Then(Fact(Posted)).Warned();
        Announcing(Plans.Fact(new LivePlanWentLive(Plans.Session, Plans.Start))).When(new PostTeaser(Id), Seller, Plans.End.Plus(10)).Then(Fact(Posted with { PostedAt = Plans.End.Plus(10) }));
        Announcing().When(new PostTeaser(Id), Seller, Plans.End.Plus(-1)).Then(Fact(Posted with { PostedAt = Plans.End.Plus(-1) }));
        Announcing().When(new PostTeaser(Id), Seller, Plans.End).ThenRefused("teaser.plan-over");
        Announcing(Plans.Fact(new LivePlanWentLive(Plans.Session, Plans.Start)), Plans.Fact(new LivePlanCompleted(PlanOutcome.Held, Plans.End))).When(new PostTeaser(Id), Seller, Plans.End).ThenRefused("teaser.plan-over");
    }

    [Fact, Rule("TSR-12"), Rule("TSR-13")]
    public void The_advice_is_a_checklist_that_the_host_and_the_seller_fill_in()
    {
        Ready().When(new TickTeaserStory(Id, [StoryPoint.MovingPictures, StoryPoint.ProductAtOnce, StoryPoint.ProductAtOnce]), Seller).Then(Fact(new TeaserStoryTicked([StoryPoint.ProductAtOnce, StoryPoint.MovingPictures])));
        Ready(new TeaserStoryTicked([StoryPoint.ProductAtOnce])).When(new TickTeaserStory(Id, [StoryPoint.ProductAtOnce]), Seller).ThenAlreadySo();
        var ready = Teaser.Kind.Fold([Started, new TeaserPrepared(1, Rendered with { Milliseconds = 40_000 }), new TeaserStoryTicked([StoryPoint.ProductAtOnce])]).ShouldBeOfType<Teaser.Ready>();
        TeaserStory.Of(ready).Select(point => (point.Point, point.IsMet)).ShouldBe([
            ("story.forty_seconds", true), ("element.music", true), ("element.sticker", false), ("element.arrow", false),
            ("story.product_at_once", true), ("story.shows_the_product", false), ("story.live_billboard", false), ("story.points_to_the_entrance", false), ("story.moving_pictures", false)]);
        TeaserStory.Of(Teaser.Kind.Fold([Started]).ShouldBeOfType<Teaser.Preparing>()).Take(4).ShouldAllBe(point => point.IsMet == null);
        TeaserStory.Of(ready with { Video = Rendered with { HasSticker = true } }).Where(point => point.Rule == "TSR-13").ShouldAllBe(point => point.IsMet == true);
    }

    [Fact, Rule("TSR-15")]
    public void A_teaser_is_deleted_whatever_became_of_it_and_leaves_its_plan()
    {
        Begun().When(new DeleteTeaser(Id), Seller).Then(Fact(new TeaserDeleted()));
        Ready(Posted).When(new DeleteTeaser(Id), Seller).Then(Fact(new TeaserDeleted()));
        InStudio([Fact(Started), .. Linked()]).When(new DeleteTeaser(Id), Seller).Then(Fact(new TeaserDeleted()), PlanTeasers.At(Plans.Id).Is(new TeaserLeftPlan(Plans.Id, Id)));
        Begun(new TeaserDeleted()).When(new DeleteTeaser(Id), Seller).ThenAlreadySo();
        Begun(new TeaserDeleted()).When(Describe, Seller).ThenRefused("teaser.deleted");
        Begun().When(new DeleteTeaser(Id), OtherSeller).ThenNotVisible();
    }

    [Fact, Rule("C5"), Rule("C7"), Rule("C8")]
    public void Promotional_videos_link_featured_products_and_outside_teasers_are_warned_of_theirs()
    {
        OutsideVideoId video = new(Uuid(810));
        TellPromotionalVideo promotional = new(video, Plans.Id, ["P1"], null);
        TellOutsideTeaser teaser = new(video, Plans.Id, true, null);
        var at = OutsideVideo.At(video);
        Plans.Planned().When(promotional, Seller).Then(at.Is(new PromotionalVideoPosted(video, Shop, Plans.Id, ["P1"], Now)));
        Plans.Planned().When(teaser, Seller).Then(at.Is(new OutsideTeaserPosted(video, Shop, Plans.Id, true, Now))).Warned("teaser.product-links");
        Plans.Planned().When(teaser with { HasProductLinks = false }, Seller).Then(at.Is(new OutsideTeaserPosted(video, Shop, Plans.Id, false, Now))).Warned();
        Plans.Planned().When(promotional with { Products = [] }, Seller).ThenRefused("outside-video.products");
        Plans.Planned().When(promotional with { Products = ["P9"] }, Seller).ThenRefused("outside-video.product-not-featured");
        Plans.Planned().When(promotional with { Products = ["P1", "P1"] }, Seller).ThenRefused("outside-video.product-not-featured");
        Plans.Planned().When(promotional with { PostedAt = Now.Plus(1) }, Seller).ThenRefused("outside-video.in-future");
        Plans.Planned(new LivePlanDeleted(0, null)).When(promotional, Seller).ThenRefused("outside-video.plan-deleted");
        Plans.Planned().When(promotional, OtherSeller).ThenNotVisible();
        Scenario.InMarket(Plans.Fact(Plans.Created), at.Is(new PromotionalVideoPosted(video, Shop, Plans.Id, ["P1"], Now))).When(promotional, Seller, Now.Plus(5)).ThenAlreadySo();
        Scenario.InMarket(Plans.Fact(Plans.Created), at.Is(new PromotionalVideoPosted(video, Shop, Plans.Id, ["P1"], Now))).When(teaser, Seller, Now.Plus(5)).ThenRefused("outside-video.already-told");
    }

    [Fact, Rule("C5"), Rule("TSR-09")]
    public void Teasers_and_promotional_videos_have_cadences_of_their_own()
    {
        PromotionCadence.Of(PromotionKind.Teaser).Select(before => before.TotalHours).ShouldBe([24, 1]);
        PromotionCadence.Of(PromotionKind.PromotionalVideo).Select(before => before.TotalHours).ShouldBe([48, 24, 2]);
        var slots = PromotionCadence.Slots(PromotionKind.Teaser, Plans.Start, [Plans.Start.Plus(-24 * 60)], Plans.Start.Plus(-40));
        slots.Select(slot => slot.State).ShouldBe([SlotState.Kept, SlotState.Open]);
        (slots[1].DueAt, slots[1].Opens, slots[1].Closes).ShouldBe((Plans.Start.Plus(-60), Plans.Start.Plus(-90), Plans.Start.Plus(-30)));
        PromotionCadence.Slots(PromotionKind.Teaser, Plans.Start, [], Plans.Start).Select(slot => slot.State).ShouldBe([SlotState.Missed, SlotState.Missed]);
        PromotionCadence.Slots(PromotionKind.Teaser, Plans.Start, [], Plans.Start.Plus(-29)).Select(slot => slot.State).ShouldBe([SlotState.Missed, SlotState.Missed]);
        PromotionCadence.Slots(PromotionKind.Teaser, Plans.Start, [], Plans.Start.Plus(-30)).Select(slot => slot.State).ShouldBe([SlotState.Missed, SlotState.Open]);
    }

    static DescribeTeaser Describe => new(Id, Described.Caption, Described.Preferences, Described.Cover);
}
