using LiveCommerce.Host.Http.Answers;
using LiveCommerce.Host.Http.Documents;
using LiveCommerce.Host.Http.Reading;
using LiveCommerce.Host.Http.Requests;
using LiveCommerce.Host.Http.SignIn;
using LiveCommerce.Kernel;
using LiveCommerce.LivePlans;
using LiveCommerce.Postgres.LiveEvents;

namespace LiveCommerce.Host.Http.LivePlans;

/// <summary>What can become of a plan: other products and tools, and, since nothing else of it changes, another plan in its place or none.</summary>
static class PlanChangeRoutes
{
    internal static void MapPlanChanges(this IEndpointRouteBuilder plans)
    {
        plans.MapPut("/{plan}/products", Feature).For<ChangeFeaturedProducts>().Writes("changePlanProducts", "Feature other products, all of them named anew (PLAN-11, C4)");
        plans.MapPut("/{plan}/promotion-tools", Attach).For<ChangePromotionTools>().Writes("changePlanPromotionTools", "Attach other promotion tools, all of them named anew (PLAN-06, PLAN-11)");
        plans.MapPut("/{plan}/details", Change).For<ChangeEventDetails>().Writes("changePlanDetails", "Ask for another schedule, title or description: refused, with the way out (PLAN-10..12)");
        plans.MapPost("/{plan}/reschedule", Reschedule).For<RescheduleLivePlan>()
            .Writes("reschedulePlan", "Put a plan of another schedule in its place, in one step: what was prepared is carried over and each names the other (PLAN-12, BEY-12)", begins: true);
        plans.MapDelete("/{plan}", Delete).For<DeleteLivePlan>().Writes("deletePlan", "Delete an active plan; the answer, and a dry run before it, says how many subscribers that affects (PLAN-12, C48)");
    }

    static async Task<IResult> Feature(PathId<LivePlanId> plan, Asked<ChangeProductsRequest> asked, CommandDoor door, States states, CancellationToken cancellation)
    {
        var shop = await states.ShopOf(plan.Value, asked.Actor, cancellation);
        return await door.Send(asked.For(shop, new ChangeFeaturedProducts(plan.Value, MarketIds.Of(asked.Body.Products, "products"))), plan.Value);
    }

    static async Task<IResult> Attach(PathId<LivePlanId> plan, Asked<ChangeToolsRequest> asked, CommandDoor door, States states, CancellationToken cancellation)
    {
        var shop = await states.ShopOf(plan.Value, asked.Actor, cancellation);
        return await door.Send(asked.For(shop, new ChangePromotionTools(plan.Value, MarketIds.Of(asked.Body.PromotionTools, "promotionTools"))), plan.Value);
    }

    static async Task<IResult> Change(PathId<LivePlanId> plan, Asked<ChangeDetailsRequest> asked, CommandDoor door, States states, CancellationToken cancellation)
    {
        var (shop, body) = (await states.ShopOf(plan.Value, asked.Actor, cancellation), asked.Body);
        var title = asked.SealOptional(shop.Id, "title", body.Title, TextLimits.Name);
        var description = asked.SealOptional(shop.Id, "description", body.Description, TextLimits.Notes);
        return await door.Send(asked.For(shop, new ChangeEventDetails(plan.Value, body.Schedule?.ToWanted(), title, description)), plan.Value);
    }

    static async Task<IResult> Reschedule(PathId<LivePlanId> plan, Asked<ReschedulePlanRequest> asked, CommandDoor door, States states, SubscriptionQueries subscriptions, CancellationToken cancellation)
    {
        var (shop, id) = (await states.ShopOf(plan.Value, asked.Actor, cancellation), NewId.Of<LivePlanId>());
        var command = new RescheduleLivePlan(plan.Value, id, asked.Body.Schedule.ToWanted(), await subscriptions.CountOf(plan.Value, cancellation));
        return await door.Send(asked.For(shop, command), id, new(PlanRoutes.Path, Begun: nameof(RescheduleLivePlan.NewPlan)));
    }

    static async Task<IResult> Delete(PathId<LivePlanId> plan, Asked<NoBody> asked, CommandDoor door, States states, SubscriptionQueries subscriptions, CancellationToken cancellation)
    {
        var shop = await states.ShopOf(plan.Value, asked.Actor, cancellation);
        return await door.Send(asked.For(shop, new DeleteLivePlan(plan.Value, await subscriptions.CountOf(plan.Value, cancellation))), plan.Value);
    }
}
