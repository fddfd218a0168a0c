using System.Text.Json.Serialization;
using LiveCommerce.Campaigns;
using LiveCommerce.Host.Http.Answers;
using LiveCommerce.Host.Http.Documents;
using LiveCommerce.Host.Http.Problems;
using LiveCommerce.Host.Http.Reading;
using LiveCommerce.Host.Http.Requests;
using LiveCommerce.Kernel;
using LiveCommerce.Registrations;
using LiveCommerce.Store;
using NodaTime;

namespace LiveCommerce.Host.Http.Audit;

/// <summary>A taken slot; what the reader may not see of it shows number, channel and time only.</summary>
sealed record SlotView(
    int Slot,
    RegistrationChannel Channel,
    Moment TakenAt,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] RegistrationId? Registration);

/// <summary>The slots of a party in a campaign (BEY-02).</summary>
/// <param name="Quota">The id of its history.</param>
/// <param name="Campaign">The campaign.</param>
/// <param name="Party">Whose slots.</param>
/// <param name="Cap">How many there are.</param>
/// <param name="Used">How many are taken, for ever (C20).</param>
/// <param name="Remaining">How many are left.</param>
/// <param name="RefusedAttempts">How many submissions were refused; null where that is not the reader's to know.</param>
/// <param name="SuppressedAttempts">How many more were turned away beyond a day's limit and only counted, on days that are over; null likewise.</param>
/// <param name="RefusalCodes">How often each rule was broken; null likewise.</param>
/// <param name="Slots">Each taken slot, in order.</param>
sealed record SlotLedgerView(
    QuotaId Quota, CampaignId Campaign, Party Party, int Cap, int Used, int Remaining, int? RefusedAttempts, int? SuppressedAttempts, IReadOnlyDictionary<string, int>? RefusalCodes,
    IReadOnlyList<SlotView> Slots);

/// <summary>The slot ledger.</summary>
static class SlotLedger
{
    const int MostDays = 3_660;

    internal static void MapSlotLedger(this IEndpointRouteBuilder api) =>
        api.MapGet("/campaigns/{campaign}/slots", Read).WithTags("Audit").Reads<SlotLedgerView>("readSlots", "The slots of a party in a campaign, your own unless a party is named (REG-03)");

    static async Task<IResult> Read(PathId<CampaignId> campaign, Caller caller, States states, TimeProvider clock, CancellationToken cancellation, string? party = null)
    {
        await states.See(campaign.Value, caller, cancellation);
        var whose = WhoseOf(party, caller);
        var now = clock.Now();
        var found = await states.Ask(reads => Of(reads, campaign.Value, whose, caller, now), cancellation);
        return found.Value is { } ledger ? new RecordResult<SlotLedgerView>(ledger) : throw new RequestRefusedException(DoorProblems.NotFound);
    }

    static Party WhoseOf(string? text, Caller caller) =>
        text is null ? caller.Actor.Party ?? throw new RequestRefusedException(DoorProblems.Malformed, "party")
        : Json.PartyText.TryParse(text, out var party) ? party
        : throw new RequestRefusedException(DoorProblems.Malformed, "party");

    static Found<SlotLedgerView>? Of(LoadedStates reads, CampaignId campaign, Party party, Caller caller, Moment now)
    {
        var stream = CampaignQuota.At(campaign, party);
        if (reads.Of(stream) is not { } quota || reads.HistoryOf(stream.Id) is not { } taken || reads.HistoryOf(campaign.Value) is not [var drafted, ..]) return null;
        var refusals = RefusalsSince(reads, stream.Id, drafted.Envelope.DecidedAt, now);
        var slots = taken.Select(recorded => SlotOf(reads, recorded, caller)).ToList();
        if (refusals is null || reads.Missing.Count > 0) return null;
        // a creator finds the ledger of the shop whose slots they used, and of no other
        var isOwn = caller.SeesAll || party == caller.Actor.Party;
        if (!isOwn && !slots.Exists(slot => slot.Registration is not null)) return Found<SlotLedgerView>.Nothing;
        var refused = refusals.OfType<CommandRefused>().ToList();
        var suppressed = refusals.OfType<RefusalsSuppressed>().Sum(told => told.Count);
        var codes = refused.SelectMany(refusal => refusal.Refusals).GroupBy(refusal => refusal.Code).ToDictionary(group => group.Key, group => group.Count());
        return new(new SlotLedgerView(new(stream.Id), campaign, party, RegistrationPolicy.Cap, quota.Used, quota.Remaining,
            isOwn ? refused.Count : null, isOwn ? suppressed : null, isOwn ? codes : null, slots));
    }

    static SlotView SlotOf(LoadedStates reads, RecordedEvent recorded, Caller caller)
    {
        var taken = (SlotTaken)recorded.Body;
        var visible = reads.Of(Registration.At(taken.Registration)) is Registration.Submitted known && known.Session.IsVisibleTo(caller.Actor);
        return new(taken.Slot, taken.Channel, recorded.Envelope.EffectiveAt, visible ? taken.Registration : null);
    }

    /// <summary>Refusals lie in a companion stream for each UTC day.</summary>
    static List<IEvent>? RefusalsSince(LoadedStates reads, Guid quota, Moment first, Moment now)
    {
        var refused = new List<IEvent>();
        for (var (day, days) = (first, 0); day <= now + Duration.FromDays(1) && days < MostDays; day += Duration.FromDays(1), days++)
            if (reads.HistoryOf(RefusalLog.Of(quota, day).Id) is { } history) refused.AddRange(history.Select(recorded => recorded.Body));
        return reads.Missing.Count > 0 ? null : refused;
    }
}
