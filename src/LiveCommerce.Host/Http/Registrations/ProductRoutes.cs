using LiveCommerce.Host.Http.Answers;
using LiveCommerce.Host.Http.Documents;
using LiveCommerce.Host.Http.Problems;
using LiveCommerce.Host.Http.Reading;
using LiveCommerce.Host.Http.Requests;
using LiveCommerce.Host.Http.SignIn;
using LiveCommerce.Kernel;
using LiveCommerce.Registrations;

namespace LiveCommerce.Host.Http.Registrations;

/// <summary>The products that the platform grouped for a session (RREC-16).</summary>
/// <param name="Registration">Which one.</param>
/// <param name="Version">The version of the registration that they are of.</param>
/// <param name="Products">The products.</param>
sealed record ProductsView(RegistrationId Registration, long Version, IReadOnlyList<GroupedProduct> Products);

/// <summary>Grouping products and viewing them.</summary>
static class ProductRoutes
{
    internal static void MapProducts(this IEndpointRouteBuilder api)
    {
        var products = api.MapGroup("/registrations/{registration}/products").WithTags("Registrations");
        products.MapPut("/", Group).For<GroupProducts>().Writes("groupProducts", "Group the session's products; another group takes the place of the one before (RREC-16)");
        products.MapGet("/", View).Reads<ProductsView>("viewProducts", "View product: what the platform grouped for the session (RREC-16)");
    }

    static async Task<IResult> Group(PathId<RegistrationId> registration, Asked<GroupProductsRequest> asked, CommandDoor door, States states, CancellationToken cancellation)
    {
        var subject = await states.PartyOf(registration.Value, cancellation);
        var number = 0;
        var products = TextRules.Items(asked.Body.Products, "products", product => Sealed(product, $"products[{number++}]", subject.Id, asked), TextLimits.Details);
        return await door.Send(asked.With(new GroupProducts(registration.Value, products.ToValueList())), registration.Value);
    }

    // the texts are only brought into composed form here: the domain says which is too long, and which rule that breaks
    static GroupedProduct Sealed(GroupedProductRequest product, string field, Guid subject, Asked<GroupProductsRequest> asked) => new(
        TextRules.Optional(product.MainImage, $"{field}.mainImage", TextLimits.Details),
        TextRules.Optional(product.Name, $"{field}.name", TextLimits.Details),
        TextRules.Optional(product.ProductId, $"{field}.productId", TextLimits.Details),
        asked.Seal(subject, $"{field}.shopName", product.ShopName, TextLimits.Name),
        product.CampaignSalePrice);

    static async Task<IResult> View(PathId<RegistrationId> registration, Caller caller, States states, CancellationToken cancellation)
    {
        var (state, version) = await states.See(registration.Value, caller, cancellation);
        return GroupedProducts.WhyNotViewed(state) is { } refusal
            ? new ProblemResult(Problem.Of(refusal))
            : new RecordResult<ProductsView>(new(registration.Value, version, state.Session.Products), version);
    }
}
