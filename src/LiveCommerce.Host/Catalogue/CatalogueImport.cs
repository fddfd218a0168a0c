using LiveCommerce.Kernel;
using LiveCommerce.LivePlans;
using LiveCommerce.Postgres.LivePlans;
using LiveCommerce.Store;

namespace LiveCommerce.Host.Catalogue;

/// <summary>
/// Takes a file into a shop's catalogue. A file of which one row is broken is not taken at all. Each row is a decision of its own, and the last command says that the
/// whole file was taken: should the host stop in between, sending the file again takes the rest, and nothing twice.
/// </summary>
/// <param name="pipeline">Decides and records.</param>
/// <param name="catalogue">What was seen last.</param>
/// <param name="store">The log.</param>
sealed class CatalogueImport(CommandPipeline pipeline, CatalogueQueries catalogue, IEventStore store)
{
    const int AtOnce = 250;

    /// <summary>What became of the rows.</summary>
    /// <param name="Recorded">So many showed something new.</param>
    /// <param name="Outdated">The lines of those that were older than what is known.</param>
    /// <param name="Stopped">Why not all of them were asked for: the same file can be sent again.</param>
    sealed record Taken(int Recorded, ValueList<int> Outdated, CommandStatus? Stopped);

    /// <summary>Takes a file that was judged and found right.</summary>
    /// <param name="file">The file.</param>
    /// <param name="merchant">Whose catalogue.</param>
    /// <param name="last">The envelope of the last command, without it: who asks, under which key.</param>
    /// <param name="now">The host's clock.</param>
    /// <param name="cancellation">Stops between two stretches of rows.</param>
    /// <returns>The command that says that it was taken, ready to be sent; or why the file was not taken whole.</returns>
    internal async Task<(CommandEnvelope Envelope, CommandStatus? Stopped)> Take(CatalogueFile file, MerchantId merchant, CommandEnvelope last, Moment now, CancellationToken cancellation)
    {
        // a file that was taken under this key is not taken again: the first answer is the answer
        var isAnswered = !last.DryRun && await store.FindReceipt(last.CommandId, cancellation) is not null;
        if (!isAnswered && last.IfMatch is { } wanted && wanted != await VersionOf(merchant, cancellation)) return (last, CommandStatus.Stale);
        var taken = isAnswered ? new(0, [], null) : await Rows(file, last, new(now, last.Actor), cancellation);
        var command = new RecordCatalogueImport(ShopCatalogue.IdOf(merchant), merchant, file.List, file.ContentHash, file.Looks.Count, taken.Recorded, taken.Outdated, now);
        return (last with { Command = command }, taken.Stopped);
    }

    async Task<long> VersionOf(MerchantId merchant, CancellationToken cancellation) =>
        await store.ReadStream(ShopCatalogue.IdOf(merchant).Value, ReadQuery.Latest(1), cancellation) is [var latest] ? latest.Version : 0;

    async Task<Taken> Rows(CatalogueFile file, CommandEnvelope last, DecisionContext context, CancellationToken cancellation)
    {
        var (recorded, outdated) = (0, new List<int>());
        foreach (var stretch in file.Looks.Chunk(AtOnce))
        {
            cancellation.ThrowIfCancellationRequested();
            var known = await Known(stretch, cancellation);
            var judged = stretch.Select(look => (look, CatalogueFile.Decide(look.Command, known.GetValueOrDefault(look.Command.Target.Id), context).Outcome)).ToArray();
            outdated.AddRange(judged.Where(one => one.Outcome == Outcome.Refused).Select(one => one.look.Line));
            var fresh = judged.Where(one => one.Outcome == Outcome.Recorded).Select(one => one.look).ToArray();
            if (last.DryRun)
            {
                recorded += fresh.Length;
                continue;
            }
            var results = await Task.WhenAll(fresh.Select(look => pipeline.Send(Envelope(last, look, file.ContentHash))));
            foreach (var (look, result) in fresh.Zip(results))
            {
                if (result.Receipt is not { } receipt) return new(recorded, outdated.ToValueList(), result.Status);
                if (receipt.Recorded) recorded++;
                else if (receipt.Outcome == Outcome.Refused) outdated.Add(look.Line); // somebody looked later, meanwhile
            }
        }
        return new(recorded, outdated.Order().ToValueList(), null);
    }

    async Task<Dictionary<Guid, object>> Known(RowLook[] looks, CancellationToken cancellation)
    {
        var products = looks.Select(look => look.Command).OfType<ObserveProduct>().Select(look => look.Product).ToArray();
        var tools = looks.Select(look => look.Command).OfType<ObservePromotionTool>().Select(look => look.PromotionTool).ToArray();
        return products.Length > 0
            ? (await catalogue.Find(products, cancellation)).ToDictionary(row => row.Id.Value, row => (object)row)
            : (await catalogue.Find(tools, cancellation)).ToDictionary(row => row.Id.Value, row => (object)row);
    }

    // nobody can send a key with a space in it
    static CommandEnvelope Envelope(CommandEnvelope last, RowLook look, string contentHash) => last with
    {
        Command = look.Command, IdempotencyKey = $"import {last.CommandId:N} {look.Id}", RequestDigest = contentHash, CorrelationId = $"{last.CommandId}", CausationId = $"{last.CommandId}", IfMatch = null,
    };
}
