using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using System.Threading.Channels;

namespace LiveCommerce.Store;

/// <summary>
/// Takes commands from any number of callers, decides them one after another on the pending states and writes them in groups: while one
/// batch is being made durable the next is decided on it. Nobody is answered before their facts are durable.
/// </summary>
public sealed class CommandPipeline : IAsyncDisposable
{
    static readonly Meter Meter = new("LiveCommerce");
    static readonly Counter<long> Decisions = Meter.CreateCounter<long>("livecommerce.decisions", description: "Decisions taken, repeated ones among them.");

    readonly Channel<Submission> queue;
    readonly ConcurrentDictionary<Guid, Submission> inProgress = new();
    readonly PipelineOptions options;
    readonly IEventStore store;
    readonly Func<Moment> clock;
    readonly StreamCache cache;
    readonly Preparation preparation;
    readonly Delivery delivery;
    readonly CancellationTokenSource stopping = new();
    readonly Task loop;
    Task<bool> arrival = Task.FromResult(true);
    long decided;

    /// <summary>Starts a pipeline on a store.</summary>
    /// <param name="model">The wire names and deciders.</param>
    /// <param name="store">Where facts are kept.</param>
    /// <param name="clock">The host's clock.</param>
    /// <param name="options">How to decide and group.</param>
    public CommandPipeline(DomainModel model, IEventStore store, Func<Moment> clock, PipelineOptions? options = null)
    {
        (this.store, this.clock, this.options) = (store, clock, options ?? new());
        queue = Channel.CreateBounded<Submission>(new BoundedChannelOptions(this.options.MaxWaiting) { SingleReader = true });
        cache = new(this.options.CachedStreams);
        preparation = new(model, cache, this.options.Market);
        delivery = new(store, Finish, Fail);
        loop = Task.Run(Run);
    }

    /// <summary>How many decisions were taken since the start, repeated ones among them.</summary>
    public long DecisionsTaken => Interlocked.Read(ref decided);

    /// <summary>Asks for a command; the answer comes once it is durable, whatever the caller's patience.</summary>
    public Task<CommandResult> Send(CommandEnvelope envelope)
    {
        var submission = new Submission(envelope);
        if (!envelope.DryRun && !inProgress.TryAdd(submission.CommandId, submission)) return Task.FromResult(new CommandResult(CommandStatus.InProgress));
        if (!queue.Writer.TryWrite(submission)) Finish(submission, new(CommandStatus.Busy));
        return submission.Answer;
    }

    /// <summary>Answers what was taken, then stops.</summary>
    public async ValueTask DisposeAsync()
    {
        queue.Writer.TryComplete();
        await loop.ConfigureAwait(false);
        await stopping.CancelAsync().ConfigureAwait(false);
        stopping.Dispose();
    }

    async Task Run()
    {
        var next = new List<Prepared>();
        var again = new Queue<Submission>();
        Task<Delivered>? flying = null;
        while (true)
        {
            await Fill(next, again, flying).ConfigureAwait(false);
            if (flying is not null)
            {
                Settle(await flying.ConfigureAwait(false), next, again);
                flying = null;
            }
            if (next.Count > 0)
            {
                var batch = next;
                next = [];
                flying = delivery.Deliver(batch, stopping.Token);
            }
            else if (again.Count == 0 && !await queue.Reader.WaitToReadAsync().ConfigureAwait(false)) return;
        }
    }

    /// <summary>Decides what waits; goes on taking newcomers for as long as the batch before is on its way.</summary>
    async Task Fill(List<Prepared> next, Queue<Submission> again, Task? flying)
    {
        while (next.Count < options.MaxBatch)
        {
            var taken = new List<Submission>();
            while (next.Count + taken.Count < options.MaxBatch && (again.TryDequeue(out var submission) || queue.Reader.TryRead(out submission))) taken.Add(submission);
            await Decide(taken, next).ConfigureAwait(false);
            if (taken.Count > 0) continue;
            if (flying is null || flying.IsCompleted) return;
            if (arrival.IsCompleted) arrival = queue.Reader.WaitToReadAsync().AsTask();
            await Task.WhenAny(flying, arrival).ConfigureAwait(false);
            if (!arrival.IsCompleted || !await arrival.ConfigureAwait(false)) return;
        }
    }

    async Task Decide(List<Submission> waiting, List<Prepared> into)
    {
        while (waiting.Count > 0)
        {
            var missing = new List<StreamRef>();
            var now = clock();
            var unfinished = new List<Submission>();
            foreach (var submission in waiting)
            {
                if (Attempt(submission, now, missing) is { } prepared) into.Add(prepared);
                else if (!submission.Answer.IsCompleted) unfinished.Add(submission);
            }
            if (missing.Count > 0) await Load(missing, unfinished).ConfigureAwait(false);
            waiting = unfinished;
        }
    }

    Prepared? Attempt(Submission submission, Moment now, List<StreamRef> missing)
    {
        try
        {
            var prepared = preparation.Prepare(submission, now, missing);
            if (prepared is null) return null;
            Interlocked.Increment(ref decided);
            Decisions.Add(1);
            return prepared;
        }
#pragma warning disable CA1031 // one command's mistake must not stop the others'; its caller gets the exception
        catch (Exception exception)
#pragma warning restore CA1031
        {
            Fail(submission, exception);
            return null;
        }
    }

    async Task Load(List<StreamRef> missing, List<Submission> waiting)
    {
        var kinds = missing.DistinctBy(stream => stream.Id).ToDictionary(stream => stream.Id, stream => stream.Kind);
        try
        {
            foreach (var (stream, history) in await store.Load(kinds.Keys, stopping.Token).ConfigureAwait(false))
                cache.Put(stream, StreamEntry.Of(kinds[stream], history));
        }
#pragma warning disable CA1031 // whoever needed these streams gets the exception; the pipeline lives on
        catch (Exception exception)
#pragma warning restore CA1031
        {
            foreach (var submission in waiting) Fail(submission, exception);
            waiting.Clear();
        }
    }

    /// <summary>What was decided on something that turned out otherwise is decided again.</summary>
    void Settle(Delivered delivered, List<Prepared> next, Queue<Submission> again)
    {
        foreach (var submission in delivered.Again) again.Enqueue(submission);
        foreach (var submission in Delivery.TakeStale(next, delivered.Stale)) again.Enqueue(submission);
        foreach (var stream in delivered.Stale) cache.Forget(stream);
        if (delivered.ForgetAll) cache.Clear();
        for (var count = again.Count; count > 0; count--)
        {
            var submission = again.Dequeue();
            if (++submission.Attempts < options.MaxAttempts) again.Enqueue(submission);
            else Finish(submission, new(CommandStatus.Busy));
        }
    }

    void Finish(Submission submission, CommandResult result)
    {
        inProgress.TryRemove(submission.CommandId, out _);
        submission.Complete(result);
    }

    void Fail(Submission submission, Exception exception)
    {
        inProgress.TryRemove(submission.CommandId, out _);
        submission.Fail(exception);
    }
}
