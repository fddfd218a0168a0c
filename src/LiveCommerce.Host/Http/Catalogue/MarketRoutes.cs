using LiveCommerce.Host.Http.Answers;
using LiveCommerce.Host.Http.Audit;
using LiveCommerce.Host.Http.Documents;
using LiveCommerce.Host.Http.Reading;
using LiveCommerce.Host.Http.Requests;
using LiveCommerce.Host.Http.SignIn;
using LiveCommerce.Kernel;
using LiveCommerce.LivePlans;
using LiveCommerce.Store;

namespace LiveCommerce.Host.Http.Catalogue;

/// <summary>The market's reference data: rush hours and known LIVEs of competitors (PLAN-08, PLAN-09, BEY-13).</summary>
static class MarketRoutes
{
    internal static void MapMarket(this IEndpointRouteBuilder api)
    {
        var market = api.MapGroup("/market/reference").WithTags("Catalogue");
        market.MapPut("/", Load).For<LoadMarketReference>().Writes("loadMarketReference", "Load rush hours and LIVEs of competitors, all of them anew; each load stays in the history (PLAN-08, PLAN-09)");
        market.MapGet("/", Read).Reads<MarketReferenceView>("readMarketReference", "Rush hours and LIVEs of competitors, now or as of an instant of effect, of recording, or of both");
    }

    static Task<IResult> Load(Asked<MarketReferenceRequest> asked, CommandDoor door) => door.Send(asked.With(asked.Body.ToCommand()), MarketReferenceData.Id);

    static async Task<IResult> Read(Caller caller, States states, TimeProvider clock, CancellationToken cancellation, string? effectiveAt = null, string? recordedAt = null)
    {
        var facts = await states.Looks(MarketReferenceData.At(MarketReferenceData.Id), AsOfRequest.Read(null, effectiveAt, recordedAt, clock.Now()), cancellation);
        return new RecordResult<MarketReferenceView>(MarketReferenceView.Of(facts[^1]), facts[^1].Version);
    }
}

/// <summary>A stretch of every day on each shop's clock.</summary>
/// <param name="From">Such as <c>17:00</c>.</param>
/// <param name="To">Later on the same day, at most <c>24:00</c>.</param>
sealed record RushHoursView(string From, string To)
{
    internal static RushHoursView Of(RushHours rush) => new(DayTime.Text(rush.From), DayTime.Text(rush.To));
}

/// <summary>A known LIVE of a competitor.</summary>
sealed record CompetitorLiveView(string Key, Moment Start, Moment End)
{
    internal static CompetitorLiveView Of(CompetitorLive live) => new(live.Key, live.Range.Start, live.Range.End);
}

/// <summary>The market's reference data as it was loaded.</summary>
/// <param name="Id">What its history is found under.</param>
/// <param name="Version">Which load it is.</param>
/// <param name="LoadedAt">When it was loaded.</param>
/// <param name="RushHours">Of every day.</param>
/// <param name="Competitors">Known LIVEs of competitors.</param>
sealed record MarketReferenceView(MarketReferenceId Id, long Version, Moment LoadedAt, IReadOnlyList<RushHoursView> RushHours, IReadOnlyList<CompetitorLiveView> Competitors)
{
    internal static MarketReferenceView Of(RecordedEvent load)
    {
        var body = (MarketReferenceLoaded)load.Body;
        return new(MarketReferenceData.Id, load.Version, load.RecordedAt,
            [.. body.RushHours.Select(RushHoursView.Of)],
            [.. body.Competitors.Select(CompetitorLiveView.Of)]);
    }
}
