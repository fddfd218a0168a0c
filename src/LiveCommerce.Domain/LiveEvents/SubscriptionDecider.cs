using System.Diagnostics;
using LiveCommerce.Kernel;
using LiveCommerce.LivePlans;

namespace LiveCommerce.LiveEvents;

/// <summary>A command about a buyer's subscription to a LIVE Event.</summary>
public interface ISubscriptionCommand : ICommand
{
    /// <summary>The subscription.</summary>
    SubscriptionId Subscription { get; }

    /// <summary>The plan that was published as the LIVE Event.</summary>
    LivePlanId Plan { get; }

    /// <summary>The buyer.</summary>
    SubscriberId Subscriber { get; }

    StreamRef ICommand.Target => LiveEventSubscription.At(Subscription);
}

/// <summary>What a decision about a subscription is told.</summary>
/// <param name="Now">The host's instant at the decision.</param>
/// <param name="Actor">Who asks.</param>
/// <param name="Plan">The plan that the command names.</param>
public sealed record SubscriptionContext(Moment Now, Actor Actor, LivePlan Plan) : DecisionContext(Now, Actor);

/// <summary>Decides commands about subscriptions to LIVE Events.</summary>
public static partial class SubscriptionDecider
{
    /// <summary>The policy that is recorded with each decision.</summary>
    public const string Policy = "live-events/1";

    /// <summary>A line for each command: buyers for themselves, administrators on their behalf.</summary>
    public static CommandRoles Roles { get; } = CommandRoles.None
        .Let<SubscribeToLiveEvent>(ActorRole.Buyer, ActorRole.OpsAdmin)
        .Let<UnsubscribeFromLiveEvent>(ActorRole.Buyer, ActorRole.OpsAdmin);

    /// <summary>Gathers what the command needs and decides; null when states must be loaded first.</summary>
    public static Decision? Handle(IReads reads, ISubscriptionCommand command, DecisionContext context)
    {
        var round = new ReadRound(reads);
        var (state, plan) = (round.Of(LiveEventSubscription.At(command.Subscription)), round.Of(LivePlan.At(command.Plan)));
        return state is null || plan is null ? null : Decide(state, command, new(context.Now, context.Actor, plan));
    }

    /// <summary>Decides a command on a subscription.</summary>
    public static Decision Decide(LiveEventSubscription state, ISubscriptionCommand command, SubscriptionContext context) =>
        context.Plan is not LivePlan.Created plan || !plan.IsPublished() ? Decision.NotVisible
        : command.Subscription != LiveEventSubscription.IdOf(command.Plan, command.Subscriber) || !MaySpeakFor(context.Actor, command.Subscriber) ? Decision.NotVisible
        : command switch
        {
            SubscribeToLiveEvent it => Subscribe(state, it, plan, context.Now),
            UnsubscribeFromLiveEvent it => Unsubscribe(state, it, plan),
            _ => throw new UnreachableException(),
        };

    static bool MaySpeakFor(Actor actor, SubscriberId subscriber) => actor.IsPlatform || actor.Subscriber == subscriber;
}
