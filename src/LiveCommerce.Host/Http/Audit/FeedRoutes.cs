using System.Globalization;
using LiveCommerce.Host.Http.Answers;
using LiveCommerce.Host.Http.Documents;
using LiveCommerce.Host.Http.Problems;
using LiveCommerce.Host.Http.Requests;
using LiveCommerce.Host.Http.SignIn;
using LiveCommerce.Kernel;
using LiveCommerce.Postgres.Reading;
using LiveCommerce.Store;

namespace LiveCommerce.Host.Http.Audit;

/// <summary>A stretch of the log in the order of commit.</summary>
/// <param name="Events">The facts.</param>
/// <param name="Next">The position to go on from; ask again with it, now or later.</param>
/// <param name="AtEnd">Whether there was no more at that moment.</param>
sealed record FeedView(IReadOnlyList<EventView> Events, string Next, bool AtEnd);

/// <summary>The change feed: every fact of the log once, in order, for those who read everything.</summary>
static class FeedRoutes
{
    const int Usual = 100;
    const int Largest = 1_000;

    internal static void MapFeed(this IEndpointRouteBuilder api) =>
        api.MapGet("/events", Read).WithTags("Audit").For(ActorRole.OpsReviewer, ActorRole.OpsAdmin, ActorRole.Auditor)
            .Reads<FeedView>("readEvents", "Every fact of the log after a position, in the order of commit");

    static async Task<IResult> Read(IEventStore store, LogReader log, CancellationToken cancellation, string? after = null, int? limit = null)
    {
        if (limit is < 1 or > Largest) throw new RequestRefusedException(DoorProblems.Malformed, "limit");
        var name = await log.Name(cancellation);
        var start = after is null ? 0 : PositionIn(after, name);
        var count = limit ?? Usual;
        var events = await store.ReadAll(new(start, count), cancellation);
        var next = events is [.., var last] ? last.Position : start;
        return new RecordResult<FeedView>(new([.. events.Select(EventView.Of)], Token(name, next), events.Count < count));
    }

    static string Token(LogName name, long position) => string.Create(CultureInfo.InvariantCulture, $"{name.LogId:N}.{name.Epoch}.{position}");

    static long PositionIn(string token, LogName name)
    {
        var parts = token.Split('.');
        if (parts.Length != 3 || !Guid.TryParseExact(parts[0], "N", out var log) || !int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out var epoch)
            || !long.TryParse(parts[2], NumberStyles.None, CultureInfo.InvariantCulture, out var position))
            throw new RequestRefusedException(DoorProblems.Malformed, "after");
        return new LogName(log, epoch) == name ? position : throw new RequestRefusedException(DoorProblems.OtherLog, "after");
    }
}
