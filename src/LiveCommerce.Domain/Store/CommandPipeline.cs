using System.Collections.Concurrent;
using System.Threading.Channels;

namespace LiveCommerce.Store;

/// <summary>
/// Takes commands from any number of callers, decides them one after another on the pending states and writes them in groups: while one
/// batch is being made durable the next is decided on it. Nobody is answered before their facts are durable.
/// </summary>
public sealed class CommandPipeline : IAsyncDisposable
{
    /// <summary>Far more than commands read, so that what three batches rest on is kept however few streams are to be; of hundreds of plans of 150 products at once some is at worst loaded again.</summary>
    const int StreamsPerCommand = 48;

    readonly ConcurrentDictionary<(Guid Command, Submission? DryRun), Submission> inProgress = new();
    readonly Channel<Submission> queue;
    readonly DomainModel model;
    readonly DecisionRound decisions;
    volatile PipelineStoppedException? stopped;

    /// <summary>Starts a pipeline on a store.</summary>
    /// <param name="model">The wire names and deciders.</param>
    /// <param name="store">Where facts are kept.</param>
    /// <param name="clock">The host's clock.</param>
    /// <param name="options">How to decide and group.</param>
    public CommandPipeline(DomainModel model, IEventStore store, Func<Moment> clock, PipelineOptions? options = null)
    {
        options ??= new();
        this.model = model;
        queue = Channel.CreateBounded<Submission>(new BoundedChannelOptions(options.MaxWaiting) { SingleReader = true });
        var cache = new StreamCache(Math.Max(options.CachedStreams, options.MaxBatch * StreamsPerCommand));
        decisions = new(new Preparation(model, cache, options.Market), store, cache, clock, Fail);
        var loop = new WriteLoop(queue.Reader, decisions, new Delivery(store, Finish, Fail), cache, options, Finish);
        Completion = Task.Run(() => Run(loop));
    }

    /// <summary>Ends when the pipeline was stopped and all that it took is answered; fails with <see cref="PipelineStoppedException"/> if it broke down: then nothing is taken here any more.</summary>
    public Task Completion { get; }

    /// <summary>How many decisions were taken since the start, repeated ones among them.</summary>
    public long DecisionsTaken => decisions.Taken;

    /// <summary>Asks for a command; the answer comes once it is durable, whatever the caller's patience.</summary>
    /// <exception cref="ArgumentException">The model has no such command.</exception>
    /// <exception cref="PipelineStoppedException">The pipeline broke down; see <see cref="Completion"/>.</exception>
    public Task<CommandResult> Send(CommandEnvelope envelope)
    {
        if (model.RefusalOf(envelope.Command, envelope.Actor) is { } refusal) return Task.FromResult(new CommandResult(CommandStatus.RoleNotAllowed, Refusal: refusal));
        var submission = new Submission(envelope);
        if (!inProgress.TryAdd(submission.Place, submission)) return Task.FromResult(new CommandResult(CommandStatus.InProgress));
        if (queue.Writer.TryWrite(submission)) return submission.Answer;
        if (stopped is { } broken) Fail(submission, broken);
        else Finish(submission, new(CommandStatus.Busy));
        return submission.Answer;
    }

    /// <summary>Answers what was taken, then stops.</summary>
    public async ValueTask DisposeAsync()
    {
        queue.Writer.TryComplete();
        await Completion.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    /// <summary>Should the loop itself ever fail, nobody is left waiting and nothing more is taken.</summary>
    async Task Run(WriteLoop loop)
    {
        try
        {
            await loop.Run().ConfigureAwait(false);
        }
#pragma warning disable CA1031 // every caller that waits gets it, and whoever awaits the completion
        catch (Exception exception)
#pragma warning restore CA1031
        {
            stopped = new(exception);
            queue.Writer.TryComplete();
            foreach (var submission in inProgress.Values) Fail(submission, stopped);
            throw stopped;
        }
    }

    void Finish(Submission submission, CommandResult result)
    {
        Leave(submission);
        submission.Complete(result);
    }

    void Fail(Submission submission, Exception exception)
    {
        Leave(submission);
        submission.Fail(exception);
    }

    void Leave(Submission submission) => inProgress.TryRemove(new(submission.Place, submission));
}

/// <summary>The pipeline broke down, a mistake of the program: whether a command that waited was written is not known, and none is taken any more.</summary>
public sealed class PipelineStoppedException(Exception cause) : Exception("The pipeline broke down; start the program again. Ask again with the same key for what was under way.", cause);
