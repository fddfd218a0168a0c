using System.Threading.Channels;

namespace LiveCommerce.Store;

/// <summary>
/// The one loop of a pipeline: while one batch is being made durable and a second waits behind it in the store, it decides the third.
/// Batches are answered in the order in which they were sent; what turned out otherwise is decided again.
/// </summary>
sealed class WriteLoop(
    ChannelReader<Submission> arrivals, DecisionRound decisions, Delivery delivery, StreamCache cache, PipelineOptions options, Action<Submission, CommandResult> finish)
{
    readonly Queue<Submission> again = new();
    readonly Queue<Flight> flights = new();
    Task<bool> arrival = Task.FromResult(true);
    List<Prepared> next = [];
    (int Before, int Last) sent;

    /// <summary>
    /// So many are worth a second batch behind the first: half of those who asked of late. Fewer wait until the first is answered, so that
    /// the two batches become equally large and neither the store nor the deciding waits for the other.
    /// </summary>
    int Share => Math.Clamp((sent.Before + sent.Last + 1) / 2, 1, options.MaxBatch);

    bool HasLanded => flights.TryPeek(out var first) && first.Answer.IsCompleted;

    bool CanFollow => flights.Count > 0 && flights.Count < options.MaxFlights && flights.Peek().CanBeFollowed;

    bool MaySend => next.Count > 0 && (flights.Count == 0 || (CanFollow && next.Count >= Share));

    internal async Task Run()
    {
        try
        {
            while (true)
            {
                await Fill().ConfigureAwait(false);
                if (HasLanded) await Land().ConfigureAwait(false);
                else if (MaySend) Send();
                else if (flights.Count == 0 && again.Count == 0 && !await arrivals.WaitToReadAsync().ConfigureAwait(false)) return;
            }
        }
        finally
        {
            await LandAll().ConfigureAwait(false); // what is on its way gets its true answer, whatever broke down here
        }
    }

    /// <summary>Decides what waits; goes on taking newcomers until a batch can be sent or is answered.</summary>
    async Task Fill()
    {
        while (!HasLanded)
        {
            var taken = Take();
            if (taken.Count > 0) await decisions.Decide(taken, next).ConfigureAwait(false);
            if (MaySend || flights.Count == 0) return;
            if (taken.Count == 0 && !await Wait().ConfigureAwait(false)) await Task.WhenAny(flights.Peek().Answer).ConfigureAwait(false);
        }
    }

    /// <summary>No more at once than can be sent at once: whoever is decided too early is answered no sooner.</summary>
    List<Submission> Take()
    {
        var room = (CanFollow ? Share : options.MaxBatch) - next.Count;
        var taken = new List<Submission>();
        while (taken.Count < room && (again.TryDequeue(out var submission) || arrivals.TryRead(out submission))) taken.Add(submission);
        return taken;
    }

    /// <summary>Until somebody comes or the first batch is answered; false when nobody will come, or there is no room for them.</summary>
    async Task<bool> Wait()
    {
        if (next.Count == options.MaxBatch) return false;
        if (arrival.IsCompleted) arrival = arrivals.WaitToReadAsync().AsTask();
        await Task.WhenAny(flights.Peek().Answer, arrival).ConfigureAwait(false);
        if (arrival.IsCompleted) await Task.Yield(); // those who were answered together ask again together: they are taken at once, not one by one
        return !arrival.IsCompleted || await arrival.ConfigureAwait(false);
    }

    void Send()
    {
        flights.Enqueue(delivery.Send(next, flights.TryPeek(out var before) ? before : null));
        sent = (sent.Last, next.Count);
        next = [];
    }

    /// <summary>
    /// The first batch is answered. If it was not simply written, what was sent after it was decided on something that is not so, and the
    /// store writes nothing of that: both are seen to their end one after the other before anything else is sent.
    /// </summary>
    async Task Land()
    {
        var first = flights.Peek();
        if (first.Answer.IsCompletedSuccessfully && await first.Answer.ConfigureAwait(false) is AppendOutcome.Committed committed)
        {
            flights.Dequeue();
            delivery.Answer(first.Batch, committed);
            return;
        }
        Settle(await LandAll().ConfigureAwait(false));
    }

    async Task<Delivered> LandAll()
    {
        var delivered = new Delivered([], [], false);
        foreach (var flight in flights) await ((Task)flight.Answer).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        while (flights.TryDequeue(out var flight)) delivered = await delivery.Deliver(flight, delivered).ConfigureAwait(false);
        return delivered;
    }

    /// <summary>What was decided on something that turned out otherwise is decided again, a bounded number of times.</summary>
    void Settle(Delivered delivered)
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
