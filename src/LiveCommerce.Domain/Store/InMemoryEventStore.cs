using System.Runtime.CompilerServices;

namespace LiveCommerce.Store;

/// <summary>An event store in memory: the same contract as on PostgreSQL, for tests and for deciding without a database.</summary>
/// <param name="catalog">The wire names.</param>
/// <param name="clock">The clock of recording.</param>
public sealed class InMemoryEventStore(EventCatalog catalog, Func<Moment> clock) : IEventStore
{
    sealed record Stored(long Position, EventWrite Write, Moment RecordedAt);

    readonly Lock gate = new();
    readonly EventCodec codec = new(catalog);
    readonly List<Stored> log = [];
    readonly Dictionary<Guid, List<Stored>> streams = [];
    readonly Dictionary<Guid, Receipt> receipts = [];
    readonly PersonalValues personal = new();
    readonly Dictionary<Guid, string> requests = [];
    readonly Dictionary<Guid, int> suppressed = [];
    readonly Dictionary<(string View, Guid Stream), object> rows = [];
    readonly ConditionalWeakTable<IReadOnlyList<Commit>, object> written = [];

    /// <inheritdoc />
    public Task<AppendOutcome> Append(IReadOnlyList<Commit> batch, IReadOnlyList<Commit>? after, CancellationToken cancellation)
    {
        lock (gate)
        {
            if (after is not null && !written.TryGetValue(after, out _)) return Task.FromResult<AppendOutcome>(new AppendOutcome.Conflict([], [], PredecessorMissing: true));
            var stale = Commit.BaseVersions(batch).Where(read => VersionOf(read.Stream) != read.Version).Select(read => read.Stream).ToList();
            var answered = batch.Where(commit => commit.ChecksReceipt && receipts.ContainsKey(commit.CommandId)).Select(commit => commit.CommandId).ToList();
            if (stale.Count + answered.Count > 0) return Task.FromResult<AppendOutcome>(new AppendOutcome.Conflict(stale, answered));
            var recordedAt = log.Count == 0 ? clock() : Moment.Max(clock(), log[^1].RecordedAt);
            foreach (var commit in batch) Write(commit, recordedAt);
            if (batch.Any(commit => commit.Receipt is not null)) written.AddOrUpdate(batch, batch);
            return Task.FromResult<AppendOutcome>(new AppendOutcome.Committed(log.Count, recordedAt));
        }
    }

    /// <summary>How many refusals of a companion stream were only counted and are not yet told by a fact (<see cref="RecordSuppressedRefusals"/>).</summary>
    public int SuppressedOf(Guid refusalLog)
    {
        lock (gate) return suppressed.GetValueOrDefault(refusalLog);
    }

    /// <inheritdoc />
    public Task<IReadOnlyDictionary<Guid, IReadOnlyList<RecordedEvent>>> Load(IReadOnlyCollection<Guid> streams, CancellationToken cancellation)
    {
        lock (gate)
            return Task.FromResult<IReadOnlyDictionary<Guid, IReadOnlyList<RecordedEvent>>>(
                streams.Distinct().ToDictionary(stream => stream, stream => (IReadOnlyList<RecordedEvent>)[.. Of(stream).Select(Decode)]));
    }

    /// <inheritdoc />
    public Task<IReadOnlyList<RecordedEvent>> ReadStream(Guid stream, ReadQuery query, CancellationToken cancellation)
    {
        lock (gate) return Task.FromResult(Page(Of(stream), stored => stored.Write.Version, query));
    }

    /// <inheritdoc />
    public Task<IReadOnlyList<RecordedEvent>> ReadAll(ReadQuery query, CancellationToken cancellation)
    {
        lock (gate) return Task.FromResult(Page(log, stored => stored.Position, query));
    }

    /// <inheritdoc />
    public Task<Receipt?> FindReceipt(Guid commandId, CancellationToken cancellation)
    {
        lock (gate) return Task.FromResult(receipts.GetValueOrDefault(commandId));
    }

    /// <inheritdoc />
    public Task<bool> IsSameRequest(Guid commandId, string requestDigest, CancellationToken cancellation)
    {
        lock (gate) return Task.FromResult(!requests.TryGetValue(commandId, out var first) || first == requestDigest);
    }

    /// <summary>The rows of an inline read model, in no order.</summary>
    public IReadOnlyList<TRow> Rows<TRow>(InlineView<TRow> view) where TRow : class
    {
        lock (gate) return [.. rows.Where(pair => pair.Key.View == view.Name).Select(pair => (TRow)pair.Value)];
    }

    void Write(Commit commit, Moment recordedAt)
    {
        foreach (var write in commit.Events)
        {
            var stored = new Stored(log.Count + 1, write, recordedAt);
            log.Add(stored);
            if (!streams.TryGetValue(write.Stream.Id, out var stream)) streams.Add(write.Stream.Id, stream = []);
            stream.Add(stored);
            if (write.Body is RefusalsSuppressed) suppressed.Remove(write.Stream.Id);
        }
        if (commit.Suppressed is { Log: var full }) suppressed[full] = suppressed.GetValueOrDefault(full) + 1;
        foreach (var text in commit.Personal.Select(write => write.Text)) personal.Add(text.Reference, text.Salt, text.Value);
        foreach (var row in commit.Rows) rows[(row.View.Name, row.Stream)] = row.Row;
        if (commit is { Receipt: not null, RequestDigest: { } digest }) requests.Add(commit.CommandId, digest);
        if (commit.Receipt is { } receipt) receipts.Add(commit.CommandId, receipt with { Position = log.Count });
    }

    IReadOnlyList<RecordedEvent> Page(List<Stored> from, Func<Stored, long> place, ReadQuery query)
    {
        var ordered = query.Backwards
            ? from.AsEnumerable().Reverse().SkipWhile(stored => place(stored) >= query.After)
            : from.SkipWhile(stored => place(stored) <= query.After);
        return [.. ordered.Take(query.Limit).Select(Decode)];
    }

    List<Stored> Of(Guid stream) => streams.GetValueOrDefault(stream) ?? [];

    long VersionOf(Guid stream) => Of(stream).Count;

    RecordedEvent Decode(Stored stored)
    {
        var write = stored.Write;
        var envelope = Envelope.FromHeaders(write.Headers, write.Envelope.UserId, write.Envelope.CorrelationId, write.Envelope.CausationId, personal);
        var body = codec.Read(write.Type.Alias, write.Stream.Id, write.Version, write.CanonicalBody, personal);
        return new(stored.Position, write.Id, write.Stream.Id, write.Stream.Kind.Alias, write.Version, write.Type.Alias, body, write.CanonicalBody, envelope, stored.RecordedAt);
    }
}
