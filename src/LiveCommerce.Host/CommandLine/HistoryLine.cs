using System.Text.Json;
using LiveCommerce.Audit;
using LiveCommerce.Host.Http.Audit;
using LiveCommerce.Host.Http.Json;
using LiveCommerce.Kernel;
using LiveCommerce.Store;

namespace LiveCommerce.Host.CommandLine;

/// <summary>One fact on one line.</summary>
static class HistoryLine
{
    /// <summary>Version, when on the shop's clock, who did what and why, and by which rule.</summary>
    public static string Text(RecordedEvent recorded, ZoneId? zone) => $"{recorded.Version,4}  {AuditSentence.Told(recorded, zone)}";

    /// <summary>The same object that the HTTP history answers.</summary>
    public static string Json(RecordedEvent recorded, ZoneId? zone) => JsonSerializer.Serialize(EventView.Of(recorded, zone), EdgeJson.Options);
}
