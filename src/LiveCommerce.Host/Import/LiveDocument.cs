using System.Text.Json;
using LiveCommerce.Host.Http.Problems;
using LiveCommerce.Kernel;
using LiveCommerce.LiveSessions;

namespace LiveCommerce.Host.Import;

/// <summary>A document in the shape of TikTok Shop's analytics API (BEY-24): one of three.</summary>
/// <param name="Unknown">Fields that are not known, by their paths.</param>
abstract record LiveDocument(IReadOnlyList<string> Unknown)
{
    /// <summary>Sessions of a shop, with what each came to; only when they were is taken from it.</summary>
    internal sealed record Sessions(IReadOnlyList<ListedLive> Lives, IReadOnlyList<string> Unknown) : LiveDocument(Unknown);

    /// <summary>A session minute by minute.</summary>
    internal sealed record Minutes(Moment Start, Moment End, Money? Gmv, int? Units, IReadOnlyList<Interval> Intervals, IReadOnlyList<string> Unknown) : LiveDocument(Unknown);

    /// <summary>A session product by product.</summary>
    internal sealed record Products(ValueList<ProductTotals> Totals, IReadOnlyList<string> Unknown) : LiveDocument(Unknown);

    const int Depth = 16;

    /// <summary>Reads a document, whole or as its <c>data</c> alone.</summary>
    /// <exception cref="RequestRefusedException">It is none of the three, or is cut or otherwise broken; the field says where.</exception>
    internal static LiveDocument Read(ReadOnlyMemory<byte> bytes)
    {
        try
        {
            using var json = JsonDocument.Parse(bytes, new() { MaxDepth = Depth, AllowDuplicateProperties = false });
            var unknown = new SortedSet<string>(StringComparer.Ordinal);
            var root = DocumentPart.Root(json.RootElement, unknown);
            if (root.Has("code") && root.Count("code") != 0) throw new RequestRefusedException(DoorProblems.Malformed, "code");
            var data = root.Has("data") ? root.Knows("code", "message", "request_id", "data").Object("data") : root;
            return data.Has("live_stream_sessions") ? DocumentReader.Sessions(data, unknown)
                : data.Has("intervals") ? DocumentReader.Minutes(data, unknown)
                : data.Has("products") ? DocumentReader.Products(data, unknown)
                : throw new RequestRefusedException(DoorProblems.Malformed, "data");
        }
        catch (Exception broken) when (broken is JsonException or InvalidOperationException)
        {
            throw new RequestRefusedException(DoorProblems.Malformed); // cut, or no UTF-8
        }
    }
}

/// <summary>A session in the list.</summary>
/// <param name="Path">Where it stands in the document.</param>
/// <param name="LiveId">The marketplace's id.</param>
/// <param name="Username">The account's handle.</param>
/// <param name="Start">When it started.</param>
/// <param name="End">The first moment after it; null while it is on air.</param>
sealed record ListedLive(string Path, string LiveId, string Username, Moment Start, Moment? End);

/// <summary>A minute of a document: its figures without the number of the minute.</summary>
/// <param name="Path">Where it stands in the document.</param>
/// <param name="Start">When it begins.</param>
/// <param name="Figures">The figures, as minute 0.</param>
sealed record Interval(string Path, Moment Start, MinuteFigures Figures);
