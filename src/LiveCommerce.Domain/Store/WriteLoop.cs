using System.Threading.Channels;

namespace LiveCommerce.Store;

/// <summary>The one loop of a pipeline: decides the next batch while the one before is on its way, and decides again what turned out otherwise.</summary>
sealed class WriteLoop(
    ChannelReader<Submission> arrivals, DecisionRound decisions, Delivery delivery, StreamCache cache, PipelineOptions options, Action<Submission, CommandResult> finish)
{
    readonly Queue<Submission> again = new();
    Task<bool> arrival = Task.FromResult(true);

    internal async Task Run()
    {
        var next = new List<Prepared>();
        Task<Delivered>? flying = null;
        try
        {
            while (true)
            {
                await Fill(next, flying).ConfigureAwait(false);
                if (flying is not null)
                {
                    Settle(await flying.ConfigureAwait(false), next);
                    flying = null;
                }
                if (next.Count > 0)
                {
                    flying = delivery.Deliver(next, CancellationToken.None);
                    next = [];
                }
                else if (again.Count == 0 && !await arrivals.WaitToReadAsync().ConfigureAwait(false)) return;
            }
        }
        finally
        {
            if (flying is not null) await flying.ConfigureAwait(false); // what is on its way gets its true answer, whatever broke down here
        }
    }

    /// <summary>Decides what waits; goes on taking newcomers for as long as the batch before is on its way.</summary>
    async Task Fill(List<Prepared> next, Task? flying)
    {
        while (next.Count < options.MaxBatch)
        {
            var taken = Take(options.MaxBatch - next.Count);
            if (taken.Count > 0)
            {
                await decisions.Decide(taken, next).ConfigureAwait(false);
                continue;
            }
            if (flying is null || flying.IsCompleted) return;
            if (arrival.IsCompleted) arrival = arrivals.WaitToReadAsync().AsTask();
            await Task.WhenAny(flying, arrival).ConfigureAwait(false);
            if (!arrival.IsCompleted || !await arrival.ConfigureAwait(false)) return;
        }
    }

    List<Submission> Take(int most)
    {
        var taken = new List<Submission>();
        while (taken.Count < most && (again.TryDequeue(out var submission) || arrivals.TryRead(out submission))) taken.Add(submission);
        return taken;
    }

    /// <summary>What was decided on something that turned out otherwise is decided again, a bounded number of times.</summary>
    void Settle(Delivered delivered, List<Prepared> next)
    {
        foreach (var submission in delivered.Again.Concat(Delivery.TakeStale(next, delivered)))
        {
            if (++submission.Attempts < options.MaxAttempts) again.Enqueue(submission);
            else finish(submission, new(CommandStatus.Busy));
        }
        foreach (var stream in delivered.Stale) cache.Forget(stream);
        if (delivered.ForgetAll) cache.Clear();
    }
}
