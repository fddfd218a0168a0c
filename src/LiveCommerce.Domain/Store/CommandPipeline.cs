using System.Collections.Concurrent;
using System.Threading.Channels;

namespace LiveCommerce.Store;

/// <summary>
/// Takes commands from any number of callers, decides them one after another on the pending states and writes them in groups: while one
/// batch is being made durable the next is decided on it. Nobody is answered before their facts are durable.
/// </summary>
public sealed class CommandPipeline : IAsyncDisposable
{
    /// <summary>Far more than one command reads, so that what two batches rest on is kept however few streams are to be.</summary>
    const int StreamsPerCommand = 32;

    readonly ConcurrentDictionary<Guid, Submission> inProgress = new();
    readonly Channel<Submission> queue;
    readonly DomainModel model;
    readonly DecisionRound decisions;
    readonly WriteLoop loop;
    readonly Task running;

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
        loop = new(queue.Reader, decisions, new Delivery(store, Finish, Fail), cache, options, Finish);
        running = Task.Run(Run);
    }

    /// <summary>How many decisions were taken since the start, repeated ones among them.</summary>
    public long DecisionsTaken => decisions.Taken;

    /// <summary>Asks for a command; the answer comes once it is durable, whatever the caller's patience.</summary>
    /// <exception cref="ArgumentException">The model has no such command.</exception>
    public Task<CommandResult> Send(CommandEnvelope envelope)
    {
        if (model.RefusalOf(envelope.Command, envelope.Actor) is { } refusal) return Task.FromResult(new CommandResult(CommandStatus.RoleNotAllowed, Refusal: refusal));
        var submission = new Submission(envelope);
        if (!envelope.DryRun && !inProgress.TryAdd(submission.CommandId, submission)) return Task.FromResult(new CommandResult(CommandStatus.InProgress));
        if (!queue.Writer.TryWrite(submission)) Finish(submission, new(CommandStatus.Busy));
        return submission.Answer;
    }

    /// <summary>Answers what was taken, then stops.</summary>
    public async ValueTask DisposeAsync()
    {
        queue.Writer.TryComplete();
        await running.ConfigureAwait(false);
    }

    /// <summary>Should the loop itself ever fail, nobody is left waiting and nothing more is taken.</summary>
    async Task Run()
    {
        try
        {
            await loop.Run().ConfigureAwait(false);
        }
#pragma warning disable CA1031 // every caller that waits gets it
        catch (Exception exception)
#pragma warning restore CA1031
        {
            queue.Writer.TryComplete(exception);
            foreach (var submission in inProgress.Values) Fail(submission, exception);
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

    /// <summary>Lifts the mark of this submission alone: a dry run may bear the id of a command that is still in progress.</summary>
    void Leave(Submission submission) => inProgress.TryRemove(new(submission.CommandId, submission));
}
