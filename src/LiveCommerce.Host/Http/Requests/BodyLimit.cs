namespace LiveCommerce.Host.Http.Requests;

/// <summary>How large a body an address takes, where that is more than elsewhere.</summary>
/// <param name="Bytes">The most bytes.</param>
sealed record BodyLimit(int Bytes)
{
    internal static int Of(HttpRequest request) => request.HttpContext.GetEndpoint()?.Metadata.GetMetadata<BodyLimit>()?.Bytes ?? RequestBody.Limit;
}

/// <summary>Says so of a route.</summary>
static class BodyLimits
{
    internal static RouteHandlerBuilder Takes(this RouteHandlerBuilder route, int bytes) => route.WithMetadata(new BodyLimit(bytes));
}
