using LiveCommerce.Host.Http.Answers;
using LiveCommerce.Host.Http.Documents;
using LiveCommerce.Host.Http.Problems;
using LiveCommerce.Host.Http.Reading;
using LiveCommerce.Host.Http.Requests;
using LiveCommerce.Host.Http.SignIn;
using LiveCommerce.Kernel;
using LiveCommerce.LiveSessions;
using LiveCommerce.Postgres.LiveSessions;
using LiveCommerce.Sellers;

namespace LiveCommerce.Host.Http.LiveSessions;

/// <summary>LIVE sessions: started, ended, listed and read.</summary>
static class SessionRoutes
{
    internal const string Path = "/v1/sessions";

    internal static void MapSessions(this IEndpointRouteBuilder api)
    {
        var sessions = api.MapGroup("/sessions").WithTags("LIVE sessions");
        sessions.MapPost("/", Start).For<StartLiveSession>().Writes("startSession", "Start a LIVE session, with a plan, which goes LIVE with it, or without one; a late start is no penalty (PLAN-16, PLAN-17)", begins: true);
        sessions.MapGet("/", List).Reads<Page<SessionView>>("listSessions", "LIVE sessions that you may see, the latest first; operators and auditors may name a party");
        sessions.MapGet("/{session}", Read).Reads<SessionView>("readSession", "One session, with what you may do now");
        sessions.MapPost("/{session}/end", End).For<EndLiveSession>().Writes("endSession", "End a LIVE session, which completes its plan as held (C49); an end is final");
        sessions.MapFigures();
        sessions.MapImports();
        api.MapRecap();
    }

    static async Task<IResult> Start(Asked<StartSessionRequest> asked, CommandDoor door, States states, CancellationToken cancellation)
    {
        var (id, body) = (NewId.Of<LiveSessionId>(), asked.Body);
        var account = asked.Actor.IsPlatform ? await states.Ask(reads => reads.Of(TikTokAccount.At(body.Account)), cancellation) : null;
        var envelope = asked.With(new StartLiveSession(id, body.Account, body.Plan, body.StartedAt)) with { OnBehalfOf = (account as TikTokAccount.Added)?.CapParty };
        return await door.Send(envelope, id, new(Path, Begun: nameof(StartLiveSession.Session)));
    }

    static Task<IResult> End(PathId<LiveSessionId> session, Asked<EndSessionRequest> asked, CommandDoor door) =>
        door.Send(asked.With(new EndLiveSession(session.Value, asked.Body.EndedAt)), session.Value);

    static async Task<IResult> List(Caller caller, SessionQueries sessions, CancellationToken cancellation, string? party = null, string? cursor = null, int? limit = null)
    {
        var page = PageRequest.Of(cursor, limit);
        var found = await sessions.List(PartyOf(party, caller), page.Place(), page.Limit, cancellation);
        return new RecordResult<Page<SessionView>>(new([.. found.Items.Select(row => SessionView.Of(row))], found.Next.ToCursor()));
    }

    static async Task<IResult> Read(PathId<LiveSessionId> session, Caller caller, States states, TimeProvider clock, CancellationToken cancellation)
    {
        var row = await states.See(session.Value, caller, cancellation);
        return new RecordResult<SessionView>(SessionView.Of(row, new(clock.Now(), caller.Actor)), row.Version);
    }

    /// <summary>Whose sessions are asked for: a party's own, unless an operator or auditor names one; null for everybody's.</summary>
    internal static Party? PartyOf(string? text, Caller caller) =>
        text is null ? caller.Actor.Party
        : !Json.PartyText.TryParse(text, out var party) ? throw new RequestRefusedException(DoorProblems.Malformed, "party")
        : caller.SeesAll || party == caller.Actor.Party ? party
        : throw new RequestRefusedException(DoorProblems.NotFound);
}
