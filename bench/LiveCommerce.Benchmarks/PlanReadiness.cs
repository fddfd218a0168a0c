using System.Net;
using System.Security.Cryptography;
using LiveCommerce.Kernel;
using LiveCommerce.LivePlans;
using LiveCommerce.LiveSessions;
using LiveCommerce.Store;
using NodaTime;

namespace LiveCommerce.Benchmarks;

/// <summary>The readiness of one plan with 150 products over HTTP with sign-in, in a shop of 200 plans and among the products of a thousand other shops.</summary>
static class PlanReadiness
{
    const int Products = LivePlan.MostProducts, Looks = 4, OtherPlans = 200, OtherShops = 250, ProductsOfOthers = 80;

    static readonly LivePlanId Plan = new(DerivedId.Of(Scene.Merchant(0).Value, "plan"));
    static readonly Actor Admin = new("admin", ActorRole.OpsAdmin);

    internal static async Task<Figure> Measure(Server server, int callers, bool ofThePast)
    {
        var connection = await server.Database();
        await using (var host = new Host(connection)) await Prepare(host.Pipeline);
        var key = RandomNumberGenerator.GetBytes(32);
        using var serving = await HttpServer.Start(connection, key);
        using var http = new HttpClient(new SocketsHttpHandler { MaxConnectionsPerServer = callers }) { BaseAddress = serving.Url, DefaultRequestVersion = HttpVersion.Version11 };
        var token = Tokens.Of(Scene.Seller(0), key);
        var path = $"/v1/plans/{Plan}/readiness{(ofThePast ? $"?recordedAt={Scene.Now()}" : "")}";
        var bytes = 0L;
        return await Load.Run(ofThePast ? "readiness of a plan with 150 products, of the past" : "readiness of a plan with 150 products", callers, async _ =>
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, path);
            request.Headers.Authorization = token;
            using var answer = await http.SendAsync(request);
            var body = await answer.Content.ReadAsStringAsync();
            if (answer.StatusCode != HttpStatusCode.OK) throw new InvalidOperationException(body);
            bytes = body.Length;
        }, () => $"over HTTP, {bytes} bytes; {OtherPlans} other plans, {SalesProjection.Sessions} past sessions, {OtherShops * ProductsOfOthers} products of other shops");
    }

    static async Task Prepare(CommandPipeline pipeline)
    {
        await Scene.Prepare(pipeline);
        var (now, shop) = (Scene.Now(), Scene.Merchant(0));
        ValueList<string> products = [.. Enumerable.Range(0, Products).Select(number => $"product-{number}")], tools = [.. Enumerable.Range(0, 20).Select(number => $"tool-{number}")];
        for (var look = 0; look < Looks; look++)
            await All(pipeline, products.Select((product, number) => (ICommand)See(shop, product, 100 + look, now + Duration.FromSeconds(look - 60))));
        await All(pipeline, tools.Select(tool => (ICommand)new ObservePromotionTool(ShopPromotionTool.IdOf(shop, tool), shop, new(tool, PromotionToolKind.Voucher, PromotionToolStatus.Active, products), now)));
        await All(pipeline, [new LoadMarketReference(MarketReferenceData.Id, [new(420, 540), new(1020, 1140)], [.. Enumerable.Range(0, 200).Select(day => new CompetitorLive("rival", new(now + Duration.FromDays(day), now + Duration.FromHours((24 * day) + 2))))])]);
        await All(pipeline, [Create(Plan, shop, now, 10, products, tools)]);
        await All(pipeline, Enumerable.Range(1, OtherPlans).Select(number => (ICommand)Create(new(Guid.CreateVersion7()), shop, now, 1 + (number % 60), ["product-1"], [])));
        await All(pipeline, [new EstimateSales(Plan, [.. products.Select(product => new ProjectedUnits(product, 50))])]);
        await All(pipeline, [new WriteRunSheet(Plan, [.. products.Select(product => new RunSheetSegment(SegmentKind.Product, 4, product, null))])]);
        await All(pipeline, [new RecordTechnicalCheck(Plan, new(8_000, true, 100, 30))]);
        await PastSessions(pipeline, now);
        for (var other = 1; other < OtherShops; other++)
            await All(pipeline, Enumerable.Range(0, ProductsOfOthers).Select(number => (ICommand)See(Scene.Merchant(other), $"product-{number}", 5, now)));
    }

    /// <summary>Sessions that readiness looks at, told by the minute, and then what each product came to, twice.</summary>
    static async Task PastSessions(CommandPipeline pipeline, Moment now)
    {
        for (var number = 1; number <= SalesProjection.Sessions; number++)
        {
            var (session, start) = (new LiveSessionId(Guid.CreateVersion7()), now + Duration.FromHours(-6 * number));
            await All(pipeline, [new StartLiveSession(session, Scene.Account(0), null, start)]);
            for (var minute = 0; minute < 240; minute++) await All(pipeline, [new RecordMinuteFigures(session, FigureSource.LiveFeed, [new(minute, 9, 9, 1, 1, 1, 9, 1, 1, 1, [])])]);
            await All(pipeline, [new EndLiveSession(session, start + Duration.FromHours(4))]);
            for (var units = 1; units <= 2; units++)
                await All(pipeline, [new TellProductTotals(session, FigureSource.ShopAnalytics, [.. Enumerable.Range(0, Products).Select(product => new ProductTotals($"product-{product}", new("12.90", "MYR"), units, units, 9, 9))])]);
        }
    }

    static ObserveProduct See(MerchantId shop, string product, int stock, Moment at) => new(CatalogueProduct.IdOf(shop, product), shop, product, new(ProductStatus.OnSale, stock, new("12.90", "MYR")), at);

    static CreateLivePlan Create(LivePlanId plan, MerchantId shop, Moment now, int days, ValueList<string> products, ValueList<string> tools) => new(
        plan, shop, Text(plan, "title"), Text(plan, "description"), new((now + Duration.FromDays(days)).Instant.InUtc().Date.ToString("uuuu-MM-dd", null), "20:00", 720), products, tools);

    static PersonalText Text(LivePlanId plan, string field) => PersonalText.Seal(plan.Value, DerivedId.Of(plan.Value, field), Guid.NewGuid().ToByteArray(), $"The {field} of a LIVE");

    static async Task All(CommandPipeline pipeline, IEnumerable<ICommand> commands)
    {
        var answers = await Task.WhenAll(commands.Select(command => pipeline.Send(new(command, Admin, Guid.NewGuid().ToString()))));
        if (answers.FirstOrDefault(answer => answer is not { Receipt.Recorded: true }) is { } refused)
            throw new InvalidOperationException($"The scene was refused: {refused.Status} {refused.Receipt?.Refusals}");
    }
}
