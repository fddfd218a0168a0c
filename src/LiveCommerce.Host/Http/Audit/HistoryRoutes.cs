using LiveCommerce.Audit;
using LiveCommerce.Calendars;
using LiveCommerce.Host.Http.Answers;
using LiveCommerce.Host.Http.Documents;
using LiveCommerce.Host.Http.Problems;
using LiveCommerce.Host.Http.Reading;
using LiveCommerce.Host.Http.Requests;
using LiveCommerce.Kernel;
using LiveCommerce.LiveEvents;
using LiveCommerce.LivePlans;
using LiveCommerce.Store;
using LiveCommerce.Teasers;

namespace LiveCommerce.Host.Http.Audit;

/// <summary>The history of one thing, in order.</summary>
/// <param name="Stream">The id of what it is a history of.</param>
/// <param name="Events">Every fact that is the caller's to see; a gap in the versions is what is not.</param>
/// <param name="IsUnbroken">Whether every fact of the whole history is intact and names the digest of the one before.</param>
sealed record HistoryView(string Stream, IReadOnlyList<EventView> Events, bool IsUnbroken);

/// <summary>What happened to a thing, and what became of a command.</summary>
static class HistoryRoutes
{
    internal static void MapHistories(this IEndpointRouteBuilder api)
    {
        var audit = api.MapGroup("").WithTags("Audit");
        Map<RegistrationId>(audit, "registrations", "Registration");
        Map<CampaignId>(audit, "campaigns", "Campaign");
        Map<MerchantId>(audit, "merchants", "Merchant");
        Map<AccountId>(audit, "accounts", "Account");
        Map<QuotaId>(audit, "quotas", "Quota");
        Map<LivePlanId>(audit, "plans", "Plan");
        Map<SubscriptionId>(audit, "subscriptions", "Subscription");
        Map<LiveSessionId>(audit, "sessions", "Session");
        Map<LiveFiguresId>(audit, "figures", "Figures");
        Map<CatalogueProductId>(audit, "products", "Product");
        Map<PromotionToolId>(audit, "promotion-tools", "PromotionTool");
        Map<ShopCatalogueId>(audit, "catalogues", "Catalogue");
        Map<MarketReferenceId>(audit, "market", "MarketReference");
        Map<TeaserId>(audit, "teasers", "Teaser");
        Map<ShopCalendarId>(audit, "calendars", "Calendar");
        audit.MapGet("/receipts/{receipt}", ReadReceipt).Reads<ReceiptView>("readReceipt", "What became of one of your commands (BEY-25)");
    }

    static void Map<TId>(IEndpointRouteBuilder audit, string things, string thing) where TId : struct, ITypedId<TId> =>
        audit.MapGet($"/{things}/{{id}}/history", Read<TId>)
            .Reads<HistoryView>($"read{thing}History", $"Every fact of a {thing.ToLowerInvariant()} that is yours to see: who, when, why, by which rule (RREC-17)");

    static async Task<IResult> Read<TId>(PathId<TId> id, Caller caller, States states, TimeProvider clock, CancellationToken cancellation) where TId : struct, ITypedId<TId>
    {
        var (kind, stream, asOf) = (HistoryKind.Of(TId.Prefix), id.Value.Value, new AsOf.Instant(clock.Now()));
        var found = await states.Ask(reads => kind.See(reads, stream, caller) is not { } sight ? null
            : sight.Value is not { } seen ? Found<Told>.Nothing
            : Audited.Of(kind.Stream).Replay(stream, asOf, reads.HistoryOf) is Replayed.Found { Standing.Zone: var zone } ? new(new Told(seen, zone))
            : null, cancellation);
        return found.Value is var (history, local)
            ? new RecordResult<HistoryView>(new(TypeId.Format(id.Value), [.. history.Seen.Select(fact => EventView.Of(fact, local))], IsUnbroken(history.Whole)), history.Whole[^1].Version)
            : throw new RequestRefusedException(kind.Unseen);
    }

    /// <summary>A history and the shop's clock, which its sentences are told by.</summary>
    sealed record Told(SeenHistory History, ZoneId? Zone);

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

/// <summary>What became of a command, kept for ever; its explanation says so in plain words, with what would have had to be different (BEY-04).</summary>
sealed record ReceiptView(
    string Id, string Command, Outcome Outcome, Moment DecidedAt, string Policy, string Code, ActorRole Role,
    IReadOnlyList<string> Facts, IReadOnlyList<ProblemError> Refusals, IReadOnlyList<ProblemError> Warnings, IReadOnlyDictionary<string, string> Details, IReadOnlyList<string> Explanation)
{
    internal static ReceiptView Of(Receipt receipt) => new(
        ReceiptId.Format(receipt.CommandId), receipt.Command, receipt.Outcome, receipt.DecidedAt, receipt.Policy, receipt.Code, receipt.Actor.Role,
        [.. receipt.Facts.Select(fact => fact.Type)], receipt.Outcome == Outcome.Refused ? Problem.Of(receipt).Errors : [], [.. receipt.Warnings.Select(Problem.Error)],
        receipt.Details.GroupBy(detail => detail.Name).ToDictionary(group => group.Key, group => string.Join(" ", group.Select(detail => detail.Value))), ReceiptWords.Of(receipt));
}
