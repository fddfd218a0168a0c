using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using LiveCommerce.Audit;
using LiveCommerce.Store;

namespace LiveCommerce.Host.CommandLine;

/// <summary>One fact on one line.</summary>
static class HistoryLine
{
    // for a terminal or a program, never for a page: names need not be escaped
    static readonly JsonSerializerOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Version, when it took effect, who did what and why, and the rule; when it was decided and recorded, where that was another moment.</summary>
    public static string Text(RecordedEvent recorded)
    {
        var envelope = recorded.Envelope;
        var late = envelope.DecidedAt == envelope.EffectiveAt ? "" : $", decided {envelope.DecidedAt}";
        return $"{recorded.Version,4}  {envelope.EffectiveAt}  {AuditSentence.Of(recorded)}  [{envelope.Rule}, {envelope.Policy}{late}, recorded {recorded.RecordedAt}]";
    }

    public static string Json(RecordedEvent recorded)
    {
        var envelope = recorded.Envelope;
        return new JsonObject
        {
            ["position"] = recorded.Position,
            ["version"] = recorded.Version,
            ["type"] = recorded.Type,
            ["sentence"] = AuditSentence.Of(recorded),
            ["userId"] = envelope.UserId,
            ["role"] = envelope.Role.ToString(),
            ["onBehalfOf"] = envelope.OnBehalfOf?.ToString(),
            ["channel"] = envelope.Channel,
            ["reason"] = envelope.Reason?.Value,
            ["rule"] = envelope.Rule,
            ["policy"] = envelope.Policy,
            ["effectiveAt"] = envelope.EffectiveAt.ToString(),
            ["decidedAt"] = envelope.DecidedAt.ToString(),
            ["recordedAt"] = recorded.RecordedAt.ToString(),
            ["commandId"] = envelope.CommandId.ToString(),
            ["digest"] = envelope.Digest,
            ["body"] = JsonNode.Parse(recorded.CanonicalBody),
        }.ToJsonString(Readable);
    }
}
