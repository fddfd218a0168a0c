using LiveCommerce.Kernel;
using LiveCommerce.Postgres.DueWork;
using LiveCommerce.Store;
using LiveCommerce.Teasers;

namespace LiveCommerce.Host.Media;

/// <summary>Brings the folder into agreement with a teaser: makes the video that is awaited and records it, and takes away what is not shown any more.</summary>
sealed partial class TeaserVideoWork(IEventStore store, Func<CommandEnvelope, Task<CommandResult>> send, TeaserRenderer renderer, MediaFolder folder, ILogger logger) : IDueWork
{
    /// <inheritdoc />
    public async Task<bool> Run(DueItem item, CancellationToken cancellation)
    {
        TeaserId id = new(item.Subject);
        try
        {
            var teaser = await Read(id, cancellation);
            if (teaser is Teaser.Preparing { Content: var content } && !await Prepare(item, content, cancellation)) return false;
            Settle(id, await Read(id, cancellation));
            return true;
        }
        catch (Exception trouble) when (trouble is IOException or UnauthorizedAccessException or TimeoutException)
        {
            IsTriedAgain(trouble, id);
            return false;
        }
    }

    async Task<bool> Prepare(DueItem item, TeaserContent content, CancellationToken cancellation)
    {
        var (teaser, rendition) = (content.Begin.Teaser, content.Rendition);
        var made = await renderer.Render(content, cancellation);
        if (made.Failure is { } why) CannotPrepare(teaser, rendition, why, made.Complaint);
        var answer = await send(made switch
        {
            { Video: { } video } => item.Ask(new RecordTeaserPrepared(teaser, rendition, video), KeyOf(teaser, rendition)),
            { Failure: { } failure } => item.Ask(new RecordTeaserFailed(teaser, rendition, failure), KeyOf(teaser, rendition)),
            _ => throw new InvalidOperationException("A rendering gives a video or a reason."),
        });
        return answer.Status is CommandStatus.Answered or CommandStatus.AnsweredBefore;
    }

    void Settle(TeaserId id, Teaser teaser)
    {
        folder.ClearWorkbench(id);
        folder.Keep(id, teaser is Teaser.Known known and not Teaser.Deleted ? known.Content.Rendition : null);
    }

    async Task<Teaser> Read(TeaserId id, CancellationToken cancellation) =>
        Teaser.Kind.Fold((await store.Load([id.Value], cancellation))[id.Value].Select(fact => fact.Body));

    static Guid KeyOf(TeaserId teaser, int rendition) => DerivedId.Of(teaser.Value, $"rendition/{Numeral.Of(rendition)}");

    [LoggerMessage(LogLevel.Warning, "The video of {Teaser}, rendition {Rendition}, could not be prepared: {Why}. {Complaint}")]
    partial void CannotPrepare(TeaserId teaser, int rendition, TeaserFailure why, string complaint);

    [LoggerMessage(LogLevel.Warning, "The video of {Teaser} is tried again.")]
    partial void IsTriedAgain(Exception trouble, TeaserId teaser);
}
