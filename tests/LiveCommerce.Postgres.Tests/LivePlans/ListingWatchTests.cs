using LiveCommerce.Kernel;
using LiveCommerce.LivePlans;
using LiveCommerce.LiveSessions;
using LiveCommerce.Postgres.LivePlans;
using NodaTime;

namespace LiveCommerce.Tests;

/// <summary>A catalogue of somebody else's is looked at, and what it shows of active plans' products and tools is recorded whenever that changed (PLAN-04).</summary>
public sealed class ListingWatchTests(TestCluster cluster) : SeasonTest(cluster)
{
    readonly Foreign foreign = new();

    [Fact, Rule("PLAN-04"), Rule("PLAN-05"), Rule("BEY-15")]
    public async Task Before_the_first_look_readiness_is_unknown_and_then_each_change_is_a_fact()
    {
        var (plan, readiness) = (await Plan(), new ReadinessQueries(database, store));
        (await Points()).ShouldBe("stock Unknown, tool Unknown");
        foreign.Shelf["P1"] = Seen(5);
        foreign.Shelf["P2"] = Seen(9);
        foreign.Shelf["P3"] = Seen(9);
        foreign.Tools["T1"] = new("T1", PromotionToolKind.Voucher, PromotionToolStatus.Active, ["P1"]);
        await using var watch = Watch();
        (await watch.Look(Cancellation)).ShouldBe(3); // nobody features P3
        (await Points()).ShouldBe("stock Met, tool Met");
        (await watch.Look(Cancellation)).ShouldBe(0);
        var sold = season.Now += Duration.FromMinutes(5);
        foreign.Shelf["P1"] = Seen(3);
        foreign.Tools.Clear();
        foreign.Shelf.Remove("P2");
        (await watch.Look(Cancellation)).ShouldBe(3);
        (await Points()).ShouldBe("stock NotMet, tool NotMet");
        var drift = (await readiness.Drift(plan, Cancellation)).ShouldNotBeNull();
        drift.Select(one => (one.ProductId, one.Kind, one.At)).ShouldBe([("P2", DriftKind.OutOfStock, sold), ("P2", DriftKind.TakenDown, sold)]);
        (await readiness.AsOf(plan, new(season.Now, EffectiveAt: sold + Duration.FromTicks(-10)), Cancellation)).ShouldNotBeNull().Checklist.Items.Single(item => item.Point == "stock.cover").State.ShouldBe(ReadinessState.Met);
        await season.Do(new DeleteLivePlan(plan, 0));
        foreign.Shelf["P1"] = Seen(0);
        (await watch.Look(Cancellation)).ShouldBe(0);

        async Task<string> Points()
        {
            var items = (await readiness.Now(plan, season.Now, Cancellation)).ShouldNotBeNull().Checklist.Items;
            return $"stock {items.Single(item => item.Point == "stock.cover").State}, tool {items.Single(item => item.Point == "foundation.promotion-tool").State}";
        }
    }

    [Fact, Rule("PLAN-04")]
    public async Task A_catalogue_that_does_not_answer_is_told_of_and_asked_again()
    {
        await Plan();
        foreign.Fault = new HttpRequestException("away");
        var (told, again) = (new TaskCompletionSource<WorkTroubleTold>(), new TaskCompletionSource());
        await using var watch = Watch();
        watch.Start(Duration.FromMilliseconds(20), trouble =>
        {
            if (!told.TrySetResult(new(trouble.HasStopped, trouble.Cause.Message))) again.TrySetResult();
        });
        (await told.Task.WaitAsync(Cancellation)).ShouldBe(new(false, "away"));
        await again.Task.WaitAsync(Cancellation);
    }

    [Fact, Rule("PLAN-04"), Rule("PLAN-05")]
    public async Task What_was_recorded_answers_as_of_any_instant()
    {
        var (listing, first) = (new RecordedListing(store), season.Now);
        await season.Do(See("P1", 5));
        season.Now += Duration.FromMinutes(5);
        await season.Do(See("P1", 0));
        await season.Do(new ObservePromotionTool(ShopPromotionTool.IdOf(season.Merchant, "T1"), season.Merchant, new("T1", PromotionToolKind.Voucher, PromotionToolStatus.Active, ["P1"]), season.Now));
        (await listing.Products(season.Merchant, ["P1", "P9"], first, Cancellation)).ShouldBe(new Dictionary<string, ProductSeen> { ["P1"] = Seen(5) });
        (await listing.Products(season.Merchant, ["P1"], season.Now, Cancellation))["P1"].Stock.ShouldBe(0);
        (await listing.Products(new(Guid.CreateVersion7()), ["P1"], season.Now, Cancellation)).ShouldBeEmpty();
        (await listing.PromotionTools(season.Merchant, ["T1"], first, Cancellation)).ShouldBeEmpty();
        (await listing.PromotionTools(season.Merchant, ["T1"], season.Now, Cancellation)).Keys.ShouldBe(["T1"]);
    }

    [Fact, Rule("PRE-07"), Rule("BEY-15")]
    public async Task What_past_sessions_sold_is_expected_and_was_not_before_it_was_told()
    {
        var (plan, readiness, session) = (await Plan(), new ReadinessQueries(database, store), new LiveSessionId(Guid.CreateVersion7()));
        await season.Do(See("P1", 5));
        await season.Do(See("P2", 5));
        await season.Do(new StartLiveSession(session, season.Account));
        season.Now += Duration.FromMinutes(30);
        await season.Do(new EndLiveSession(session));
        var before = (await readiness.Now(plan, season.Now, Cancellation)).ShouldNotBeNull();
        season.Now += Duration.FromMinutes(5);
        await season.Do(new TellProductTotals(session, FigureSource.ShopAnalytics, [new("P1", new("90.00", "MYR"), 6, 5, null, null)]));
        var after = (await readiness.Now(plan, season.Now, Cancellation)).ShouldNotBeNull();
        (await readiness.Now(plan, season.Now, Cancellation)).ShouldNotBeNull().Checklist.ShouldBe(after.Checklist, "what is kept is what was read");
        season.Now += Duration.FromMinutes(5);
        await season.Do(new TellProductTotals(session, FigureSource.ShopAnalytics, [new("P1", new("60.00", "MYR"), 4, 4, null, null)]));
        var corrected = (await readiness.Now(plan, season.Now, Cancellation)).ShouldNotBeNull();
        (Cover(before), Cover(after), Cover(corrected)).ShouldBe((ReadinessState.Met, ReadinessState.NotMet, ReadinessState.Met));
        foreach (var answer in new[] { before, after, corrected })
        {
            (await readiness.AsOf(plan, new(season.Now, answer.JudgedAt, answer.KnownAt), Cancellation)).ShouldNotBeNull().Checklist.ShouldBe(answer.Checklist);
            (await readiness.AsOf(plan, new(season.Now, EffectiveAt: answer.JudgedAt), Cancellation)).ShouldNotBeNull().Checklist.ShouldBe(answer.Checklist);
            (await readiness.AsOf(plan, new(answer.JudgedAt, RecordedAt: answer.KnownAt), Cancellation)).ShouldNotBeNull().Checklist.Items.Single(item => item.Point == "stock.cover").ShouldBe(answer.Checklist.Items.Single(item => item.Point == "stock.cover"));
        }

        static ReadinessState Cover(ReadinessAnswer answer) => answer.Checklist.Items.Single(item => item.Point == "stock.cover").State;
    }

    sealed record WorkTroubleTold(bool HasStopped, string Reason);

    ListingWatch Watch() => new(database, store, foreign, season.Send, () => season.Now);

    ObserveProduct See(string product, int stock) => new(CatalogueProduct.IdOf(season.Merchant, product), season.Merchant, product, Seen(stock), season.Now);

    static ProductSeen Seen(int stock) => new(ProductStatus.OnSale, stock, new("12.90", "MYR"));

    async Task<LivePlanId> Plan()
    {
        var id = new LivePlanId(Guid.CreateVersion7());
        await season.Do(new CreateLivePlan(id, season.Merchant, season.Text("Batik night"), season.Text("Shawls"), new("2026-03-10", "20:00", 120), ["P1", "P2"], ["T1"]));
        await season.Do(new EstimateSales(id, [new("P1", 2), new("P2", 2)]));
        return id;
    }

    /// <summary>A catalogue that is not ours.</summary>
    sealed class Foreign : IShopListing
    {
        internal Dictionary<string, ProductSeen> Shelf { get; } = [];

        internal Dictionary<string, PromotionTool> Tools { get; } = [];

        internal Exception? Fault { get; set; }

        public Task<IReadOnlyDictionary<string, ProductSeen>> Products(MerchantId merchant, IReadOnlyCollection<string> products, Moment at, CancellationToken cancellation) =>
            Fault is null ? Task.FromResult<IReadOnlyDictionary<string, ProductSeen>>(Shelf.Where(one => products.Contains(one.Key)).ToDictionary()) : throw Fault;

        public Task<IReadOnlyDictionary<string, PromotionTool>> PromotionTools(MerchantId merchant, IReadOnlyCollection<string> tools, Moment at, CancellationToken cancellation) =>
            Task.FromResult<IReadOnlyDictionary<string, PromotionTool>>(Tools.Where(one => tools.Contains(one.Key)).ToDictionary());
    }
}
