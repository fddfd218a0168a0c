using LiveCommerce.Kernel;
using LiveCommerce.LivePlans;
using LiveCommerce.LiveSessions;
using LiveCommerce.Teasers;
using LiveCommerce.Tests.Teasers;
using static LiveCommerce.LivePlans.ReadinessState;
using static LiveCommerce.Tests.LivePlans.Plans;
using static LiveCommerce.Tests.Sample;

namespace LiveCommerce.Tests.LivePlans;

public sealed class ReadinessTests
{
    static readonly PromotionTool tool = new("T1", PromotionToolKind.FlashSale, PromotionToolStatus.Active, ["P1"]);
    static readonly MarketReference quiet = new(Now, [], []);

    static readonly ReadinessFacts full = new(
        new(Created, Created.Products, Created.PromotionTools) { Preparation = new(Tried, [new("P1", 50), new("P2", 10)], RunSheet, []) },
        [new(Shop, "P1", Seen(50), Now), new(Shop, "P2", Seen(10), Now)], [tool], [At("2026-01-13", "20:00")], quiet, [Start.Plus(-24 * 60), Start.Plus(-60)], []);

    static readonly ReadinessFacts bare = new(new(Created with { PromotionTools = [] }, ["P1"], []), [], [], [], null, null, []);

    [Fact, Rule("PLAN-01"), Rule("BEY-15")]
    public void Every_point_of_a_plan_that_lacks_nothing_is_met_and_is_explained()
    {
        var list = Readiness.Of(full, Start);
        list.Items.Where(item => item.State != Met).ShouldBeEmpty();
        list.HasFoundation.ShouldBeTrue();
        list.Items.Select(item => item.Point).ShouldBeUnique();
        list.Items.ShouldAllBe(item => item.Fix.Length > 10 && LiveCommerce.Audit.RuleBook.Statement(item.Rule) != null);
    }

    [Fact, Rule("BEY-15")]
    public void What_was_never_seen_is_unknown_and_not_missing()
    {
        string[] unknown = [.. Readiness.Of(bare, Now).Items.Where(item => item.State == Unknown).Select(item => item.Point)];
        unknown.ShouldBe(["foundation.teaser", "schedule.rush-hours", "collision.competitors", "schedule.consistent", "teasers.cadence", "stock.cover", "technical.upload", "technical.second-device", "technical.backup-device"]);
        Readiness.Of(bare, Now).HasFoundation.ShouldBeFalse();
    }

    [Fact, Rule("PLAN-06"), Rule("PLAN-07"), Rule("C4"), Rule("C6")]
    public void The_foundation_is_two_products_a_working_bound_tool_and_a_teaser()
    {
        State(bare, "foundation.products").ShouldBe(NotMet);
        State(bare, "foundation.promotion-tool").ShouldBe(NotMet);
        State(full with { Tools = [] }, "foundation.promotion-tool").ShouldBe(Unknown);
        State(full with { Tools = [tool with { Status = PromotionToolStatus.Ended }] }, "foundation.promotion-tool").ShouldBe(NotMet);
        State(full with { Tools = [tool with { Products = ["P9"] }] }, "foundation.promotion-tool").ShouldBe(NotMet);
        State(full with { TeasersPostedAt = [] }, "foundation.teaser").ShouldBe(NotMet);
    }

    [Theory, Rule("PLAN-08"), Rule("C13")]
    [InlineData(60, NotMet)]
    [InlineData(61, Met)]
    public void More_than_sixty_minutes_are_advised(int minutes, ReadinessState state) => State(With(Evening with { Minutes = minutes }), "schedule.duration").ShouldBe(state);

    [Theory, Rule("PLAN-08"), Rule("BEY-13")]
    [InlineData(17, 19, Met)]
    [InlineData(18, 20, Met)]
    [InlineData(19, 21, NotMet)]
    [InlineData(22, 24, Met)]
    public void Rush_hours_are_avoided_on_the_shop_s_clock(int from, int to, ReadinessState state) =>
        State(full with { Reference = quiet with { RushHours = [new(from * 60, to * 60)] } }, "schedule.rush-hours").ShouldBe(state);

    [Fact, Rule("PLAN-08"), Rule("BEY-13")]
    public void A_LIVE_over_midnight_meets_the_rush_hours_of_the_next_day()
    {
        var late = Resolved(new("2026-01-20", "23:00", 120), On("2026-01-20T15:00:00Z"));
        Collisions.WithRushHours(late, quiet with { RushHours = [new(30, 90), new(120, 180)] }).ShouldBe([new RushHours(30, 90)]);
    }

    [Fact, Rule("PLAN-09"), Rule("BEY-13")]
    public void Own_plans_and_competitors_at_the_same_time_are_found()
    {
        var twin = At("2026-01-20", "21:59");
        State(full with { OtherPlans = [twin] }, "collision.own-plans").ShouldBe(NotMet);
        State(full with { OtherPlans = [At("2026-01-20", "22:00")] }, "collision.own-plans").ShouldBe(Met);
        State(full with { Reference = quiet with { Competitors = [new("rival", new(End.Plus(-1), End))] } }, "collision.competitors").ShouldBe(NotMet);
        State(full with { Reference = quiet with { Competitors = [new("rival", new(End, End.Plus(60)))] } }, "collision.competitors").ShouldBe(Met);
    }

    [Fact, Rule("PLAN-21"), Rule("PLAN-22")]
    public void The_same_weekday_and_time_are_a_habit()
    {
        State(full with { OtherPlans = [At("2026-01-14", "20:00")] }, "schedule.consistent").ShouldBe(NotMet);
        State(full with { OtherPlans = [At("2026-01-13", "20:30")] }, "schedule.consistent").ShouldBe(NotMet);
        State(full with { OtherPlans = [At("2025-12-02", "20:00")] }, "schedule.consistent").ShouldBe(Unknown);
    }

    [Theory, Rule("TSR-09"), Rule("C6")]
    [InlineData(-36 * 60, -30, Met)]
    [InlineData((-36 * 60) - 1, -30, NotMet)]
    [InlineData(-12 * 60, -90, Met)]
    [InlineData(-12 * 60, -91, NotMet)]
    public void A_teaser_a_day_before_and_another_an_hour_before(int first, int second, ReadinessState state) =>
        State(full with { TeasersPostedAt = [Start.Plus(first), Start.Plus(second)] }, "teasers.cadence").ShouldBe(state);

    [Fact, Rule("TSR-09")]
    public void A_teaser_that_is_still_to_come_is_not_missed() =>
        Readiness.Of(full with { TeasersPostedAt = [] }, Start.Plus(-12 * 60)).Items.Single(item => item.Point == "teasers.cadence").State.ShouldBe(Unknown);

    [Fact, Rule("PRE-07")]
    public void Stock_covers_what_past_sales_or_else_the_seller_expects()
    {
        State(full with { PastSales = [new("P1", 51)] }, "stock.cover").ShouldBe(NotMet);
        State(full with { Products = [new(Shop, "P1", Seen(49), Now), full.Products[1]] }, "stock.cover").ShouldBe(NotMet);
        State(full with { Products = [full.Products[0], new(Shop, "P2", Seen(10) with { Status = ProductStatus.TakenDown }, Now)] }, "stock.cover").ShouldBe(NotMet);
        State(full with { Products = [full.Products[0]] }, "stock.cover").ShouldBe(Unknown);
        State(full with { Live = full.Live with { Preparation = PlanPreparation.None } }, "stock.cover").ShouldBe(Unknown);
    }

    [Fact, Rule("TECH-02"), Rule("TECH-03"), Rule("TECH-04"), Rule("PRE-01")]
    public void Equipment_and_run_sheet_are_points_of_advice()
    {
        State(Prepared(new(Tried with { UploadKbps = 4999 }, [], [], [])), "technical.upload").ShouldBe(NotMet);
        State(Prepared(new(Tried with { HasSecondDevice = false }, [], [], [])), "technical.second-device").ShouldBe(NotMet);
        State(Prepared(new(Tried with { BackupCharge = 99 }, [], [], [])), "technical.backup-device").ShouldBe(NotMet);
        State(Prepared(new(Tried with { ResumeSeconds = 61 }, [], [], [])), "technical.backup-device").ShouldBe(NotMet);
        State(Prepared(new(Tried, [], [], [])), "run-sheet").ShouldBe(NotMet);
        State(full with { Live = full.Live with { Products = ["P1"] } }, "run-sheet").ShouldBe(NotMet);
    }

    [Fact, Rule("BEY-15")]
    public void Readiness_as_of_a_past_moment_is_what_it_was_by_what_was_known_then()
    {
        KnownFact Known(int minutes, NewFact fact) => new(Now.Plus(minutes), fact.Stream.Id, fact.Body);
        ReadinessHistory early = new([Known(0, Fact(Created)), Known(0, Fact(new LivePlanPublished())), Known(10, SawTool())], []);
        var (started, linked) = (TeaserSample.Started, TeaserSample.Linked());
        var later = early with
        {
            Facts =
            [
                .. early.Facts, Known(20, SawTool(PromotionToolStatus.Ended)), Known(25, MarketReferenceData.At(MarketReferenceData.Id).Is(new MarketReferenceLoaded([], []))),
                Known(30, Fact(new FeaturedProductsChanged(["P1"]))), Known(30, LivePlan.At(Other).Is(Created with { Plan = Other })),
                Known(40, Teaser.At(started.Teaser).Is(started)), .. linked.Select(fact => Known(40, fact)), Known(40, Teaser.At(started.Teaser).Is(new TeaserDescribed(TeaserSample.Described))),
                Known(40, Teaser.At(started.Teaser).Is(new TeaserPrepared(2, TeaserSample.Rendered))), Known(45, Teaser.At(started.Teaser).Is(TeaserSample.Posted)),
            ],
            PastSales = [new(Now.Plus(40), new("P1", 3))],
        };
        early.AsOf(Id, Now.Plus(-1)).ShouldBeNull();
        var then = early.AsOf(Id, Now.Plus(15)).ShouldNotBeNull();
        later.AsOf(Id, Now.Plus(15)).ShouldBe(then);
        State(then, "foundation.promotion-tool").ShouldBe(Met);
        var now = later.AsOf(Id, Now.Plus(50)).ShouldNotBeNull();
        (State(now, "foundation.promotion-tool"), State(now, "foundation.products"), State(now, "collision.own-plans")).ShouldBe((NotMet, NotMet, NotMet));
        (State(now, "foundation.teaser"), State(now, "schedule.rush-hours")).ShouldBe((Met, Met));
    }

    [Fact, Rule("BEY-13"), Rule("C53")]
    public void A_wanted_schedule_is_judged_before_there_is_a_plan()
    {
        var (found, refusals) = Collisions.Of(Evening, Zone, [At("2026-01-20", "21:59"), At("2026-01-21", "20:00")], quiet with { RushHours = [new(20 * 60, 21 * 60)], Competitors = [new("rival", new(Start, End))] }, Now);
        refusals.ShouldBeEmpty();
        found.ShouldBe(new FoundCollisions(Resolved(Evening, Start), [Other], [new(20 * 60, 21 * 60)], [new("rival", new(Start, End))]));
        Collisions.Of(Evening, Zone, [], null, Now).Found.ShouldBe(new FoundCollisions(Resolved(Evening, Start), [], null, null));
        var (none, wrong) = Collisions.Of(new("2025-01-20", "8pm", 0), Zone, [], quiet, Now);
        none.ShouldBeNull();
        wrong.Select(refusal => refusal.Code).ShouldBe(["plan.schedule.time", "plan.schedule.duration"]);
    }

    [Fact, Rule("PRE-07")]
    public void Past_sessions_let_expect_the_mean_of_what_was_sold_rounded_up()
    {
        static ProductTotals Sold(string product, int units) => new(product, new("1.00", "MYR"), units, 1, null, null);
        LiveSessionId first = new(Uuid(801)), second = new(Uuid(802));
        SalesProjection.Of([]).ShouldBeEmpty();
        SalesProjection.Of(
        [
            new(first, FigureSource.LiveFeed, [Sold("P1", 90)]), new(first, FigureSource.ShopAnalytics, [Sold("P1", 1)]), new(first, FigureSource.ShopAnalytics, [Sold("P1", 10), Sold("P1", 5), Sold("P2", 4)]),
            new(second, FigureSource.LiveFeed, [Sold("P1", 20)]),
        ]).ShouldBe([new("P1", 18), new("P2", 4)]);
    }

    static ProductSeen Seen(int stock) => new(ProductStatus.OnSale, stock, new("12.90", "MYR"));

    static ReadinessFacts With(WantedSchedule wanted) => full with { Live = full.Live with { Creation = Created with { Schedule = Resolved(wanted, Start) } } };

    static ReadinessFacts Prepared(PlanPreparation preparation) => full with { Live = full.Live with { Preparation = preparation } };

    static PlannedTime At(string date, string time) => new(Other, LiveSchedule.Resolve(new(date, time, 120), Zone) ?? throw new InvalidOperationException());

    static ReadinessState State(ReadinessFacts known, string point) => State(Readiness.Of(known, Start), point);

    static ReadinessState State(ReadinessChecklist list, string point) => list.Items.Single(item => item.Point == point).State;
}
