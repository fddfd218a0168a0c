using LiveCommerce.Host.Http.Answers;
using LiveCommerce.Host.Http.Documents;
using LiveCommerce.Host.Http.SignIn;
using LiveCommerce.Kernel;
using LiveCommerce.LivePlans;

namespace LiveCommerce.Host.Http.Overview;

/// <summary>Who does what before, during and after a LIVE.</summary>
/// <param name="AvailableOn">Where people find this page (C45).</param>
/// <param name="Stages">Each line with its point of contact.</param>
sealed record StageGuideView(IReadOnlyList<Surface> AvailableOn, IReadOnlyList<StageLine> Stages);

/// <summary>The page on which a plan is created.</summary>
/// <param name="AvailableOn">Where people find it (C45).</param>
/// <param name="Flow">The steps, in order (PLAN-20).</param>
/// <param name="Panel">The links beside them (PLAN-19).</param>
/// <param name="MostProducts">So many products a plan features at most (PLAN-03).</param>
/// <param name="LongestMinutes">So long a LIVE is planned at most.</param>
sealed record PlanFormView(IReadOnlyList<Surface> AvailableOn, IReadOnlyList<PlanStep> Flow, IReadOnlyList<GuideLink> Panel, int MostProducts, int LongestMinutes);

/// <summary>Reference data around a LIVE.</summary>
static class GuideRoutes
{
    internal static void MapGuide(this IEndpointRouteBuilder api)
    {
        api.MapGet("/stage-guide", Stages).WithTags("Overview").Reads<StageGuideView>("readStageGuide", "Who does what before, during and after a LIVE (STG-01..06)");
        api.MapGet("/plans/form", Form).WithTags("LIVE plans").For(ActorRole.Merchant, ActorRole.OpsAdmin).Reads<PlanFormView>("readPlanForm", "The creation page of a plan: its steps, and the links beside them (PLAN-19, PLAN-20)");
    }

    static RecordResult<StageGuideView> Stages(LiveGuide guide) => new(new([Surface.SellerCenterPc], guide.Stages));

    static RecordResult<PlanFormView> Form(LiveGuide guide) => new(new([Surface.SellerCenterPc], guide.PlanFlow, guide.PlanPanel, LivePlan.MostProducts, LiveSchedule.LongestMinutes));
}
