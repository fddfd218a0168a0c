using LiveCommerce.Kernel;
using LiveCommerce.Postgres.Images;
using LiveCommerce.Store;

namespace LiveCommerce.Host.Season;

/// <summary>The script and what came out of it differ.</summary>
sealed class SeasonFailedException(string message) : Exception(message);

/// <summary>
/// Loads the sample season as its people would have made it: through the public command path, on a clock that the script sets. Loading again changes nothing,
/// and a loading that was cut short is completed by the next.
/// </summary>
/// <param name="model">The domain.</param>
/// <param name="store">The log.</param>
/// <param name="images">Where the bytes of pictures lie; nowhere for a log without them.</param>
sealed class SeasonLoader(DomainModel model, IEventStore store, ImageUploads? images = null)
{
    /// <summary>Loads what is not there yet.</summary>
    /// <param name="now">The real instant; a first loading happens around its day.</param>
    /// <param name="cancellation">Stops between two steps.</param>
    /// <returns>How many steps were new.</returns>
    public async Task<int> Load(Moment now, CancellationToken cancellation)
    {
        var day = await DayOfFirstLoading(cancellation) ?? SeasonDay.Of(now);
        var steps = SeasonScript.Around(day).ToList();
        if (await store.FindReceipt(steps[^1].Envelope().CommandId, cancellation) is not null) return 0;

        var clock = day.Start;
        await using var pipeline = new CommandPipeline(model, store, () => clock);
        var loaded = 0;
        foreach (var step in steps)
        {
            cancellation.ThrowIfCancellationRequested();
            clock = step.At;
            if (images is not null && step.Picture is { } picture)
                await images.Stage(step.Envelope().CommandId, picture.Facts.ContentHash, picture.Bytes, cancellation);
            var result = await pipeline.Send(step.Envelope());
            Check(step, result);
            if (result.Status == CommandStatus.Answered) loaded++;
        }
        return loaded;
    }

    /// <summary>The receipt of the first step says when the season was first loaded, whoever loaded it.</summary>
    async Task<SeasonDay?> DayOfFirstLoading(CancellationToken cancellation)
    {
        var first = SeasonScript.Around(default).First();
        return await store.FindReceipt(first.Envelope().CommandId, cancellation) is { } receipt
            ? new SeasonDay(receipt.DecidedAt + -(first.At - default(Moment)))
            : null;
    }

    static void Check(SeasonStep step, CommandResult result)
    {
        if (result is { Status: CommandStatus.Answered or CommandStatus.AnsweredBefore, Receipt: { } receipt } && receipt.Outcome == step.Outcome) return;
        var refusals = string.Join("; ", result.Receipt?.Refusals.Select(refusal => $"{refusal.Code}: {refusal.Message}") ?? []);
        throw new SeasonFailedException($"The sample season stopped at '{step.Name}': {result.Status} {result.Receipt?.Outcome} {refusals}".TrimEnd());
    }
}
