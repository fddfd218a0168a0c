using System.Text.Json;
using LiveCommerce.Audit;
using LiveCommerce.Host.Http.Json;
using LiveCommerce.Host.Http.Problems;
using LiveCommerce.Kernel;
using LiveCommerce.Store;

namespace LiveCommerce.Host.Http.Audit;

/// <summary>A recorded fact: what, who, when, why, by which rule, and its place in the chain of digests.</summary>
/// <param name="Id">The event's uuid.</param>
/// <param name="Stream">What it is a fact of.</param>
/// <param name="StreamType">The kind of stream.</param>
/// <param name="Version">Its version there.</param>
/// <param name="Type">Its wire name.</param>
/// <param name="User">Who: an opaque id.</param>
/// <param name="Role">In which role.</param>
/// <param name="Channel">Through which channel.</param>
/// <param name="OnBehalfOf">For whom, where somebody acted for another.</param>
/// <param name="Reason">Why, in their words.</param>
/// <param name="Rule">The rule that such a fact rests on.</param>
/// <param name="Policy">The policy that judged.</param>
/// <param name="Code">The version of the deciding code.</param>
/// <param name="Receipt">The command that led to it.</param>
/// <param name="CorrelationId">What all commands of one request share.</param>
/// <param name="CausationId">What brought the command about.</param>
/// <param name="DecidedAt">When it was decided.</param>
/// <param name="EffectiveAt">When it took effect.</param>
/// <param name="RecordedAt">When the log took it.</param>
/// <param name="Body">The fact itself.</param>
/// <param name="Digest">SHA-256 over the canonical form of body and envelope.</param>
/// <param name="PreviousDigest">The digest of the stream's fact before.</param>
/// <param name="Sentence">The fact in plain words: who did what, and why.</param>
/// <param name="IsIntact">Whether body, envelope and the texts beside them still are what was digested; erased texts may be missing.</param>
sealed record EventView(
    Guid Id, string Stream, string StreamType, long Version, string Type,
    string User, ActorRole Role, string? Channel, Party? OnBehalfOf, PersonalText? Reason, string Rule, string Policy, string Code,
    string Receipt, string CorrelationId, string? CausationId,
    Moment DecidedAt, Moment EffectiveAt, Moment RecordedAt,
    JsonElement Body, string? Digest, string? PreviousDigest, string Sentence, bool IsIntact)
{
    internal static EventView Of(RecordedEvent it) => Of(it, null);

    internal static EventView Of(RecordedEvent it, ZoneId? zone) => new(
        it.Id, HistoryKind.NameOf(it), it.StreamType, it.Version, it.Type,
        it.Envelope.UserId, it.Envelope.Role, it.Envelope.Channel, it.Envelope.OnBehalfOf, it.Envelope.Reason, it.Envelope.Rule, it.Envelope.Policy, it.Envelope.Code,
        ReceiptId.Format(it.Envelope.CommandId), it.Envelope.CorrelationId, it.Envelope.CausationId,
        it.Envelope.DecidedAt, it.Envelope.EffectiveAt, it.RecordedAt,
        JsonSerializer.SerializeToElement(it.Body, it.Body.GetType(), EdgeJson.Options), it.Envelope.Digest, it.Envelope.PreviousDigest, AuditSentence.Of(it, zone), it.IsIntact());
}
