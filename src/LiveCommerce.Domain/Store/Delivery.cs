using System.Diagnostics;

namespace LiveCommerce.Store;

/// <summary>What the pipeline must do after a batch: decide these again, and forget what those streams were thought to be.</summary>
sealed record Delivered(List<Submission> Again, HashSet<Guid> Stale, bool ForgetAll);

/// <summary>A batch on its way, and what the store will say to it.</summary>
sealed record Flight(List<Prepared> Batch, List<Commit> Commits, Task<AppendOutcome> Answer)
{
    /// <summary>Whether the next may be sent after it: a store knows it by a receipt.</summary>
    internal bool CanBeFollowed { get; } = Commits.Exists(commit => commit.Receipt is not null);
}

/// <summary>Brings a decided batch into the store: conflicting commands are taken out, the rest is sent again; bad data is halved until the culprit stands alone.</summary>
sealed class Delivery(IEventStore store, Action<Submission, CommandResult> finish, Action<Submission, Exception> fail)
{
    /// <summary>Sends a batch, decided on the one before it that is not answered yet, where there is one.</summary>
    internal Flight Send(List<Prepared> batch, Flight? after)
    {
        var commits = batch.ConvertAll(prepared => prepared.Commit);
        return new(batch, commits, Append(commits, after?.Commits));
    }

    /// <summary>Sees a flight to its end, while nothing else is on its way. What came before it and turned out otherwise is in <paramref name="delivered"/>.</summary>
    internal async Task<Delivered> Deliver(Flight flight, Delivered delivered)
    {
        var first = flight.Answer;
        var parts = new Stack<List<Prepared>>([flight.Batch]);
        while (parts.TryPop(out var part))
        {
            if (first is null) delivered.Again.AddRange(TakeStale(part, delivered)); // of what the parts before turned out to be
            if (part.Count == 0) continue;
            var answer = first ?? Append(part.ConvertAll(prepared => prepared.Commit), null);
            first = null;
            try
            {
                switch (await answer.ConfigureAwait(false))
                {
                    case AppendOutcome.Committed committed:
                        Answer(part, committed);
                        break;
                    case AppendOutcome.Conflict conflict:
                        delivered = delivered with { ForgetAll = delivered.ForgetAll || conflict.LogReplaced };
                        await TakeConflicting(part, conflict, delivered).ConfigureAwait(false);
                        parts.Push(part);
                        break;
                    default:
                        throw new UnreachableException();
                }
            }
            catch (WriteRejectedException) when (part.Count > 1)
            {
                parts.Push(part[(part.Count / 2)..]);
                parts.Push(part[..(part.Count / 2)]);
            }
#pragma warning disable CA1031 // whatever happened, every caller of this part is told and the pipeline lives on
            catch (Exception exception)
#pragma warning restore CA1031
            {
                foreach (var prepared in part) GiveUp(prepared, exception, delivered.Stale);
            }
        }
        return delivered;
    }

    /// <summary>Takes out of a batch whatever rests on a stale stream, and whatever rests on what was taken out; all of it, where another log took the place of this one.</summary>
    internal static List<Submission> TakeStale(List<Prepared> batch, Delivered delivered)
    {
        var taken = new List<Submission>();
        if (delivered.Stale.Count == 0 && !delivered.ForgetAll) return taken;
        batch.RemoveAll(prepared =>
        {
            if (!delivered.ForgetAll && !prepared.RestsOn(delivered.Stale)) return false;
            prepared.AddWritesTo(delivered.Stale);
            taken.Add(prepared.Submission);
            return true;
        });
        return taken;
    }

    /// <summary>Whatever the store throws is in the task.</summary>
    async Task<AppendOutcome> Append(List<Commit> commits, List<Commit>? after) => await store.Append(commits, after, CancellationToken.None).ConfigureAwait(false);

    async Task TakeConflicting(List<Prepared> part, AppendOutcome.Conflict conflict, Delivered delivered)
    {
        var answered = conflict.Answered.ToHashSet();
        bool IsAnswered(Prepared prepared) => prepared.Commit.ChecksReceipt && answered.Contains(prepared.Commit.CommandId); // a dry run may bear the same id
        foreach (var prepared in part.Where(IsAnswered))
        {
            prepared.AddWritesTo(delivered.Stale);
            finish(prepared.Submission, await Earlier(prepared).ConfigureAwait(false));
        }
        var before = part.Count;
        part.RemoveAll(IsAnswered);
        delivered.Stale.UnionWith(conflict.Stale);
        delivered.Again.AddRange(TakeStale(part, delivered));
        if (part.Count < before || conflict.PredecessorMissing) return;
        delivered.Again.AddRange(part.Select(prepared => prepared.Submission)); // in the way is something that nobody here reads: do not ask for ever
        part.Clear();
    }

    async Task<CommandResult> Earlier(Prepared prepared)
    {
        var receipt = await store.FindReceipt(prepared.Commit.CommandId, CancellationToken.None).ConfigureAwait(false);
        var asked = prepared.Submission.Envelope;
        var same = receipt is not null && await store.IsSameRequest(receipt.CommandId, asked.RequestDigest ?? DigestOf(asked.Command), CancellationToken.None).ConfigureAwait(false);
        return same ? new(CommandStatus.AnsweredBefore, receipt) : new(CommandStatus.KeyReused);
    }

    static string DigestOf(ICommand command) => Digest.Of(EventCodec.Write(command, []));

    internal void Answer(List<Prepared> part, AppendOutcome.Committed committed)
    {
        var position = committed.LastPosition - part.Sum(prepared => prepared.Commit.Events.Count);
        foreach (var prepared in part)
        {
            position += prepared.Commit.Events.Count;
            finish(prepared.Submission, prepared.Result with { Receipt = prepared.Commit.Receipt is null ? prepared.Result.Receipt : prepared.Commit.Receipt with { Position = position } });
        }
    }

    void GiveUp(Prepared prepared, Exception exception, HashSet<Guid> stale)
    {
        prepared.AddWritesTo(stale);
        switch (exception)
        {
            case OtherFoldVersionException: finish(prepared.Submission, new(CommandStatus.Busy)); break; // another host takes it
            case WriteRejectedException: finish(prepared.Submission, new(CommandStatus.Rejected)); break;
            case OutcomeUnknownException: finish(prepared.Submission, new(CommandStatus.OutcomeUnknown)); break;
            default: fail(prepared.Submission, exception); break;
        }
    }
}
