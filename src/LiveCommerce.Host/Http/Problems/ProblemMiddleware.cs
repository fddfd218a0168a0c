using System.Data.Common;

namespace LiveCommerce.Host.Http.Problems;

/// <summary>Outermost: whatever goes wrong inside leaves as a problem document with a stable code, the framework's own refusals among it.</summary>
sealed partial class ProblemMiddleware(RequestDelegate next, ILogger<ProblemMiddleware> logger)
{
    public async Task InvokeAsync(HttpContext context)
    {
        try
        {
            await next(context);
            if (context.Response is { HasStarted: false, StatusCode: >= 400, ContentType: null })
                await ProblemWriting.Write(context, Problem.Of(DoorProblems.OfStatus(context.Response.StatusCode)));
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
            // nobody is left to be told
        }
#pragma warning disable CA1031 // the last place where a caller can still be told
        catch (Exception exception) when (!context.Response.HasStarted)
#pragma warning restore CA1031
        {
            var problem = Of(exception);
            if (problem.Status >= 500) Log(logger, problem.Code, context.TraceIdentifier, Describe(exception), exception.StackTrace);
            context.Response.Clear();
            await ProblemWriting.Write(context, problem);
        }
    }

    static Problem Of(Exception exception) => exception switch
    {
        RequestRefusedException refused => Problem.Of(refused.Kind, refused.Field),
        BadHttpRequestException bad => Problem.Of(DoorProblems.OfStatus(bad.StatusCode)),
        DbException or TimeoutException => Problem.Of(DoorProblems.Busy),
        _ => Problem.Of(DoorProblems.Internal),
    };

    // a database's message may quote a row, and rows hold what people wrote
    static string Describe(Exception exception) =>
        exception is DbException database ? $"{exception.GetType().Name} {database.SqlState}" : $"{exception.GetType().Name}: {exception.Message}";

    [LoggerMessage(LogLevel.Error, "{Code} in {TraceId}: {What}\n{Stack}")]
    static partial void Log(ILogger logger, string code, string traceId, string what, string? stack);
}
