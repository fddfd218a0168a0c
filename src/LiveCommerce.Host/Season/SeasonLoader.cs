using LiveCommerce.Kernel;
using LiveCommerce.Postgres.Images;
using LiveCommerce.Store;

namespace LiveCommerce.Host.Season;

/// <summary>The script and what came out of it differ, or the log holds another season.</summary>
sealed class SeasonFailedException(string message) : Exception(message);

/// <summary>
/// Loads the sample season as its people would have made it: through the public command path, on a clock that the script sets. Loading again changes nothing,
/// and a loading that was cut short is completed by the next.
/// </summary>
/// <param name="model">The domain.</param>
/// <param name="store">The log.</param>
/// <param name="images">Where the bytes of pictures lie; nowhere for a log without them.</param>
/// <param name="scale">Which season.</param>
sealed class SeasonLoader(DomainModel model, IEventStore store, ImageUploads? images = null, SeasonScale? scale = null)
{
    const int AtOnce = 1_000;

    readonly SeasonScale scale = scale ?? SeasonScale.Usual;

    /// <summary>Loads what is not there yet.</summary>
    /// <param name="now">The real instant; a first loading happens around its day.</param>
    /// <param name="cancellation">Stops between two instants of the script.</param>
    /// <returns>How many steps were new.</returns>
    /// <exception cref="SeasonFailedException">The log holds another season, or somebody has changed something that the script needs.</exception>
    public async Task<int> Load(Moment now, CancellationToken cancellation)
    {
        var steps = SeasonScript.Around(await DayOf(cancellation) ?? SeasonDay.Of(now), scale);
        if (await store.FindReceipt(Envelope(steps[^1]).CommandId, cancellation) is not null) return 0;

        var clock = steps[0].At;
        await using var pipeline = new CommandPipeline(model, store, () => clock);
        var loaded = 0;
        // what happens at one instant happens to different things, and is asked for at once
        foreach (var together in steps.GroupBy(step => step.At).SelectMany(instant => instant.Chunk(AtOnce)))
        {
            cancellation.ThrowIfCancellationRequested();
            clock = together[0].At;
            foreach (var step in together) await Stage(step, cancellation);
            var results = await Task.WhenAll(together.Select(step => pipeline.Send(Envelope(step))));
            foreach (var (step, result) in together.Zip(results)) Check(step, result);
            loaded += results.Count(result => result.Status == CommandStatus.Answered);
        }
        return loaded;
    }

    /// <summary>The day around which the log's season happened; null where it holds none.</summary>
    /// <exception cref="SeasonFailedException">The log holds another season.</exception>
    public async Task<SeasonDay?> DayOf(CancellationToken cancellation)
    {
        var first = SeasonScript.First(default);
        if (await store.ReadStream(first.Command.Target.Id, new(0, 1), cancellation) is not [var begun]) return null;
        return begun.Envelope.CorrelationId == scale.Name
            ? new SeasonDay(begun.Envelope.DecidedAt + -(first.At - default(Moment)))
            : throw new SeasonFailedException($"The log holds {begun.Envelope.CorrelationId}, and {scale.Name} wants a log of its own.");
    }

    CommandEnvelope Envelope(SeasonStep step) => step.Envelope(scale);

    async Task Stage(SeasonStep step, CancellationToken cancellation)
    {
        if (images is not null && step.Picture is { } picture) await images.Stage(Envelope(step).CommandId, picture.Facts.ContentHash, picture.Bytes, cancellation);
    }

    static void Check(SeasonStep step, CommandResult result)
    {
        if (result is { Status: CommandStatus.Answered or CommandStatus.AnsweredBefore, Receipt: { } receipt } && receipt.Outcome == step.Outcome) return;
        var refusals = string.Join("; ", result.Receipt?.Refusals.Select(refusal => $"{refusal.Code}: {refusal.Message}") ?? []);
        throw new SeasonFailedException($"The sample season stopped at '{step.Name}': {result.Status} {result.Receipt?.Outcome} {refusals}".TrimEnd());
    }
}
