using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using LiveCommerce.Host.Http.Problems;
using LiveCommerce.Kernel;
using LiveCommerce.Registrations;
using LiveCommerce.Store;

namespace LiveCommerce.Host.Http.Answers;

/// <summary>What became, or would become, of one live period of a series (BEY-11).</summary>
/// <param name="LivePeriod">The period.</param>
/// <param name="Registration">The registration, where it was recorded.</param>
/// <param name="Slot">The slot that it took or would take; none where all are taken.</param>
/// <param name="Errors">What stands in its way.</param>
/// <param name="Warnings">What does not, and should still be looked at.</param>
sealed record SeriesAnswer(
    TimeRange LivePeriod,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] RegistrationId? Registration,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] int? Slot,
    IReadOnlyList<ProblemError> Errors,
    IReadOnlyList<ProblemError> Warnings)
{
    /// <summary>From the receipt alone; null where it is of no series.</summary>
    internal static IReadOnlyList<SeriesAnswer>? Of(Receipt receipt)
    {
        if (receipt.Command != "duplicate_series") return null;
        var series = JsonSerializer.Deserialize<DuplicateSeries>(receipt.CommandBody) ?? throw new JsonException("A receipt has no command.");
        var used = receipt.Details.FirstOrDefault(detail => detail.Name == "used") is { } figure ? int.Parse(figure.Value, CultureInfo.InvariantCulture) : 0;
        var before = receipt.Recorded ? used - series.Sessions.Count : used;
        return [.. series.Sessions.Select((session, index) => new SeriesAnswer(
            session.LivePeriod,
            receipt.Facts.Any(fact => fact.Stream == session.Registration.Value) ? session.Registration : null,
            before + index < RegistrationPolicy.Cap ? before + index + 1 : null,
            About(receipt.Refusals, index), About(receipt.Warnings, index)))];
    }

    static IReadOnlyList<ProblemError> About(IEnumerable<Refusal> said, int index) =>
        [.. said.Where(one => one.Field == string.Create(CultureInfo.InvariantCulture, $"livePeriods[{index}]")).Select(Problem.Error)];
}
