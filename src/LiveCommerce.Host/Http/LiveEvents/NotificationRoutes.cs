using LiveCommerce.Host.Http.Answers;
using LiveCommerce.Host.Http.Documents;
using LiveCommerce.Host.Http.Problems;
using LiveCommerce.Host.Http.Requests;
using LiveCommerce.Host.Http.SignIn;
using LiveCommerce.Kernel;
using LiveCommerce.LiveEvents;
using LiveCommerce.Postgres.LiveEvents;
using LiveCommerce.Teasers;

namespace LiveCommerce.Host.Http.LiveEvents;

/// <summary>What is told of LIVE Events and of posted teasers, and how far it has come, for the platform's people (PLAN-15, TSR-07).</summary>
static class NotificationRoutes
{
    static readonly ActorRole[] Readers = [ActorRole.OpsReviewer, ActorRole.OpsAdmin, ActorRole.Auditor];

    internal static void MapNotifications(this IEndpointRouteBuilder api)
    {
        var notifications = api.MapGroup("/notifications").WithTags("LIVE Events");
        notifications.MapGet("/", List).For(Readers).Reads<Page<NotificationView>>("listNotifications", "Those of a plan or a teaser, or all that are Pending or Dead; of their order nothing follows");
        notifications.MapGet("/{notification}", Read).For(Readers).Reads<NotificationView>("readNotification", "One notification: to whom, and how far it has come");
        notifications.MapPost("/{notification}/resend", Resend).For<ResendNotification>().Writes("resendNotification", "Send again what was given up, under the id that it has");
    }

    static async Task<IResult> List(OutboxQueries outbox, CancellationToken cancellation, string? plan = null, string? teaser = null, string? state = null, string? cursor = null, int? limit = null)
    {
        var page = PageRequest.Of(cursor, limit);
        NotificationId? after = page.Parts(1) is [var last] ? new NotificationId(PageRequest.Id(last)) : null;
        var found = (plan, teaser, state) switch
        {
            (null, { } text, null) => TypeId.TryParse<TeaserId>(text, out var id) ? await outbox.OfTeaser(id, after, page.Limit + 1, cancellation) : throw new RequestRefusedException(DoorProblems.Malformed, nameof(teaser)),
            ({ } text, null, null) => TypeId.TryParse<LivePlanId>(text, out var id) ? await outbox.OfPlan(id, after, page.Limit + 1, cancellation) : throw new RequestRefusedException(DoorProblems.Malformed, nameof(plan)),
            (null, null, nameof(NotificationState.Pending)) => await outbox.Unsettled(NotificationState.Pending, after, page.Limit + 1, cancellation),
            (null, null, nameof(NotificationState.Dead)) => await outbox.Unsettled(NotificationState.Dead, after, page.Limit + 1, cancellation),
            _ => throw new RequestRefusedException(DoorProblems.Malformed, plan is not null ? nameof(plan) : teaser is not null ? nameof(teaser) : nameof(state)),
        };
        var items = found.Take(page.Limit).Select(NotificationView.Of).ToList();
        return new RecordResult<Page<NotificationView>>(new(items, found.Count > items.Count ? PageRequest.Write($"{items[^1].Id.Value:N}") : null));
    }

    static async Task<IResult> Read(PathId<NotificationId> notification, OutboxQueries outbox, CancellationToken cancellation) =>
        new RecordResult<NotificationView>(NotificationView.Of(await Find(notification.Value, outbox, cancellation)));

    static async Task<IResult> Resend(PathId<NotificationId> notification, Asked<NoBody> asked, OutboxQueries outbox, CommandDoor door, CancellationToken cancellation)
    {
        var known = await Find(notification.Value, outbox, cancellation);
        return await door.Send(asked.With(new ResendNotification(known.Id, known.State, known.Resends)), known.Id);
    }

    static async Task<NotificationRecord> Find(NotificationId id, OutboxQueries outbox, CancellationToken cancellation) =>
        await outbox.Find(id, cancellation) ?? throw new RequestRefusedException(DoorProblems.NotFound);
}

/// <summary>A notification and how far it has come.</summary>
/// <param name="Id">The same however often it is sent; a webhook's <c>webhook-id</c>.</param>
/// <param name="Kind">What it tells of.</param>
/// <param name="Plan">The plan that was published as the LIVE Event; missing of a teaser.</param>
/// <param name="Teaser">The teaser that was posted, edited or deleted.</param>
/// <param name="Session">The session that started.</param>
/// <param name="RescheduledTo">The plan that takes its place.</param>
/// <param name="HappenedAt">When that happened which it tells of.</param>
/// <param name="Audience">One <c>subscriber</c>, or the account's <c>followers</c>, whom the platform alone knows; of a teaser the <c>account</c> itself.</param>
/// <param name="Subscriber">Which one.</param>
/// <param name="State">How far it has come.</param>
/// <param name="Attempts">How often it was tried.</param>
/// <param name="NextAt">When it is tried next.</param>
/// <param name="SettledAt">When it was delivered or given up.</param>
/// <param name="LastError">What was in the way of the last attempt.</param>
/// <param name="Received">How often the shipped receiver got it: it keeps one, however often.</param>
sealed record NotificationView(
    NotificationId Id, NoticeKind Kind, LivePlanId? Plan, TeaserId? Teaser, LiveSessionId? Session, LivePlanId? RescheduledTo, Moment HappenedAt, string Audience, SubscriberId? Subscriber, NotificationState State, int Attempts,
    Moment? NextAt, Moment? SettledAt, string? LastError, int? Received)
{
    internal static NotificationView Of(NotificationRecord it)
    {
        var (live, teaser) = (it.Notice as LiveEventNotice, it.Notice as TeaserNotice);
        return new(
            it.Id, it.Notice.Kind, live?.Plan, teaser?.Teaser, live?.Session, live?.RescheduledTo, it.Notice.HappenedAt, teaser is not null ? "account" : it.Subscriber is null ? "followers" : "subscriber", it.Subscriber,
            it.State, it.Attempts, it.State == NotificationState.Pending ? it.NextAt : null, it.SettledAt, it.LastError, it.Received);
    }
}
