using LiveCommerce.Host.Http.Answers;
using LiveCommerce.Host.Http.Documents;
using LiveCommerce.Host.Http.LivePlans;
using LiveCommerce.Host.Http.Reading;
using LiveCommerce.Host.Http.Requests;
using LiveCommerce.Host.Http.SignIn;
using LiveCommerce.Kernel;
using LiveCommerce.Teasers;

namespace LiveCommerce.Host.Http.Teasers;

/// <summary>Videos that were posted elsewhere, told for the sake of their plan.</summary>
static class OutsideVideoRoutes
{
    internal static void MapOutsideVideos(this IEndpointRouteBuilder api)
    {
        var plans = api.MapGroup("/plans/{plan}").WithTags("Teasers");
        plans.MapPost("/promotional-videos", Promote).For<TellPromotionalVideo>().Writes("tellPromotionalVideo", "Tell of a promotional video for a plan, with the featured products that it links (C5, C7)");
        plans.MapPost("/outside-teasers", Tease).For<TellOutsideTeaser>().Writes("tellOutsideTeaser", "Tell of a teaser for a plan that was made and posted elsewhere; product links are warned of (C8)");
    }

    static async Task<IResult> Promote(PathId<LivePlanId> plan, Asked<PromotionalVideoRequest> asked, CommandDoor door, States states, CancellationToken cancellation)
    {
        var (id, shop) = (NewId.Of<OutsideVideoId>(), await states.ShopOf(plan.Value, asked.Actor, cancellation));
        return await door.Send(asked.For(shop, new TellPromotionalVideo(id, plan.Value, MarketIds.Of(asked.Body.Products, "products"), asked.Body.PostedAt)), id, new(Begun: nameof(TellPromotionalVideo.Video)));
    }

    static async Task<IResult> Tease(PathId<LivePlanId> plan, Asked<OutsideTeaserRequest> asked, CommandDoor door, States states, CancellationToken cancellation)
    {
        var (id, shop) = (NewId.Of<OutsideVideoId>(), await states.ShopOf(plan.Value, asked.Actor, cancellation));
        return await door.Send(asked.For(shop, new TellOutsideTeaser(id, plan.Value, asked.Body.HasProductLinks, asked.Body.PostedAt)), id, new(Begun: nameof(TellOutsideTeaser.Video)));
    }
}
