using System.Text.Json.Serialization;
using LiveCommerce.Host.Http.Answers;
using LiveCommerce.Host.Http.Documents;
using LiveCommerce.Host.Http.LivePlans;
using LiveCommerce.Host.Http.Problems;
using LiveCommerce.Host.Http.Reading;
using LiveCommerce.Host.Http.Requests;
using LiveCommerce.Host.Http.Sellers;
using LiveCommerce.Host.Http.SignIn;
using LiveCommerce.Kernel;
using LiveCommerce.Performance;
using LiveCommerce.Postgres.LiveSessions;
using LiveCommerce.Sellers;
using NodaTime.Text;

namespace LiveCommerce.Host.Http.LiveSessions;

/// <summary>How a shop's LIVE sessions went in a time (RECAP-01..09).</summary>
/// <param name="Merchant">Whose.</param>
/// <param name="Period">From the first day's beginning to the last one's end, by the clock of the shop.</param>
/// <param name="Zone">The shop's zone.</param>
/// <param name="AsOf">As it was known then; null for now.</param>
/// <param name="Figures">The figures.</param>
/// <param name="Comparison">The seven full days before; with the last 7 days alone (RECAP-02).</param>
/// <param name="Freshness">Whether the figures can still grow.</param>
/// <param name="Definitions">What the figures mean (C9).</param>
/// <param name="AvailableOn">Where the page is found (C45).</param>
sealed record RecapView(
    MerchantId Merchant, TimeRange Period, ZoneId Zone, Moment? AsOf, RecapFigures Figures,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] RecapComparison? Comparison,
    Freshness Freshness, IReadOnlyList<MetricDefinition> Definitions, IReadOnlyList<Surface> AvailableOn)
{
    internal static RecapView Of(MerchantId shop, LivePerformanceRecap recap, Moment? asOf) =>
        new(shop, recap.Period, recap.Zone, asOf, recap.Figures, recap.Comparison, recap.Freshness, MetricDefinition.OfRecap, LivePerformanceRecap.AvailableOn);
}

/// <summary>The recap of a shop.</summary>
static class RecapRoutes
{
    internal static void MapRecap(this IEndpointRouteBuilder api) => api.MapGet("/recap", Read).WithTags("LIVE sessions")
        .For(ActorRole.Merchant, ActorRole.OpsReviewer, ActorRole.OpsAdmin, ActorRole.Auditor)
        .Reads<RecapView>("readRecap", "The recap of the last 7 days with its comparison, or of days of one's choice without any; operators and auditors name the merchant (RECAP-01..08)");

    static async Task<IResult> Read(
        Caller caller, States states, RecapQueries recaps, TimeProvider clock, CancellationToken cancellation,
        string? period = null, string? from = null, string? to = null, bool? comparison = null, string? merchant = null, string? asOf = null)
    {
        var (asked, at) = (PeriodOf(period, from, to), FigureRoutes.MomentOf(asOf));
        var shop = caller.ShopOf(merchant);
        if (LivePerformanceRecap.Broken(asked, comparison) is { Count: > 0 } refusals) return new ProblemResult(Problem.Of(refusals));
        var zone = (await states.Shop(shop, cancellation)).Zone;
        var recap = at is { } then ? await AsOf(shop, asked, zone, then, states, recaps, cancellation) : await recaps.Of(shop, asked, zone, clock.Now(), cancellation);
        return new RecordResult<RecapView>(RecapView.Of(shop, comparison == false ? recap with { Comparison = null } : recap, at));
    }

    /// <summary>From the facts that were recorded by then: what the page showed (ADR 16).</summary>
    static async Task<LivePerformanceRecap> AsOf(MerchantId shop, RecapPeriod period, ZoneId zone, Moment then, States states, RecapQueries recaps, CancellationToken cancellation)
    {
        var sessions = new List<SessionFigures>();
        foreach (var session in await recaps.Begun(shop, period, zone, then, cancellation))
            if (SessionFigures.Of((await states.FactsOf(session, cancellation)).KnownAt(then)) is { } known) sessions.Add(known);
        return LivePerformanceRecap.Of(shop, period, zone, then, sessions);
    }

    static RecapPeriod PeriodOf(string? period, string? from, string? to) => (period, from, to) switch
    {
        (null or "last7days", null, null) => new RecapPeriod.Last7Days(),
        (null or "custom", { } first, { } last) => new RecapPeriod.Custom(DayOf(first, nameof(from)), DayOf(last, nameof(to))),
        (null or "custom", null, _) => throw new RequestRefusedException(DoorProblems.Malformed, nameof(from)),
        (null or "custom", _, null) => throw new RequestRefusedException(DoorProblems.Malformed, nameof(to)),
        _ => throw new RequestRefusedException(DoorProblems.Malformed, nameof(period)),
    };

    static NodaTime.LocalDate DayOf(string text, string field) =>
        LocalDatePattern.Iso.Parse(text) is { Success: true, Value: { Year: >= 2000 and < 2200 } day } ? day : throw new RequestRefusedException(DoorProblems.Malformed, field);
}
