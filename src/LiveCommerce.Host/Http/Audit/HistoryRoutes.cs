using LiveCommerce.Audit;
using LiveCommerce.Host.Http.Answers;
using LiveCommerce.Host.Http.Documents;
using LiveCommerce.Host.Http.Problems;
using LiveCommerce.Host.Http.Reading;
using LiveCommerce.Host.Http.Requests;
using LiveCommerce.Kernel;
using LiveCommerce.Store;

namespace LiveCommerce.Host.Http.Audit;

/// <summary>A registration's history, whole and in order.</summary>
/// <param name="Registration">Which one.</param>
/// <param name="Events">Every fact.</param>
/// <param name="IsUnbroken">Whether every fact is intact and names the digest of the one before.</param>
sealed record HistoryView(RegistrationId Registration, IReadOnlyList<EventView> Events, bool IsUnbroken);

/// <summary>What happened to a registration, and what became of a command.</summary>
static class HistoryRoutes
{
    internal static void MapHistories(this IEndpointRouteBuilder api)
    {
        var audit = api.MapGroup("").WithTags("Audit");
        audit.MapGet("/registrations/{registration}/history", History).Reads<HistoryView>("readHistory", "Every fact of a registration: who, when, why, by which rule");
        audit.MapGet("/receipts/{receipt}", ReadReceipt).Reads<ReceiptView>("readReceipt", "What became of one of your commands (BEY-25)");
    }

    static async Task<IResult> History(PathId<RegistrationId> registration, Caller caller, Replays replays, TimeProvider clock, CancellationToken cancellation)
    {
        var standing = await replays.Of(registration.Value.ToString(), new AsOf.Instant(clock.Now()), caller, cancellation);
        var history = standing.Facts;
        return new RecordResult<HistoryView>(new(registration.Value, [.. history.Select(fact => EventView.Of(fact, standing.Zone))], IsUnbroken(history)), standing.Last.Version);
    }

    static bool IsUnbroken(IReadOnlyList<RecordedEvent> history) =>
        history.Select((recorded, index) => recorded.IsIntact() && recorded.Envelope.PreviousDigest == (index == 0 ? null : history[index - 1].Envelope.Digest)).All(unbroken => unbroken);

    static async Task<IResult> ReadReceipt(string receipt, Caller caller, IEventStore store, CancellationToken cancellation)
    {
        if (!ReceiptId.TryParse(receipt, out var id)) throw new RequestRefusedException(DoorProblems.Malformed, "receipt");
        var found = await store.FindReceipt(id, cancellation);
        return found is not null && (caller.SeesAll || found.Owner == CommandEnvelope.OwnerOf(caller.Actor))
            ? new RecordResult<ReceiptView>(ReceiptView.Of(found))
            : throw new RequestRefusedException(DoorProblems.NotFound);
    }
}

/// <summary>What became of a command, kept for ever.</summary>
sealed record ReceiptView(
    string Id, string Command, Outcome Outcome, Moment DecidedAt, string Policy, string Code, ActorRole Role,
    IReadOnlyList<string> Facts, IReadOnlyList<ProblemError> Refusals, IReadOnlyDictionary<string, string> Details)
{
    internal static ReceiptView Of(Receipt receipt) => new(
        ReceiptId.Format(receipt.CommandId), receipt.Command, receipt.Outcome, receipt.DecidedAt, receipt.Policy, receipt.Code, receipt.Actor.Role,
        [.. receipt.Facts.Select(fact => fact.Type)], receipt.Outcome == Outcome.Refused ? Problem.Of(receipt).Errors : [],
        receipt.Details.GroupBy(detail => detail.Name).ToDictionary(group => group.Key, group => string.Join(" ", group.Select(detail => detail.Value))));
}
