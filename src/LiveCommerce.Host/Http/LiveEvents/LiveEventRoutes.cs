using LiveCommerce.Host.Http.Answers;
using LiveCommerce.Host.Http.Documents;
using LiveCommerce.Host.Http.Problems;
using LiveCommerce.Host.Http.Reading;
using LiveCommerce.Host.Http.Requests;
using LiveCommerce.Host.Http.SignIn;
using LiveCommerce.Kernel;
using LiveCommerce.LiveEvents;
using LiveCommerce.Postgres.LiveEvents;

namespace LiveCommerce.Host.Http.LiveEvents;

/// <summary>LIVE Events: what is public of a plan, and who is reminded of it (PLAN-13, PLAN-14). All that a buyer reaches is here.</summary>
static class LiveEventRoutes
{
    const int LongestSubscriber = 200;

    internal static void MapLiveEvents(this IEndpointRouteBuilder api)
    {
        var events = api.MapGroup("/live-events/{plan}").WithTags("LIVE Events");
        events.MapGet("", Read).For(ActorRole.Buyer, ActorRole.Merchant, ActorRole.OpsReviewer, ActorRole.OpsAdmin, ActorRole.Auditor)
            .Reads<LiveEventView>("readLiveEvent", "What is public of a planned LIVE; how many subscribe is for its shop and the platform (PLAN-13)");
        events.MapPost("/subscribe", Subscribe).For<SubscribeToLiveEvent>().Writes("subscribeToLiveEvent", "Be told when the LIVE starts; the platform names the subscriber, a buyer is one (PLAN-14)");
        events.MapPost("/unsubscribe", Unsubscribe).For<UnsubscribeFromLiveEvent>().Writes("unsubscribeFromLiveEvent", "Take a subscription back, until the LIVE starts (PLAN-14)");
    }

    static async Task<IResult> Read(PathId<LivePlanId> plan, Caller caller, States states, SubscriptionQueries subscriptions, TimeProvider clock, CancellationToken cancellation)
    {
        var found = await states.Ask(reads => LiveEventView.Of(reads, plan.Value, caller.Actor, clock.Now()), cancellation);
        if (found.Value is not { } view) throw new RequestRefusedException(DoorProblems.NotFound);
        return new RecordResult<LiveEventView>(caller.Actor.Role == ActorRole.Buyer ? view : view with { Subscribers = await subscriptions.CountOf(plan.Value, cancellation) });
    }

    static Task<IResult> Subscribe(PathId<LivePlanId> plan, Asked<SubscriptionRequest> asked, HttpContext context, CommandDoor door)
    {
        var (subscriber, contact) = Named(asked, context);
        var command = SubscribeToLiveEvent.For(plan.Value, subscriber, asked.Seal(subscriber.Value, "subscriber", contact, LongestSubscriber));
        return door.Send(asked.With(command), command.Subscription);
    }

    static Task<IResult> Unsubscribe(PathId<LivePlanId> plan, Asked<SubscriptionRequest> asked, HttpContext context, CommandDoor door)
    {
        var command = UnsubscribeFromLiveEvent.For(plan.Value, Named(asked, context).Subscriber);
        return door.Send(asked.With(command), command.Subscription);
    }

    /// <summary>Whom the request is about: a buyer who names nobody means themself, and whoever names another is told by the decision that there is nothing to see.</summary>
    static (SubscriberId Subscriber, string Contact) Named(Asked<SubscriptionRequest> asked, HttpContext context)
    {
        var own = asked.Actor.Subscriber is null ? null : context.User.FindFirst(TokenClaims.User)?.Value;
        var named = asked.Body.Subscriber is { } other ? TextRules.Required(other, "subscriber", LongestSubscriber) : own;
        return named is null ? throw new RequestRefusedException(DoorProblems.Malformed, "subscriber") : (SubscriberId.Of(named), named);
    }
}

/// <summary>Who subscribes.</summary>
/// <param name="Subscriber">The platform's own id of the buyer; a buyer leaves it out.</param>
sealed record SubscriptionRequest(string? Subscriber = null);
