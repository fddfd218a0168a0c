using LiveCommerce.Kernel;

namespace LiveCommerce.LivePlans;

/// <summary>A command about a LIVE plan.</summary>
public interface ILivePlanCommand : ICommand
{
    /// <summary>The plan it is about.</summary>
    LivePlanId Plan { get; }

    StreamRef ICommand.Target => LivePlan.At(Plan);
}
