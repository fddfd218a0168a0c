using System.Globalization;
using System.Text.Json.Serialization;
using LiveCommerce.Host.Http.Problems;
using LiveCommerce.Kernel;
using LiveCommerce.Registrations;
using LiveCommerce.Store;

namespace LiveCommerce.Host.Http.Answers;

/// <summary>The answer to an accepted write; made from its receipt alone, so that asking again gives the same one. A dry run's has neither receipt nor new id.</summary>
/// <param name="Recorded">False where it was so already, and on a dry run.</param>
/// <param name="Receipt">The receipt's id; see <c>/v1/receipts</c>.</param>
/// <param name="Id">What the write was about.</param>
/// <param name="Version">The version it now has, for <c>If-Match</c>.</param>
/// <param name="DecidedAt">When it was decided.</param>
/// <param name="Status">The registration's status, where the write gave it one.</param>
/// <param name="Slot">The slot that a registration took.</param>
/// <param name="Used">How many of its registrations the party has used in the campaign.</param>
/// <param name="Remaining">How many it has left.</param>
/// <param name="Details">Further figures and advice.</param>
/// <param name="Warnings">What did not stop it and should still be looked at.</param>
/// <param name="Sessions">Of a series, each session in its order.</param>
/// <param name="WouldRecord">On a dry run alone: whether the same request would record something now; false where it is so already.</param>
/// <param name="Token">The token of an invitation or of the link to a calendar, in the first answer alone: only its digest is kept.</param>
sealed record CommandAnswer(
    bool Recorded,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Receipt,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Id,
    long Version,
    Moment DecidedAt,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] RegistrationStatus? Status = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] int? Slot = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] int? Used = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] int? Remaining = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] IReadOnlyDictionary<string, string>? Details = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] IReadOnlyList<ProblemError>? Warnings = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] IReadOnlyList<SeriesAnswer>? Sessions = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] bool? WouldRecord = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Token = null)
{
    internal static CommandAnswer Of(Receipt receipt, Guid target, string id)
    {
        var figures = receipt.Details.GroupBy(detail => detail.Name).ToDictionary(group => group.Key, group => string.Join(" ", group.Select(detail => detail.Value)));
        return new(receipt.Recorded, ReceiptId.Format(receipt.CommandId), id, VersionOf(receipt, target), receipt.DecidedAt, StatusOf(receipt, target),
            Take(figures, "slot"), Take(figures, "used"), Take(figures, "remaining"), figures.Count > 0 ? figures : null,
            receipt.Warnings.Count > 0 ? [.. receipt.Warnings.Select(Problem.Error)] : null, SeriesAnswer.Of(receipt));
    }

    /// <summary>The answer to a write that was only tried: what it would begin has no id yet.</summary>
    internal static CommandAnswer Tried(Receipt receipt, Guid target, string? id) =>
        Of(receipt, target, "") with { Recorded = false, Receipt = null, Id = id, WouldRecord = receipt.Recorded };

    static long VersionOf(Receipt receipt, Guid target) =>
        receipt.Facts.Where(fact => fact.Stream == target).Select(fact => fact.Version)
            .Concat(receipt.Reads.Where(read => read.Stream == target).Select(read => read.Version)).DefaultIfEmpty().Max();

    static RegistrationStatus? StatusOf(Receipt receipt, Guid target) =>
        receipt.Facts.LastOrDefault(fact => fact.Stream == target)?.Type switch
        {
            "registration_submitted" => RegistrationStatus.UnderReview,
            "registration_approved" => RegistrationStatus.Approved,
            "registration_rejected" => RegistrationStatus.Rejected,
            "registration_cancelled" or "registration_removed_by_platform" or "registration_expired_at_campaign_end" => RegistrationStatus.Expired,
            _ => null,
        };

    static int? Take(Dictionary<string, string> figures, string name) =>
        figures.Remove(name, out var value) ? int.Parse(value, CultureInfo.InvariantCulture) : null;
}
