using System.Data.Common;
using System.Diagnostics.Metrics;

namespace LiveCommerce.Store;

/// <summary>Decides what waits, in order; what needs a stream that is not in memory is decided after one load for all of them.</summary>
sealed class DecisionRound(Preparation preparation, IEventStore store, StreamCache cache, Func<Moment> clock, Action<Submission, Exception> fail)
{
    static readonly Meter Meter = new("LiveCommerce");
    static readonly Counter<long> Decisions = Meter.CreateCounter<long>("livecommerce.decisions", description: "Decisions taken, repeated ones among them.");

    long taken;

    internal long Taken => Interlocked.Read(ref taken);

    internal async Task Decide(List<Submission> waiting, List<Prepared> into)
    {
        while (waiting.Count > 0)
        {
            if (Now(waiting) is not { } now) return;
            var missing = new List<StreamRef>();
            var unfinished = new List<Submission>();
            foreach (var submission in waiting)
            {
                if (Attempt(submission, now, missing) is { } prepared) Take(prepared, into);
                else if (!submission.Answer.IsCompleted) unfinished.Add(submission);
            }
            if (missing.Count > 0 && !await Load(missing, unfinished).ConfigureAwait(false))
            {
                foreach (var alone in unfinished) await Decide([alone], into).ConfigureAwait(false);
                return;
            }
            waiting = unfinished;
        }
    }

    /// <summary>The host's instant; null when its clock throws, which those who wait now are told.</summary>
    Moment? Now(List<Submission> waiting)
    {
        try
        {
            return clock();
        }
#pragma warning disable CA1031 // the clock is the embedder's; whatever it throws goes to the callers, and the next round asks it again
        catch (Exception exception)
#pragma warning restore CA1031
        {
            foreach (var submission in waiting) fail(submission, exception);
            return null;
        }
    }

    void Take(Prepared prepared, List<Prepared> into)
    {
        into.Add(prepared);
        Interlocked.Increment(ref taken);
        Decisions.Add(1);
    }

    Prepared? Attempt(Submission submission, Moment now, List<StreamRef> missing)
    {
        try
        {
            return preparation.Prepare(submission, now, missing);
        }
#pragma warning disable CA1031 // one command's mistake must not stop the others'; its caller gets the exception
        catch (Exception exception)
#pragma warning restore CA1031
        {
            fail(submission, exception);
            return null;
        }
    }

    /// <summary>False when one of several histories cannot be read: then each command loads its own, and whoever needs that one fails alone.</summary>
    async Task<bool> Load(List<StreamRef> missing, List<Submission> waiting)
    {
        var asked = missing.ToLookup(stream => stream.Id, stream => stream.Kind);
        try
        {
            var histories = await store.Load([.. asked.Select(stream => stream.Key)], CancellationToken.None).ConfigureAwait(false);
            foreach (var stream in asked)
                if (cache.Find(stream.Key) is null or { State: Unasked }) cache.Put(stream.Key, StreamEntry.Of(stream, histories[stream.Key])); // facts on their way may have begun it since
        }
        catch (Exception exception) when (waiting.Count > 1 && !IsOfStore(exception))
        {
            return false;
        }
#pragma warning disable CA1031 // whoever needed these streams gets the exception; the pipeline lives on
        catch (Exception exception)
#pragma warning restore CA1031
        {
            foreach (var submission in waiting) fail(submission, exception);
            waiting.Clear();
        }
        return true;
    }

    /// <summary>The store cannot be reached: whoever asked alone would only wait for the same. All else may be of one history: its name, its shape, its fold.</summary>
    static bool IsOfStore(Exception exception) => exception is DbException or IOException or TimeoutException or OperationCanceledException;
}
