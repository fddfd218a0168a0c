using LiveCommerce.Host.Catalogue;
using LiveCommerce.Host.Http.Answers;
using LiveCommerce.Host.Http.Documents;
using LiveCommerce.Host.Http.LivePlans;
using LiveCommerce.Host.Http.Problems;
using LiveCommerce.Host.Http.Reading;
using LiveCommerce.Host.Http.Requests;
using LiveCommerce.Host.Http.Sellers;
using LiveCommerce.Host.Http.SignIn;
using LiveCommerce.Kernel;
using LiveCommerce.LivePlans;

namespace LiveCommerce.Host.Http.Catalogue;

/// <summary>A whole list of a shop at once, as a CSV file.</summary>
static class ImportRoute
{
    internal static void MapImport(this IEndpointRouteBuilder list, CatalogueList which, string name, string summary) =>
        list.MapPost("/import", (AskedFile asked, Caller caller, CatalogueImport import, CommandDoor door, States states, TimeProvider clock, CancellationToken cancellation, string? merchant = null) =>
            Take(which, asked, caller.ShopOf(merchant), import, door, states, clock.Now(), cancellation)).For<RecordCatalogueImport>().Writes(name, summary);

    static async Task<IResult> Take(
        CatalogueList list, AskedFile asked, MerchantId shop, CatalogueImport import, CommandDoor door, States states, Moment now, CancellationToken cancellation)
    {
        await states.Shop(shop, cancellation);
        if (asked.Bytes is not { } bytes) return new ProblemResult(Problem.Of(CatalogueFileRefusals.TooLarge.Of()));
        var file = CatalogueFile.Read(bytes, list, shop, new(now, asked.Actor));
        if (file.Refusals.Count > 0) return new ProblemResult(Problem.OfFile(file.Refusals));
        var (envelope, stopped) = await import.Take(file, shop, asked.Envelope(file, shop), now, cancellation);
        return stopped is { } status ? CommandDoor.Unanswered(status) : await door.Send(envelope, ShopCatalogue.IdOf(shop));
    }
}
