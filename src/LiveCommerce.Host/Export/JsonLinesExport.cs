using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Nodes;
using LiveCommerce.Host.Http.Json;

namespace LiveCommerce.Host.Export;

/// <summary>
/// JSON Lines: a header, a fact to a line, a trailer with the totals and the digest over every byte before the trailer's line
/// (<c>head -n -1 file | sha256sum</c>). UTF-8 without a byte order mark. Without a trailer an export is not whole.
/// </summary>
sealed class JsonLinesExport(Stream output) : IExportWriter, IDisposable
{
    public const string MediaType = "application/x-ndjson";

    static readonly byte[] LineEnd = "\n"u8.ToArray();

    readonly IncrementalHash hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);

    public Task Begin(ExportHeader header, CancellationToken cancellation) => Line("header", header, cancellation);

    public Task Write(ExportedFact fact, CancellationToken cancellation) => Line("fact", fact, cancellation);

    public async Task<string> End(ExportTotals totals, CancellationToken cancellation)
    {
        var sha256 = Convert.ToHexStringLower(hash.GetHashAndReset());
        await Line("trailer", new Trailer(totals.Registrations, totals.Facts, sha256), cancellation);
        await output.FlushAsync(cancellation);
        return sha256;
    }

    public void Dispose() => hash.Dispose();

    async Task Line<T>(string record, T value, CancellationToken cancellation)
    {
        var line = new JsonObject { ["record"] = record };
        foreach (var (name, part) in JsonSerializer.SerializeToNode(value, EdgeJson.Options)!.AsObject().ToArray()) line[name] = part?.DeepClone();
        byte[] bytes = [.. JsonSerializer.SerializeToUtf8Bytes(line, EdgeJson.Options), .. LineEnd];
        hash.AppendData(bytes);
        await output.WriteAsync(bytes, cancellation);
    }

    sealed record Trailer(long Registrations, long Facts, string Sha256);
}
