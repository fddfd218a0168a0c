using LiveCommerce.Kernel;
using LiveCommerce.LivePlans;
using LiveCommerce.Teasers;
using LiveCommerce.Tests.LivePlans;
using static LiveCommerce.Tests.Sample;
using static LiveCommerce.Tests.Teasers.TeaserSample;

namespace LiveCommerce.Tests.Teasers;

public sealed class LinkTests
{
    static readonly LivePlanCreated next = Plans.Created with { Plan = Plans.Other, Schedule = Plans.Resolved(Plans.Later, On("2026-01-27T12:00:00Z")) };

    static NewFact[] Another => [LivePlan.At(Plans.Other).Is(next)];

    [Fact, Rule("TSR-04"), Rule("TSR-08")]
    public void A_teaser_is_linked_to_an_upcoming_plan_of_its_shop_and_is_then_made_anew()
    {
        Ready().When(new LinkTeaserToPlan(Id, Plans.Id), Seller).Then(Linked()).WithDetails(("teasers_of_plan", "1")).Warned();
        Ready(Linked()[0].Body).When(new PostTeaser(Id), Seller).ThenRefused("teaser.still-preparing");
        Ready().When(new LinkTeaserToPlan(Id, Plans.Id), Seller, Plans.Start.Plus(-1)).Then(Linked());
        Ready().When(new LinkTeaserToPlan(Id, Plans.Id), Seller, Plans.Start).ThenRefused("teaser.plan-not-upcoming");
        Ready().When(new LinkTeaserToPlan(Id, Plans.Other), Seller).ThenNotVisible();
        Ready().When(new LinkTeaserToPlan(Id, Plans.Id), OtherSeller).ThenNotVisible();
        InStudio(Fact(Started), LivePlan.At(Plans.Other).Is(Plans.Created with { Plan = Plans.Other, Merchant = OtherShop })).When(new LinkTeaserToPlan(Id, Plans.Other), Admin).ThenNotVisible();
    }

    [Fact, Rule("TSR-04")]
    public void Linking_twice_changes_nothing_and_a_second_plan_is_refused()
    {
        InStudio([Fact(Started), .. Linked()]).When(new LinkTeaserToPlan(Id, Plans.Id), Seller).ThenAlreadySo();
        InStudio([Fact(Started), .. Linked()]).When(new LinkTeaserToPlan(Id, Plans.Id), Seller, Plans.Start).ThenAlreadySo();
        InStudio([Fact(Started), .. Linked(), .. Another]).When(new LinkTeaserToPlan(Id, Plans.Other), Seller).ThenRefused("teaser.already-linked").WithDetails(("linked_to", $"{Plans.Id}"));
    }

    [Fact, Rule("TSR-08")]
    public void An_unlinked_teaser_is_made_anew_without_sticker()
    {
        InStudio([Fact(Started), .. Linked()]).When(new UnlinkTeaser(Id), Seller).Then(Unlinked(UnlinkReason.BySeller));
        Begun().When(new UnlinkTeaser(Id), Seller).ThenAlreadySo();
        var teaser = Teaser.Kind.Fold([Started, Linked()[0].Body, new TeaserPrepared(2, Rendered with { HasSticker = true }), new TeaserUnlinked(Plans.Id, UnlinkReason.BySeller)]).ShouldBeOfType<Teaser.Preparing>();
        (teaser.Content.Plan, teaser.Content.Rendition).ShouldBe((null, 3));
    }

    [Fact, Rule("TSR-07")]
    public void What_is_posted_is_neither_linked_nor_unlinked()
    {
        Ready(Posted).When(new LinkTeaserToPlan(Id, Plans.Id), Seller).ThenRefused("teaser.already-posted");
        InStudio([Fact(Started), .. Linked(), Fact(new TeaserDescribed(Described)), Fact(new TeaserPrepared(2, Rendered)), Fact(Posted)]).When(new UnlinkTeaser(Id), Seller).ThenRefused("teaser.already-posted");
    }

    [Fact, Rule("C48")]
    public void A_deleted_plan_unlinks_its_teasers_and_warns_of_posted_stickers()
    {
        var posted = InStudio([Fact(Started), .. Linked(), Fact(new TeaserDescribed(Described)), Fact(new TeaserPrepared(2, Rendered with { HasSticker = true })), Fact(Posted)]);
        posted.When(new DeleteLivePlan(Plans.Id, 0), Seller).Then([Plans.Fact(new LivePlanDeleted(0, null)), .. Unlinked(UnlinkReason.PlanDeleted)]).WithDetails(("affected_teasers", "1")).Warned("teaser.sticker-stale");
        InStudio([Fact(Started), .. Linked()]).When(new DeleteLivePlan(Plans.Id, 0), Seller).Then([Plans.Fact(new LivePlanDeleted(0, null)), .. Unlinked(UnlinkReason.PlanDeleted)]).Warned();
        Teaser.Kind.Fold([Started, Linked()[0].Body, new TeaserDescribed(Described), new TeaserPrepared(2, Rendered), Posted, new TeaserUnlinked(Plans.Id, UnlinkReason.PlanDeleted)])
            .ShouldBeOfType<Teaser.Posted>().Post.IsStickerStale.ShouldBeTrue();
    }

    [Fact, Rule("BEY-12"), Rule("C48")]
    public void A_rescheduled_plan_hands_its_teasers_to_the_one_in_its_place()
    {
        LiveTimingSticker later = new(next.Schedule.Start, Zone);
        InStudio([Fact(Started), .. Linked()]).When(new RescheduleLivePlan(Plans.Id, Plans.Other, Plans.Later, 0), Seller).Then(
        [
            LivePlan.At(Plans.Other).Is(next with { RescheduledFrom = Plans.Id }), LivePlan.At(Plans.Other).Is(new LivePlanPublished()), Plans.Fact(new LivePlanDeleted(0, Plans.Other)),
            .. Unlinked(UnlinkReason.PlanRescheduled), .. Linked(Plans.Other, later),
        ]);
        var teaser = Teaser.Kind.Fold([Started, Linked()[0].Body, new TeaserDescribed(Described), new TeaserPrepared(2, Rendered), Posted, new TeaserUnlinked(Plans.Id, UnlinkReason.PlanRescheduled), new TeaserLinkedToPlan(Plans.Other, later)]).ShouldBeOfType<Teaser.Posted>();
        (teaser.Content.Plan?.Plan, teaser.Post.IsStickerStale).ShouldBe((Plans.Other, true));
    }

    [Fact, Rule("TSR-10"), Rule("C6")]
    public void A_fifth_teaser_is_more_than_advised_and_is_taken()
    {
        NewFact[] Joined(int count) => [.. Enumerable.Range(0, count).Select(number => PlanTeasers.At(Plans.Id).Is(new TeaserJoinedPlan(Plans.Id, new(Uuid(820 + number)))))];
        InStudio([Fact(Started), .. Joined(3)]).When(new LinkTeaserToPlan(Id, Plans.Id), Seller).Then(Linked()).Warned();
        InStudio([Fact(Started), .. Joined(4)]).When(new LinkTeaserToPlan(Id, Plans.Id), Seller).Then(Linked()).Warned("teaser.more-than-advised");
        InStudio([Fact(Started), .. Joined(PlanTeasers.Most)]).When(new LinkTeaserToPlan(Id, Plans.Id), Seller).ThenRefused("teaser.plan-full");
    }

    [Theory, Rule("TSR-05"), Rule("C53")]
    [InlineData("2026-01-20T12:00:00Z", "Asia/Kuala_Lumpur", "LIVE 20 JAN 20:00")]
    [InlineData("2026-03-08T07:30:00Z", "America/New_York", "LIVE 8 MAR 03:30")]
    [InlineData("2028-02-29T23:30:00Z", "Pacific/Auckland", "LIVE 1 MAR 12:30")]
    public void The_sticker_says_when_the_LIVE_begins_on_the_shop_s_clock(string start, string zone, string text) => new LiveTimingSticker(On(start), ZoneId.Parse(zone)).Text.ShouldBe(text);
}
