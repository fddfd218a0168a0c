using LiveCommerce.Kernel;
using LiveCommerce.Store;

namespace LiveCommerce.Tests.Guards.Offenders;

/// <summary>Decides after waiting for something: a decision is told all that it needs.</summary>
static class WaitsForAnAnswer
{
    public static Decision Decide(Lazy<Task<Decision>> answer) => answer.Value.Result;
}

/// <summary>Appends by itself: a decision only says what is to be recorded.</summary>
static class KnowsTheStore
{
    public static object Decide(object command) => command is IEventStore ? Decision.AlreadySo : command;
}
