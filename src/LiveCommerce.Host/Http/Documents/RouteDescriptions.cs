namespace LiveCommerce.Host.Http.Documents;

/// <summary>What the OpenAPI document says of a route.</summary>
static class RouteDescriptions
{
    /// <summary>A write: answered with <see cref="Answers.CommandAnswer"/>.</summary>
    internal static RouteHandlerBuilder Writes(this RouteHandlerBuilder route, string name, string summary, bool begins = false)
    {
        route.WithName(name).WithSummary(summary).Produces<Answers.CommandAnswer>();
        return begins ? route.Produces<Answers.CommandAnswer>(201) : route;
    }

    /// <summary>A read.</summary>
    internal static RouteHandlerBuilder Reads<T>(this RouteHandlerBuilder route, string name, string summary) =>
        route.WithName(name).WithSummary(summary).Produces<T>();
}
