using LiveCommerce.Kernel;
using Microsoft.Net.Http.Headers;

namespace LiveCommerce.Host.Http.Calendars;

/// <summary>A calendar as an answer. Calendar programs ask again and again: what did not change is not sent again (RFC 9110, 13.1.2).</summary>
sealed class CalendarFeed(string text) : IResult
{
    internal const string MediaType = "text/calendar";

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var (request, response) = (httpContext.Request, httpContext.Response);
        var tag = new EntityTagHeaderValue($"\"{Digest.Of(text)}\"");
        response.Headers.ETag = tag.ToString();
        response.Headers.CacheControl = "private, no-cache"; // kept, and asked again whether it still holds
        if (request.GetTypedHeaders().IfNoneMatch is { } known && known.Any(one => one.Compare(tag, useStrongComparison: false) || one.Equals(EntityTagHeaderValue.Any)))
        {
            response.StatusCode = StatusCodes.Status304NotModified;
            return;
        }
        response.ContentType = $"{MediaType}; charset=utf-8";
        await response.WriteAsync(text, httpContext.RequestAborted);
    }
}
