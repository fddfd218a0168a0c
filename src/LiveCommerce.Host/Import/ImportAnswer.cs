using System.Text.Json.Serialization;
using LiveCommerce.Host.Http.Problems;
using LiveCommerce.Kernel;

namespace LiveCommerce.Host.Import;

/// <summary>What became of an imported document.</summary>
/// <param name="Kind">Sessions, Minutes or Products.</param>
/// <param name="Recorded">Whether anything was new.</param>
/// <param name="Sessions">The sessions that it is of, with the marketplace's ids where the document names them.</param>
/// <param name="Figures">Minutes: how many were recorded, restated and unchanged.</param>
/// <param name="Warnings">What did not stop it and should still be looked at.</param>
/// <param name="WouldRecord">On a dry run alone: whether anything would be new.</param>
sealed record ImportAnswer(
    string Kind, bool Recorded, IReadOnlyList<ImportedSession> Sessions, IReadOnlyDictionary<string, int> Figures, IReadOnlyList<ProblemError> Warnings,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] bool? WouldRecord);

/// <summary>A session of an imported document.</summary>
/// <param name="Session">Our id, derived from the shop and the marketplace's id, unless the LIVE was known under another one.</param>
/// <param name="LiveId">The marketplace's id.</param>
sealed record ImportedSession(
    LiveSessionId Session,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? LiveId);
