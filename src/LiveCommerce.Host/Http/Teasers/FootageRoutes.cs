using LiveCommerce.Host.Http.Answers;
using LiveCommerce.Host.Http.Documents;
using LiveCommerce.Host.Http.LivePlans;
using LiveCommerce.Host.Http.Problems;
using LiveCommerce.Host.Http.Reading;
using LiveCommerce.Host.Http.Requests;
using LiveCommerce.Host.Http.SignIn;
using LiveCommerce.Host.Media;
using LiveCommerce.Kernel;
using LiveCommerce.Store;
using LiveCommerce.Teasers;

namespace LiveCommerce.Host.Http.Teasers;

/// <summary>Footage of a shop: put first, then named where a teaser is made of it.</summary>
static class FootageRoutes
{
    const string Path = "/v1/footage";

    internal static void MapFootage(this IEndpointRouteBuilder api)
    {
        var footage = api.MapGroup("/footage").WithTags("Teasers");
        footage.MapPost("/", Put).For<PutFootage>()
            .Writes("putFootage", "Put footage (MP4 or WebM, raw body), kept for 30 days since it was last put or used; with session and startsAt it is a recording of a LIVE; administrators name the merchant (TSR-01)", begins: true);
        footage.MapGet("/{footage}", Read).For(ActorRole.Merchant, ActorRole.OpsReviewer, ActorRole.OpsAdmin, ActorRole.Auditor).Reads<FootageView>("readFootage", "What is known of footage");
    }

    static async Task<IResult> Put(
        AskedFootage asked, Caller caller, Studio studio, IEventStore store, CommandDoor door, CancellationToken cancellation, string? merchant = null, string? session = null, string? startsAt = null)
    {
        var (shop, of) = (caller.ShopOf(merchant), StretchOf(session, startsAt));
        if (studio.Probe is not { } probe) return Refuse(FootageRefusals.NoTools);
        using var upload = await asked.Receive(studio.Folder, cancellation);
        if (upload is null) return Refuse(FootageRefusals.TooLarge);
        var (found, why) = await LookAt(upload, probe, cancellation);
        if (found is null) return Refuse(why);
        var command = PutFootage.For(shop, upload.Facts(found), of);
        var form = new AnswerForm(Path);
        return asked.DryRun ? await door.Send(asked.With(command), command.Footage, form)
            : await upload.Put(command, () => door.Send(asked.With(command), command.Footage, form), store);
    }

    static async Task<IResult> Read(PathId<FootageId> footage, Caller caller, States states, CancellationToken cancellation)
    {
        var (state, version) = await states.Ask(reads => reads.Of(Footage.At(footage.Value)) is { } known ? Tuple.Create(known, reads.VersionOf(footage.Value.Value)) : null, cancellation);
        return state is Footage.Present present && present.IsVisibleTo(caller.Actor) ? new RecordResult<FootageView>(FootageView.Of(present, version), version) : throw new RequestRefusedException(DoorProblems.NotFound);
    }

    static async Task<(ProbedVideo? Found, RefusalKind Why)> LookAt(FootageUpload upload, VideoProbe probe, CancellationToken cancellation)
    {
        try
        {
            return (await probe.Of(upload.File, cancellation), FootageRefusals.NotAVideo);
        }
        catch (TimeoutException)
        {
            return (null, FootageRefusals.NotLookedAt);
        }
    }

    // both or none: a recording is one of a session, from a moment on
    static RecordedStretch? StretchOf(string? session, string? startsAt) =>
        session is null && startsAt is null ? null
        : session is null || !TypeId.TryParse<LiveSessionId>(session, out var id) ? throw new RequestRefusedException(DoorProblems.Malformed, nameof(session))
        : !Moment.TryParse(startsAt, out var at) ? throw new RequestRefusedException(DoorProblems.Malformed, nameof(startsAt))
        : new(id, at);

    static ProblemResult Refuse(RefusalKind why) => new(Problem.Of(why.Of("body")));
}

/// <summary>Footage that lies ready.</summary>
/// <param name="Id">What a teaser names it by.</param>
/// <param name="Version">Its version.</param>
/// <param name="Merchant">Whose it is.</param>
/// <param name="Video">What the probe found.</param>
/// <param name="Session">The LIVE session that it records; missing for an offline video.</param>
/// <param name="StartsAt">The moment that its first picture shows.</param>
/// <param name="KeptUntil">When it is deleted unless it is put again or used.</param>
sealed record FootageView(FootageId Id, long Version, MerchantId Merchant, VideoFacts Video, LiveSessionId? Session, Moment? StartsAt, Moment KeptUntil)
{
    internal static FootageView Of(Footage.Present footage, long version) =>
        new(footage.Put.Footage, version, footage.Put.Merchant, footage.Put.Video, footage.Put.Of?.Session, footage.Put.Of?.StartsAt, footage.KeptUntil);
}
