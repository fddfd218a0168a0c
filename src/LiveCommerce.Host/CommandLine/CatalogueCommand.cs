using LiveCommerce.Host.Catalogue;
using LiveCommerce.Host.Startup;
using LiveCommerce.Kernel;
using LiveCommerce.LivePlans;
using LiveCommerce.Postgres.LivePlans;
using LiveCommerce.Sellers;
using LiveCommerce.Store;

namespace LiveCommerce.Host.CommandLine;

/// <summary><c>catalogue import</c>: a CSV file of products or promotion tools into a shop's catalogue. All of it, or nothing and a line on standard error for each thing that is wrong with it.</summary>
static class CatalogueCommand
{
    public static async Task<int> Import(Terminal terminal, string path, string merchant, bool areTools, CancellationToken stop)
    {
        if (!TypeId.TryParse<MerchantId>(merchant, out var shop)) return terminal.Say(ExitCode.Usage, $"'{merchant}' is no merchant's id: {MerchantId.Prefix}_...");
        if (await ReadFile(path, stop) is not { } bytes) return terminal.Say(ExitCode.CannotStart, $"There is no file {path}.");
        await using var log = await OpenLog.Open(terminal.Settings, stop);
        if (await log.Store.Replay(Merchant.At(shop), stop) is not Merchant.Onboarded) return terminal.Say(ExitCode.NotFound, $"There is no {merchant}.");
        var now = OpenLog.Now();
        var file = CatalogueFile.Read(bytes, areTools ? CatalogueList.PromotionTools : CatalogueList.Products, shop, new(now, Operator.Actor));
        if (file.Refusals.Count > 0)
        {
            foreach (var refusal in file.Refusals) terminal.Errors.WriteLine(Operator.Line(refusal));
            return terminal.Say(ExitCode.Refused, $"Nothing was taken of {path}.");
        }
        await using var pipeline = new CommandPipeline(LiveCommerceModel.Default, log.Store, OpenLog.Now);
        return await Take(terminal, new(pipeline, new(log.Connections), log.Store), pipeline, file, shop, now, stop);
    }

    static async Task<int> Take(Terminal terminal, CatalogueImport import, CommandPipeline pipeline, CatalogueFile file, MerchantId shop, Moment now, CancellationToken stop)
    {
        var begun = new CommandEnvelope(new RecordCatalogueImport(ShopCatalogue.IdOf(shop), shop, file.List, file.ContentHash, 0, 0, [], now), Operator.Actor, $"command-line/{Guid.NewGuid():N}") { OnBehalfOf = Party.Of(shop) };
        var (envelope, stopped) = await import.Take(file, shop, begun, now, stop);
        var result = stopped is null ? await pipeline.Send(envelope) : null;
        if (result?.Receipt is not { } receipt) return terminal.Say(ExitCode.CannotStart, $"It was not taken whole ({stopped ?? result?.Status}); the same command takes the rest.");
        terminal.Output.WriteLine(string.Join(", ", receipt.Details.Select(detail => $"{detail.Name} {detail.Value}")));
        foreach (var warning in receipt.Warnings) terminal.Errors.WriteLine(Operator.Line(warning));
        return ExitCode.Done;
    }

    static async Task<ReadOnlyMemory<byte>?> ReadFile(string path, CancellationToken stop)
    {
        if (!File.Exists(path)) return null;
        await using var file = File.OpenRead(path);
        var bytes = new byte[CsvSheet.MostBytes + 1]; // one more than may be, so that what is too large is seen to be
        return bytes.AsMemory(0, await file.ReadAtLeastAsync(bytes, bytes.Length, throwOnEndOfStream: false, stop));
    }
}
