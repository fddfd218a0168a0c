using System.Text.Json;
using LiveCommerce.Audit;
using LiveCommerce.Host.Http.Audit;
using LiveCommerce.Host.Http.Json;
using LiveCommerce.Store;

namespace LiveCommerce.Host.CommandLine;

/// <summary>One fact on one line.</summary>
static class HistoryLine
{
    /// <summary>Version, when it took effect, who did what and why, and the rule; when it was decided and recorded, where that was another moment.</summary>
    public static string Text(RecordedEvent recorded)
    {
        var envelope = recorded.Envelope;
        var late = envelope.DecidedAt == envelope.EffectiveAt ? "" : $", decided {envelope.DecidedAt}";
        return $"{recorded.Version,4}  {envelope.EffectiveAt}  {AuditSentence.Of(recorded)}  [{envelope.Rule}, {envelope.Policy}{late}, recorded {recorded.RecordedAt}]";
    }

    /// <summary>The same object that the HTTP history answers.</summary>
    public static string Json(RecordedEvent recorded) => JsonSerializer.Serialize(EventView.Of(recorded), EdgeJson.Options);
}
