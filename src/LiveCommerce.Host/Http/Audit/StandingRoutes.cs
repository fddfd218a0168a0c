using LiveCommerce.Host.Http.Answers;
using LiveCommerce.Host.Http.Documents;
using LiveCommerce.Host.Http.Reading;
using LiveCommerce.Host.Http.Requests;

namespace LiveCommerce.Host.Http.Audit;

/// <summary>How anything with a history stood, and why; one shape for every kind of thing, by its TypeID.</summary>
static class StandingRoutes
{
    internal static void MapStandings(this IEndpointRouteBuilder api)
    {
        var audit = api.MapGroup("/history/{id}").WithTags("Audit");
        audit.MapGet("/state", State).Reads<StandingView>("readStateAsOf", "How it stood at a version, or at an instant of effect, of recording, or of both (BEY-03)");
        audit.MapGet("/explanation", Explain).Reads<ExplanationView>("explainStatus", "Why it has its status, in plain words; at any version or instant (BEY-04)");
    }

    static async Task<IResult> State(
        string id, Caller caller, Replays replays, TimeProvider clock, CancellationToken cancellation, string? version = null, string? effectiveAt = null, string? recordedAt = null)
    {
        var standing = await replays.Of(id, AsOfRequest.Read(version, effectiveAt, recordedAt, clock.Now()), caller, cancellation);
        return new RecordResult<StandingView>(StandingView.Of(standing), standing.Last.Version);
    }

    static async Task<IResult> Explain(
        string id, Caller caller, Replays replays, TimeProvider clock, CancellationToken cancellation, string? version = null, string? effectiveAt = null, string? recordedAt = null)
    {
        var standing = await replays.Of(id, AsOfRequest.Read(version, effectiveAt, recordedAt, clock.Now()), caller, cancellation);
        return new RecordResult<ExplanationView>(ExplanationView.Of(standing), standing.Last.Version);
    }
}
