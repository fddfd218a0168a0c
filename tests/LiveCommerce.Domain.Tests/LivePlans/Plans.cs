using LiveCommerce.Kernel;
using LiveCommerce.LivePlans;
using NodaTime;
using static LiveCommerce.Tests.Sample;

namespace LiveCommerce.Tests.LivePlans;

/// <summary>A LIVE planned for the evening of 20 January 2026 in Kuala Lumpur (UTC+8), for two hours.</summary>
static class Plans
{
    public static readonly LivePlanId Id = new(Uuid(601)), Other = new(Uuid(602));
    public static readonly WantedSchedule Evening = new("2026-01-20", "20:00", 120), Later = new("2026-01-27", "20:00", 120);
    public static readonly Moment Start = On("2026-01-20T12:00:00Z"), End = On("2026-01-20T14:00:00Z");
    public static readonly PersonalText Title = Text("Batik night"), Description = Text("New shawls from Kelantan");
    public static readonly CreateLivePlan Create = new(Id, Shop, Title, Description, Evening, ["P1", "P2"], ["T1"]);
    public static readonly LivePlanCreated Created = new(Id, Shop, Title, Description, Resolved(Evening, Start), ["P1", "P2"], ["T1"], null);
    public static readonly TechnicalCheck Tried = new(5000, true, 100, 60);
    public static readonly ReferenceCard Card = new("P1", [Text("Hand-drawn"), Text("RM 12.90")]);
    public static readonly ValueList<RunSheetSegment> RunSheet =
        [new(SegmentKind.Interaction, 5, null, Text("Welcome")), new(SegmentKind.Product, 4, "P1", null), new(SegmentKind.Transition, 1, null, null), new(SegmentKind.PromotionalDrop, 10, "P2", null)];
    public static readonly LiveSessionId Session = new(Uuid(700));

    public static LiveSchedule Resolved(WantedSchedule wanted, Moment start, LocalTimeRule rule = LocalTimeRule.AsWritten) => new(wanted.Date, wanted.Time, wanted.Minutes, Zone, rule, start);

    public static ValueList<string> Products(int count) => Enumerable.Range(1, count).Select(number => $"P{number}").ToValueList();

    public static NewFact Fact(IEvent body, Moment? effectiveAt = null) => LivePlan.At(Id).Is(body, effectiveAt);

    /// <summary>The plan with what followed it.</summary>
    public static Scenario Planned(params IEvent[] then) => Scenario.InMarket([Fact(Created), Fact(new LivePlanPublished()), .. then.Select(fact => Fact(fact))]);

    public static Moment Plus(this Moment moment, int minutes) => moment + Duration.FromMinutes(minutes);

    /// <summary>A look at a product, on sale at RM 12.90 unless it is said otherwise.</summary>
    public static ObserveProduct See(string product, int stock = 50, Moment? at = null, ProductStatus status = ProductStatus.OnSale, string price = "12.90") =>
        new(CatalogueProduct.IdOf(Shop, product), Shop, product, new(status, stock, new(price, "MYR")), at ?? Now);

    /// <summary>What such a look records.</summary>
    public static NewFact Saw(string product, int stock = 50, Moment? at = null, ProductStatus status = ProductStatus.OnSale, string price = "12.90") =>
        See(product, stock, at, status, price) is var look ? CatalogueProduct.At(look.Product).Is(new ProductObserved(Shop, product, look.Seen, look.SeenAt), look.SeenAt) : throw new InvalidOperationException();

    /// <summary>A look of the other shop.</summary>
    public static ObserveProduct SeenByOther(string product) => See(product) with { Product = CatalogueProduct.IdOf(OtherShop, product), Merchant = OtherShop };

    /// <summary>What such a look records.</summary>
    public static NewFact SawByOther(string product) => CatalogueProduct.At(CatalogueProduct.IdOf(OtherShop, product)).Is(new ProductObserved(OtherShop, product, See(product).Seen, Now), Now);

    /// <summary>What the first such look of any shop records beside it.</summary>
    public static NewFact Listed(string product, MerchantId? by = null, Moment? at = null) => MarketplaceListing.At(product).Is(new ProductListed(by ?? Shop, product), at ?? Now);

    /// <summary>A file of two products, one of them new to the catalogue.</summary>
    public static readonly RecordCatalogueImport Import = new(ShopCatalogue.IdOf(Shop), Shop, CatalogueList.Products, Digest.Of("a file"), 2, 1, [], Now);

    /// <summary>The evening's rush hours, and a LIVE of a competitor.</summary>
    public static readonly LoadMarketReference Reference = new(MarketReferenceData.Id, [new(17 * 60, 19 * 60)], [new("rival", new(Start, End))]);

    /// <summary>A look at the tool T1, bound with P1.</summary>
    public static ObservePromotionTool SeeTool(PromotionToolStatus status = PromotionToolStatus.Active, Moment? at = null) =>
        new(ShopPromotionTool.IdOf(Shop, "T1"), Shop, new("T1", PromotionToolKind.FlashSale, status, ["P1"]), at ?? Now);

    /// <summary>What such a look records.</summary>
    public static NewFact SawTool(PromotionToolStatus status = PromotionToolStatus.Active, Moment? at = null) =>
        SeeTool(status, at) is var look ? ShopPromotionTool.At(look.PromotionTool).Is(new PromotionToolObserved(Shop, look.Seen, look.SeenAt), look.SeenAt) : throw new InvalidOperationException();
}
