namespace LiveCommerce.Host.Export;

/// <summary>A form in which an export is written.</summary>
interface IExportWriter
{
    Task Begin(ExportHeader header, CancellationToken cancellation);

    Task Write(ExportedFact fact, CancellationToken cancellation);

    /// <summary>Writes what comes last; gives the SHA-256 over the content.</summary>
    Task<string> End(ExportTotals totals, CancellationToken cancellation);
}
