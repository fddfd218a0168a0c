using System.Diagnostics;
using System.Globalization;
using LiveCommerce.Kernel;
using LiveCommerce.LivePlans;
using LiveCommerce.Sellers;

namespace LiveCommerce.LiveSessions;

/// <summary>Starts a LIVE session, with a plan, which goes LIVE with it, or without one (PLAN-17), in time or late (PLAN-16).</summary>
/// <param name="Session">A new id.</param>
/// <param name="Account">The account it runs on.</param>
/// <param name="Plan">The plan it keeps, where there is one: active, of the account's shop, and without another session.</param>
/// <param name="StartedAt">When it started; now, where nothing is said.</param>
public sealed record StartLiveSession(LiveSessionId Session, AccountId Account, LivePlanId? Plan = null, Moment? StartedAt = null) : ILiveSessionCommand
{
    bool ICommand.BeginsTarget => true;
}

public static partial class LiveSessionDecider
{
    static Decision Start(LiveSession state, StartLiveSession command, LiveSessionContext context) => state switch
    {
        LiveSession.NotStarted => context.Account is TikTokAccount.Added account && (context.Actor.IsPlatform || IsOf(account, context.Actor)) && IsSeen(context.Plan, context.Actor)
            ? Start(command, account, context.Plan as LivePlan.Created, context.Now)
            : Decision.NotVisible,
        LiveSession.Started session when IsTheSame(session.Begin, command) => Decision.AlreadySo,
        LiveSession.Started => Decision.Refuse(LiveSession.At(command.Session), [LiveSessionRefusals.AlreadyStarted.Of("session")]),
        _ => throw new UnreachableException(),
    };

    static Decision Start(StartLiveSession command, TikTokAccount.Added account, LivePlan.Created? plan, Moment now)
    {
        var (stream, at) = (LiveSession.At(command.Session), command.StartedAt ?? now);
        // a start that has not come says nothing yet of whether the plan is missed
        var planned = plan is not null && IsOf(account, plan) && at <= now ? LivePlanDecider.GoLive(plan, command.Session, at) : null;
        ValueList<Refusal> refusals =
        [
            .. account.CapParty is null ? [LiveSessionRefusals.AccountNotBound.Of("account")] : Array.Empty<Refusal>(),
            .. at > now ? [LiveSessionRefusals.StartInFuture.Of("startedAt")] : Array.Empty<Refusal>(),
            .. plan is not null && account.CapParty is not null && !IsOf(account, plan) ? [LiveSessionRefusals.PlanOfOther.Of("plan")] : Array.Empty<Refusal>(),
            .. planned?.Refusals ?? [],
        ];
        if (account.CapParty is not { } party || refusals.Count > 0) return Decision.Refuse(stream, refusals) with { Facts = planned is { Refusals.Count: > 0 } ? planned.Facts : [] };

        SessionPlan? kept = plan is null ? null : new(plan.Live.Creation.Plan, plan.Live.Creation.Schedule.Start);
        var session = new LiveSession.OnAir(new(command.Session, account.Id, account.Type, party, account.Creator, kept, at));
        return Decision.Record([new(stream, session.Begin, at), .. planned?.Facts ?? []]) with
        {
            Warnings = session.LateBy is { } late
                ? [LiveSessionRefusals.StartedLate.Of("startedAt", ("late_by_minutes", late.TotalMinutes.ToString("0.#", CultureInfo.InvariantCulture)), ("penalty", "none"))]
                : [],
        };
    }

    static bool IsOf(TikTokAccount.Added account, Actor actor) => actor.Party is { } party && account.BelongsTo(party);

    static bool IsOf(TikTokAccount.Added account, LivePlan.Created plan) => account.CapParty == Party.Of(plan.Live.Creation.Merchant);

    // no plan is none to hide
    static bool IsSeen(LivePlan? plan, Actor actor) => plan is null || (plan is LivePlan.Created created && created.Live.IsVisibleTo(actor));

    static bool IsTheSame(LiveSessionStarted begun, StartLiveSession command) =>
        begun.Account == command.Account && begun.Plan?.Plan == command.Plan && (command.StartedAt is null || command.StartedAt == begun.StartedAt);
}
