using LiveCommerce.Host.Http.Answers;
using LiveCommerce.Host.Http.Documents;
using LiveCommerce.Host.Http.Problems;
using LiveCommerce.Host.Http.Reading;
using LiveCommerce.Host.Http.Requests;
using LiveCommerce.Host.Http.SignIn;
using LiveCommerce.Kernel;
using LiveCommerce.LivePlans;
using LiveCommerce.Postgres.LiveEvents;
using LiveCommerce.Postgres.LivePlans;

namespace LiveCommerce.Host.Http.LivePlans;

/// <summary>LIVE plans: created, listed and read.</summary>
static class PlanRoutes
{
    internal const string Path = "/v1/plans";

    internal static void MapPlans(this IEndpointRouteBuilder api)
    {
        var plans = api.MapGroup("/plans").WithTags("LIVE plans");
        plans.MapPost("/", Create).For<CreateLivePlan>().Writes("createPlan", "Plan a LIVE and publish its LIVE Event; administrators name the merchant (PLAN-02, PLAN-03, PLAN-20)", begins: true);
        plans.MapGet("/", List).For(Readers).Reads<Page<PlanLineView>>("listPlans", "Active plans, the next one first, or completed ones, the latest first; operators and auditors name the merchant (PLAN-18)");
        plans.MapGet("/counts", Count).For(Readers).Reads<PlanCountsView>("countPlans", "How long both lists are at this moment (PLAN-18)");
        plans.MapGet("/{plan}", Read).For(Readers).Reads<PlanView>("readPlan", "One plan, with what you may do now");
        plans.MapPlanChanges();
        plans.MapPreparation();
    }

    static ActorRole[] Readers { get; } = [ActorRole.Merchant, ActorRole.OpsReviewer, ActorRole.OpsAdmin, ActorRole.Auditor];

    static Task<IResult> Create(Asked<CreatePlanRequest> asked, CommandDoor door)
    {
        var (id, body) = (NewId.Of<LivePlanId>(), asked.Body);
        var shop = (asked.Actor.IsPlatform ? null : asked.Actor.Party) is { Kind: PartyKind.Merchant } own && body.Merchant is null ? new MerchantId(own.Id)
            : body.Merchant ?? throw new RequestRefusedException(DoorProblems.Malformed, "merchant");
        return door.Send(asked.For(Party.Of(shop), new CreateLivePlan(
            id, shop,
            asked.Seal(shop.Value, "title", body.Title, TextLimits.Name),
            asked.Seal(shop.Value, "description", body.Description, TextLimits.Notes),
            body.Schedule.ToWanted(),
            MarketIds.Of(body.Products, "products"),
            MarketIds.Of(body.PromotionTools ?? [], "promotionTools"))), id, new(Path, Begun: nameof(CreateLivePlan.Plan)));
    }

    static async Task<IResult> List(
        Caller caller, PlanQueries plans, TimeProvider clock, CancellationToken cancellation, string? tab = null, string? merchant = null, string? cursor = null, int? limit = null)
    {
        var (now, page, list) = (clock.Now(), PageRequest.Of(cursor, limit), ListOf(tab));
        var found = await plans.Of(caller.ShopOf(merchant), list, now, page.Place(), page.Limit, cancellation);
        return new RecordResult<Page<PlanLineView>>(new([.. found.Items.Select(row => PlanLineView.Of(row, now))], found.Next.ToCursor()));
    }

    internal static PlanList ListOf(string? tab) => tab switch
    {
        null or "active" => PlanList.Active,
        "completed" => PlanList.Completed,
        _ => throw new RequestRefusedException(DoorProblems.Malformed, nameof(tab)),
    };

    static async Task<IResult> Count(Caller caller, PlanQueries plans, TimeProvider clock, CancellationToken cancellation, string? merchant = null)
    {
        var now = clock.Now();
        var counts = await plans.Count(caller.ShopOf(merchant), now, cancellation);
        return new RecordResult<PlanCountsView>(new(counts.Active, counts.Completed, now));
    }

    static async Task<IResult> Read(PathId<LivePlanId> plan, Caller caller, States states, SubscriptionQueries subscriptions, TimeProvider clock, CancellationToken cancellation)
    {
        var (state, row) = await states.See(plan.Value, caller, cancellation);
        var (now, subscribers) = (clock.Now(), await subscriptions.CountOf(plan.Value, cancellation));
        return new RecordResult<PlanView>(PlanView.Of(row, state.Live, subscribers, now, LivePlanActions.Of(state, new(now, caller.Actor))), row.Version);
    }
}

/// <summary>How long the lists of plans are (PLAN-18).</summary>
/// <param name="Active">Still to come, or running.</param>
/// <param name="Completed">Held, or missed.</param>
/// <param name="At">At which instant.</param>
sealed record PlanCountsView(long Active, long Completed, Moment At);
