using LiveCommerce.Host.Http.Problems;
using LiveCommerce.Host.Http.Reading;
using LiveCommerce.Host.Http.Requests;
using LiveCommerce.Kernel;
using LiveCommerce.LivePlans;
using LiveCommerce.Store;

namespace LiveCommerce.Host.Http.LivePlans;

/// <summary>A plan as it stands, and the row that its facts add up to.</summary>
sealed record PlanAt(LivePlan.Created State, LivePlanRecord Row);

/// <summary>Finds the plan that a request is about; what the caller may not see is not there.</summary>
static class PlanSight
{
    internal static async Task<PlanAt> See(this States states, LivePlanId plan, Caller caller, CancellationToken cancellation) =>
        (await states.Find(plan, cancellation)) is { } at && at.State.Live.IsVisibleTo(caller.Actor) ? at : throw new RequestRefusedException(DoorProblems.NotFound);

    /// <summary>Whose plan a write is about: a merchant can only mean its own, and whether it is that is decided later.</summary>
    internal static async Task<Party> ShopOf(this States states, LivePlanId plan, Actor actor, CancellationToken cancellation) =>
        actor.Party ?? Party.Of((await states.Find(plan, cancellation))?.State.Live.Creation.Merchant ?? throw new RequestRefusedException(DoorProblems.NotFound));

    /// <summary>Whose plans are asked for: a merchant's own, unless an operator or auditor names one.</summary>
    internal static MerchantId ShopOf(this Caller caller, string? text) =>
        text is null ? caller.Actor.Party is { Kind: PartyKind.Merchant } own ? new(own.Id) : throw new RequestRefusedException(DoorProblems.Malformed, "merchant")
        : !TypeId.TryParse<MerchantId>(text, out var named) ? throw new RequestRefusedException(DoorProblems.Malformed, "merchant")
        : caller.SeesAll || Party.Of(named) == caller.Actor.Party ? named
        : throw new RequestRefusedException(DoorProblems.NotFound);

    /// <summary>The command of an administrator is on behalf of the shop.</summary>
    internal static CommandEnvelope For<T>(this Asked<T> asked, Party shop, ICommand command) => asked.With(command) with { OnBehalfOf = asked.Actor.IsPlatform ? shop : null };

    static async Task<PlanAt?> Find(this States states, LivePlanId plan, CancellationToken cancellation) => (await states.Ask(reads => At(reads, plan), cancellation)).Value;

    static Found<PlanAt>? At(LoadedStates reads, LivePlanId plan) => reads.Of(LivePlan.At(plan)) switch
    {
        null => null,
        LivePlan.Created state when reads.HistoryOf(plan.Value)?.Aggregate((LivePlanRecord?)null, (row, recorded) => LivePlanRecord.Fold(row, recorded.ToFact())) is { } row => new(new PlanAt(state, row)),
        _ => Found<PlanAt>.Nothing,
    };
}
