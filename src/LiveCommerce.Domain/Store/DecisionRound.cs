using System.Diagnostics;
using System.Diagnostics.Metrics;
using System.Text.Json;

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
            var missing = new List<StreamRef>();
            var now = clock();
            var unfinished = new List<Submission>();
            foreach (var submission in waiting)
            {
                if (Attempt(submission, now, missing) is { } prepared) into.Add(prepared);
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

    Prepared? Attempt(Submission submission, Moment now, List<StreamRef> missing)
    {
        try
        {
            var prepared = preparation.Prepare(submission, now, missing);
            if (prepared is null) return null;
            Interlocked.Increment(ref taken);
            Decisions.Add(1);
            return prepared;
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
        var kinds = missing.DistinctBy(stream => stream.Id).ToDictionary(stream => stream.Id, stream => stream.Kind);
        try
        {
            foreach (var (stream, history) in await store.Load(kinds.Keys, CancellationToken.None).ConfigureAwait(false))
                if (cache.Find(stream) is null) cache.Put(stream, StreamEntry.Of(kinds[stream], history)); // facts on their way may have begun it since
        }
        catch (Exception exception) when (waiting.Count > 1 && IsOfHistory(exception))
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

    static bool IsOfHistory(Exception exception) => exception is UnknownEventException or JsonException or UnreachableException;
}
