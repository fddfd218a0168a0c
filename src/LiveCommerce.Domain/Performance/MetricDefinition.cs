using LiveCommerce.Kernel;

namespace LiveCommerce.Performance;

/// <summary>What a figure means; another meaning is another version (C9).</summary>
/// <param name="Id">The figure's name and the version of its meaning.</param>
/// <param name="Rule">The rule that it follows.</param>
/// <param name="Statement">What is counted.</param>
public sealed record MetricDefinition(string Id, string Rule, string Statement)
{
    /// <summary>Those of the recap.</summary>
    public static ValueList<MetricDefinition> OfRecap { get; } =
    [
        new("live-gmv/1", "RECAP-03", "What was paid in the sessions of the shop's official account, with what is returned, refunded or cancelled later; nothing of affiliate creators."),
        new("orders/1", "RECAP-06", "Orders that were paid in these sessions."),
        new("views/1", "RECAP-07", "How often these sessions were entered."),
        new("gpm/1", "RECAP-08", "LIVE GMV for each 1,000 cart exposures (page views) of these sessions; null where they are 0 or not told."),
    ];
}
