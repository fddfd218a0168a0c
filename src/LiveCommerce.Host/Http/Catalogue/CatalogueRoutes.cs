using LiveCommerce.Host.Http.Answers;
using LiveCommerce.Host.Http.Audit;
using LiveCommerce.Host.Http.Documents;
using LiveCommerce.Host.Http.LivePlans;
using LiveCommerce.Host.Http.Reading;
using LiveCommerce.Host.Http.Requests;
using LiveCommerce.Host.Http.SignIn;
using LiveCommerce.Kernel;
using LiveCommerce.LivePlans;
using LiveCommerce.Postgres.LivePlans;

namespace LiveCommerce.Host.Http.Catalogue;

/// <summary>A shop's products: recorded as they were seen, listed, and read as of any moment (PLAN-04).</summary>
static class CatalogueRoutes
{
    internal static void MapCatalogue(this IEndpointRouteBuilder api)
    {
        var products = api.MapGroup("/products").WithTags("Catalogue");
        products.MapPut("/{product}", Observe).For<ObserveProduct>().Writes("observeProduct", "Record a product as it was seen, by the marketplace's id; the same again records nothing (PLAN-04)");
        products.MapGet("/", List).For(CatalogueSight.Readers).Reads<Page<ProductLineView>>("listProducts", "The products of a shop by their ids, as they were seen last; operators and auditors name the merchant");
        products.MapGet("/{product}", Read).For(CatalogueSight.Readers)
            .Reads<ProductView>("readProduct", "A product with every look that showed something new, now or as of an instant of effect, of recording, or of both (PLAN-04)");
        products.MapImport(CatalogueList.Products, "importProducts", "Take a CSV file of products: product_id, status, stock, price, currency and, if they differ, seen_at; all of it or, where a row is broken, nothing (PLAN-04)");
    }

    static Task<IResult> Observe(string product, Asked<ObserveProductRequest> asked, CommandDoor door, TimeProvider clock)
    {
        var (shop, body, id) = (asked.Actor.ShopOf(asked.Body.Merchant), asked.Body, MarketIds.Of(product, nameof(product)));
        var command = new ObserveProduct(CatalogueProduct.IdOf(shop, id), shop, id, new(body.Status, body.Stock, body.Price), body.SeenAt ?? clock.Now());
        return door.Send(asked.For(Party.Of(shop), command), command.Product);
    }

    static async Task<IResult> List(Caller caller, CatalogueQueries catalogue, CancellationToken cancellation, string? merchant = null, string? cursor = null, int? limit = null)
    {
        var page = PageRequest.Of(cursor, limit);
        var found = await catalogue.Products(caller.ShopOf(merchant), page.Parts(1)?[0], page.Limit, cancellation);
        return new RecordResult<Page<ProductLineView>>(new([.. found.Items.Select(ProductLineView.Of)], found.Next is { } next ? PageRequest.Write(next) : null));
    }

    static async Task<IResult> Read(
        string product, Caller caller, States states, TimeProvider clock, CancellationToken cancellation, string? merchant = null, string? effectiveAt = null, string? recordedAt = null)
    {
        var id = CatalogueProduct.IdOf(caller.ShopOf(merchant), product);
        var facts = await states.Looks(CatalogueProduct.At(id), AsOfRequest.Read(null, effectiveAt, recordedAt, clock.Now()), cancellation);
        return new RecordResult<ProductView>(ProductView.Of(id, facts), facts[^1].Version);
    }
}
