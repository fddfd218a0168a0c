using System.Diagnostics;

namespace LiveCommerce.Store;

/// <summary>What the pipeline must do after a batch: decide these again, and forget what those streams were thought to be.</summary>
sealed record Delivered(List<Submission> Again, HashSet<Guid> Stale, bool ForgetAll);

/// <summary>Brings a decided batch into the store: conflicting commands are taken out, the rest is sent again; bad data is halved until the culprit stands alone.</summary>
sealed class Delivery(IEventStore store, Action<Submission, CommandResult> finish, Action<Submission, Exception> fail)
{
    internal async Task<Delivered> Deliver(List<Prepared> batch, CancellationToken cancellation)
    {
        var delivered = new Delivered([], [], false);
        var parts = new Stack<List<Prepared>>([batch]);
        while (parts.TryPop(out var part))
        {
            delivered.Again.AddRange(TakeStale(part, delivered)); // of what the parts before turned out to be
            if (part.Count == 0) continue;
            try
            {
                switch (await store.Append(part.ConvertAll(prepared => prepared.Commit), cancellation).ConfigureAwait(false))
                {
                    case AppendOutcome.Committed committed:
                        Answer(part, committed);
                        break;
                    case AppendOutcome.Conflict conflict:
                        delivered = delivered with { ForgetAll = delivered.ForgetAll || conflict.LogReplaced };
                        await TakeConflicting(part, conflict, delivered, cancellation).ConfigureAwait(false);
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

    async Task TakeConflicting(List<Prepared> part, AppendOutcome.Conflict conflict, Delivered delivered, CancellationToken cancellation)
    {
        var answered = conflict.Answered.ToHashSet();
        bool IsAnswered(Prepared prepared) => prepared.Commit.ChecksReceipt && answered.Contains(prepared.Commit.CommandId); // a dry run may bear the same id
        foreach (var prepared in part.Where(IsAnswered))
        {
            prepared.AddWritesTo(delivered.Stale);
            finish(prepared.Submission, await Earlier(prepared, cancellation).ConfigureAwait(false));
        }
        part.RemoveAll(IsAnswered);
        delivered.Stale.UnionWith(conflict.Stale);
        delivered.Again.AddRange(TakeStale(part, delivered));
    }

    async Task<CommandResult> Earlier(Prepared prepared, CancellationToken cancellation)
    {
        var receipt = await store.FindReceipt(prepared.Commit.CommandId, cancellation).ConfigureAwait(false);
        var asked = prepared.Submission.Envelope;
        var same = receipt is not null && await store.IsSameRequest(receipt.CommandId, asked.RequestDigest ?? DigestOf(asked.Command), cancellation).ConfigureAwait(false);
        return same ? new(CommandStatus.AnsweredBefore, receipt) : new(CommandStatus.KeyReused);
    }

    static string DigestOf(ICommand command) => Digest.Of(EventCodec.Write(command, []));

    void Answer(List<Prepared> part, AppendOutcome.Committed committed)
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
            case WriteRejectedException: finish(prepared.Submission, new(CommandStatus.Rejected)); break;
            case OutcomeUnknownException: finish(prepared.Submission, new(CommandStatus.OutcomeUnknown)); break;
            default: fail(prepared.Submission, exception); break;
        }
    }
}
