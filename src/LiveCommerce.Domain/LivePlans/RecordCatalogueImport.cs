using LiveCommerce.Kernel;

namespace LiveCommerce.LivePlans;

/// <summary>Records that a file was taken into a shop's catalogue, once everything in it was looked at: the host asks for it at the end of an import.</summary>
/// <param name="Catalogue">The id that follows from the shop.</param>
/// <param name="Merchant">Whose catalogue.</param>
/// <param name="List">Which list.</param>
/// <param name="ContentHash">SHA-256 of the file's bytes.</param>
/// <param name="Rows">So many rows it had.</param>
/// <param name="Recorded">So many of them showed something new.</param>
/// <param name="Outdated">The lines of those that were older than what was known.</param>
/// <param name="SeenAt">As of when the file shows the shop.</param>
public sealed record RecordCatalogueImport(
    ShopCatalogueId Catalogue, MerchantId Merchant, CatalogueList List, string ContentHash, int Rows, int Recorded, ValueList<int> Outdated, Moment SeenAt) : IObservationCommand
{
    StreamRef ICommand.Target => ShopCatalogue.At(Catalogue);
}

public static partial class ObservationDecider
{
    const int MostLinesTold = 100;

    /// <summary>Decides that a file was taken.</summary>
    public static Decision Decide(ShopCatalogue state, RecordCatalogueImport command)
    {
        if (command.Catalogue != ShopCatalogue.IdOf(command.Merchant)) return Decision.NotVisible;
        var (rows, recorded, outdated) = (command.Rows, command.Recorded, command.Outdated.Count);
        var taken = new CatalogueImported(command.Merchant, command.List, command.ContentHash, rows, recorded, outdated);
        return (state is ShopCatalogue.Imported known && known.Last == taken ? Decision.AlreadySo : Decision.Record(ShopCatalogue.At(command.Catalogue), taken)) with
        {
            Details = [new("rows", Numeral.Of(rows)), new("new", Numeral.Of(recorded)), new("unchanged", Numeral.Of(rows - recorded - outdated)), new("outdated", Numeral.Of(outdated))],
            Warnings = outdated == 0 ? []
                : [CatalogueFileRefusals.Outdated.Of(null, ("lines", string.Join(" ", command.Outdated.Take(MostLinesTold).Select(line => Numeral.Of(line))) + (outdated > MostLinesTold ? " ..." : "")))],
        };
    }
}
