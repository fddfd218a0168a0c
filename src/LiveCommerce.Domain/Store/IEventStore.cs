namespace LiveCommerce.Store;

/// <summary>What became of a batch.</summary>
public abstract record AppendOutcome
{
    AppendOutcome()
    {
    }

    /// <summary>All of it is in the log and durable.</summary>
    /// <param name="LastPosition">The place of the log's last fact after the batch.</param>
    /// <param name="RecordedAt">The batch's time of recording.</param>
    public sealed record Committed(long LastPosition, Moment RecordedAt) : AppendOutcome;

    /// <summary>Nothing was written: something that the batch rests on is no longer so.</summary>
    /// <param name="Stale">The streams that stand elsewhere than was read.</param>
    /// <param name="Answered">The commands that have a receipt already.</param>
    /// <param name="LogReplaced">The database holds another log than before (restored from a backup): nothing known of it is true any more.</param>
    /// <param name="PredecessorMissing">The batch after which this one was to come is not in the log, or not as it was sent. What else is in the way was not looked for.</param>
    public sealed record Conflict(IReadOnlyList<Guid> Stale, IReadOnlyList<Guid> Answered, bool LogReplaced = false, bool PredecessorMissing = false) : AppendOutcome;
}

/// <summary>A log of facts in one order, appended to in batches, each written wholly or not at all.</summary>
public interface IEventStore
{
    /// <summary>
    /// Appends a batch if everything it read is still so. Returns only once the batch is durable. A second batch, decided on what the first
    /// is about to write, may be given before the first is answered: it is written only if the first was, exactly as it was given.
    /// </summary>
    /// <param name="batch">What is written together.</param>
    /// <param name="after">The very list given to this store just before, where this batch was decided on it and its answer is not here yet. It must write a receipt: by that it is known.</param>
    /// <param name="cancellation">Ends the wait for the store's turn.</param>
    /// <exception cref="OtherFoldVersionException">The rows of this program have another form than those in use; nothing was written.</exception>
    /// <exception cref="WriteRejectedException">The data itself was rejected; nothing of the batch was written.</exception>
    /// <exception cref="OutcomeUnknownException">It could not be learned whether the batch was written.</exception>
    Task<AppendOutcome> Append(IReadOnlyList<Commit> batch, IReadOnlyList<Commit>? after, CancellationToken cancellation);

    /// <summary>The whole histories of these streams; a stream without facts gives an empty list.</summary>
    Task<IReadOnlyDictionary<Guid, IReadOnlyList<RecordedEvent>>> Load(IReadOnlyCollection<Guid> streams, CancellationToken cancellation);

    /// <summary>The latest fact of each of these streams; a stream without facts is left out.</summary>
    async Task<IReadOnlyDictionary<Guid, RecordedEvent>> LoadLatest(IReadOnlyCollection<Guid> streams, CancellationToken cancellation) =>
        (await Load(streams, cancellation).ConfigureAwait(false)).Where(pair => pair.Value.Count > 0).ToDictionary(pair => pair.Key, pair => pair.Value[^1]);

    /// <summary>Facts of one stream in the order of versions.</summary>
    /// <param name="stream">The stream's id.</param>
    /// <param name="query">From where, how many, in which direction.</param>
    /// <param name="cancellation">Stops the reading.</param>
    Task<IReadOnlyList<RecordedEvent>> ReadStream(Guid stream, ReadQuery query, CancellationToken cancellation);

    /// <summary>Facts of the whole log in the order of commit; none is ever skipped.</summary>
    /// <param name="query">From where, how many, in which direction.</param>
    /// <param name="cancellation">Stops the reading.</param>
    Task<IReadOnlyList<RecordedEvent>> ReadAll(ReadQuery query, CancellationToken cancellation);

    /// <summary>The receipt of a command; null if it was never answered.</summary>
    Task<Receipt?> FindReceipt(Guid commandId, CancellationToken cancellation);

    /// <summary>Whether an answered command was asked for by a request of this digest; also where its digest was erased and nobody can tell any more.</summary>
    Task<bool> IsSameRequest(Guid commandId, string requestDigest, CancellationToken cancellation);
}

/// <summary>A page of a stream (by version) or of the log (by position).</summary>
/// <param name="After">Forwards: strictly after this place. Backwards: strictly before it.</param>
/// <param name="Limit">At most so many.</param>
/// <param name="Backwards">The latest first.</param>
public sealed record ReadQuery(long After = 0, int Limit = 1000, bool Backwards = false)
{
    /// <summary>The latest facts first.</summary>
    public static ReadQuery Latest(int limit) => new(long.MaxValue, limit, true);
}

/// <summary>The store rejected the data of a batch; nothing of it was written.</summary>
public sealed class WriteRejectedException(string message, Exception? inner = null) : Exception(message, inner);

/// <summary>The read models in use were folded by another version of the code than this one: nothing was written, and nothing will be until that changes.</summary>
public sealed class OtherFoldVersionException(string message) : Exception(message);

/// <summary>The connection was lost and whether the batch was written could not be learned in time.</summary>
public sealed class OutcomeUnknownException(string message, Exception? inner = null) : Exception(message, inner);
