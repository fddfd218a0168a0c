using System.Text.Json;
using LiveCommerce.Audit;
using LiveCommerce.Host.Http.Json;
using LiveCommerce.Kernel;

namespace LiveCommerce.Host.Http.Audit;

/// <summary>How a thing stood at a place in its history (BEY-03).</summary>
/// <param name="Id">Which one.</param>
/// <param name="Kind">What it is: registration, livestream_campaign, merchant, tik_tok_account or campaign_quota.</param>
/// <param name="Status">Its status.</param>
/// <param name="Since">From when on.</param>
/// <param name="IsDue">Whether the campaign's end had brought the status about and no fact that counted said so yet (C29).</param>
/// <param name="Version">The version of the last fact that counted.</param>
/// <param name="Position">Its position in the log.</param>
/// <param name="Digest">Its digest, which chains all facts before it.</param>
/// <param name="EffectiveAt">When it took effect.</param>
/// <param name="RecordedAt">When the log took it.</param>
/// <param name="State">Everything that was true of it.</param>
/// <param name="Deciding">The fact that decided the status.</param>
sealed record StandingView(
    string Id, string Kind, string Status, Moment Since, bool IsDue, long Version, long Position, string? Digest, Moment EffectiveAt, Moment RecordedAt, JsonElement State, EventView Deciding)
{
    internal static StandingView Of(Standing it) => new(
        it.Id, it.Thing.Kind.Alias, it.Status, it.Since, it.IsDue, it.Last.Version, it.Last.Position, it.Last.Envelope.Digest, it.Last.Envelope.EffectiveAt, it.Last.RecordedAt,
        JsonSerializer.SerializeToElement(it.State, it.State.GetType(), EdgeJson.Options), EventView.Of(it.Deciding, it.Zone));
}

/// <summary>Why a thing has its status (BEY-04).</summary>
/// <param name="Id">Which one.</param>
/// <param name="Status">Its status.</param>
/// <param name="Since">From when on.</param>
/// <param name="Lines">The explanation in plain words: status, deciding fact, when, why, rule, and what would have been otherwise.</param>
/// <param name="Rule">The rule's id.</param>
/// <param name="Policy">The policy that judged, with its version.</param>
/// <param name="Deciding">The fact that decided the status.</param>
sealed record ExplanationView(string Id, string Status, Moment Since, IReadOnlyList<string> Lines, string Rule, string Policy, EventView Deciding)
{
    internal static ExplanationView Of(Standing it)
    {
        var explained = Explanation.Of(it);
        return new(it.Id, it.Status, it.Since, explained.Lines, explained.RuleId, explained.Policy, EventView.Of(it.Deciding, it.Zone));
    }
}
