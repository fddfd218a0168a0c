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

/// <summary>A shop's promotion tools: recorded as they were seen, listed, and read as of any moment (PLAN-05).</summary>
static class ToolRoutes
{
    internal static void MapPromotionTools(this IEndpointRouteBuilder api)
    {
        var tools = api.MapGroup("/promotion-tools").WithTags("Catalogue");
        tools.MapPut("/{tool}", Observe).For<ObservePromotionTool>().Writes("observePromotionTool", "Record a promotion tool as it was seen, by the marketplace's id; the same again records nothing (PLAN-05)");
        tools.MapGet("/", List).For(CatalogueSight.Readers).Reads<Page<ToolLineView>>("listPromotionTools", "The promotion tools of a shop by their ids, as they were seen last; operators and auditors name the merchant");
        tools.MapGet("/{tool}", Read).For(CatalogueSight.Readers)
            .Reads<ToolView>("readPromotionTool", "A promotion tool with every look that showed something new, now or as of an instant of effect, of recording, or of both (PLAN-05)");
        tools.MapImport(CatalogueList.PromotionTools, "importPromotionTools", "Take a CSV file of promotion tools: tool_id, kind, status, products (ids with spaces between them) and, if they differ, seen_at; all of it or, where a row is broken, nothing (PLAN-05)");
    }

    static Task<IResult> Observe(string tool, Asked<ObserveToolRequest> asked, CommandDoor door, TimeProvider clock)
    {
        var (shop, body, id) = (asked.Actor.ShopOf(asked.Body.Merchant), asked.Body, MarketIds.Of(tool, nameof(tool)));
        var command = new ObservePromotionTool(ShopPromotionTool.IdOf(shop, id), shop, new(id, body.Kind, body.Status, MarketIds.Of(body.Products, "products")), body.SeenAt ?? clock.Now());
        return door.Send(asked.For(Party.Of(shop), command), command.PromotionTool);
    }

    static async Task<IResult> List(Caller caller, CatalogueQueries catalogue, CancellationToken cancellation, string? merchant = null, string? cursor = null, int? limit = null)
    {
        var page = PageRequest.Of(cursor, limit);
        var found = await catalogue.Tools(caller.ShopOf(merchant), page.Parts(1)?[0], page.Limit, cancellation);
        return new RecordResult<Page<ToolLineView>>(new([.. found.Items.Select(ToolLineView.Of)], found.Next is { } next ? PageRequest.Write(next) : null));
    }

    static async Task<IResult> Read(
        string tool, Caller caller, States states, TimeProvider clock, CancellationToken cancellation, string? merchant = null, string? effectiveAt = null, string? recordedAt = null)
    {
        var id = ShopPromotionTool.IdOf(caller.ShopOf(merchant), tool);
        var facts = await states.Looks(ShopPromotionTool.At(id), AsOfRequest.Read(null, effectiveAt, recordedAt, clock.Now()), cancellation);
        return new RecordResult<ToolView>(ToolView.Of(id, facts), facts[^1].Version);
    }
}
