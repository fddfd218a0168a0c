using System.Runtime.CompilerServices;
using LiveCommerce.Kernel;
using LiveCommerce.Postgres.Append;
using LiveCommerce.Postgres.Followers;
using LiveCommerce.Postgres.Reading;
using LiveCommerce.Store;
using Npgsql;

namespace LiveCommerce.Postgres;

/// <summary>A log in PostgreSQL, in Marten's tables. Any number of hosts may append: sequence order is commit order over all of them.</summary>
public sealed class PostgresEventStore : IEventStore, IAsyncDisposable
{
    readonly Lanes lanes;
    readonly ConditionalWeakTable<IReadOnlyList<Commit>, BatchWrites> given = [];
    readonly Bell bell;
    readonly EventReader events;
    readonly NpgsqlDataSource reading;
    readonly EventCodec codec;
    readonly ReceiptReader receipts;

    /// <summary>A store on a database that was brought up to date by <see cref="Schema.Migrate"/>.</summary>
    /// <param name="database">The connections.</param>
    /// <param name="catalog">The wire names.</param>
    public PostgresEventStore(PostgresDatabase database, EventCatalog catalog) : this(database, catalog, InlineTables.All)
    {
    }

    /// <summary>A store for LiveCommerce's aggregates and your own.</summary>
    /// <param name="database">The connections.</param>
    /// <param name="model">The domain, extended by yours.</param>
    /// <param name="tables">A table for each inline read model of yours.</param>
    /// <exception cref="ArgumentException">A read model has no table, or two.</exception>
    public PostgresEventStore(PostgresDatabase database, DomainModel model, params IReadOnlyList<InlineTable> tables)
        : this(database, model.Catalog, InlineTables.All.For(model, tables))
    {
    }

    internal PostgresEventStore(PostgresDatabase database, EventCatalog catalog, InlineTables tables)
    {
        bell = new(database);
        lanes = new(database, tables);
        (reading, codec) = (database.Reading, new(catalog));
        events = new(reading, codec);
        receipts = new(database.Reading);
    }

    /// <summary>Appends a batch. Cancelling ends the wait for the store's turn; what was sent is seen through to its answer.</summary>
    /// <inheritdoc />
    public async Task<AppendOutcome> Append(IReadOnlyList<Commit> batch, IReadOnlyList<Commit>? after, CancellationToken cancellation)
    {
        var before = after is not null && given.TryGetValue(after, out var earlier) ? earlier.AsPredecessor : null;
        if (after is not null && before is null) return new AppendOutcome.Conflict([], [], PredecessorMissing: true);
        var writes = new BatchWrites(batch, before);
        given.AddOrUpdate(batch, writes);
        var outcome = await lanes.Deliver(writes, cancellation).ConfigureAwait(false);
        if (outcome is AppendOutcome.Committed && writes.Events.Count > 0) bell.Ring();
        return outcome;
    }

    /// <inheritdoc />
    public Task<IReadOnlyDictionary<Guid, IReadOnlyList<RecordedEvent>>> Load(IReadOnlyCollection<Guid> streams, CancellationToken cancellation) =>
        Again.Read(() => events.Load(streams, cancellation));

    /// <inheritdoc />
    public Task<IReadOnlyDictionary<Guid, RecordedEvent>> LoadLatest(IReadOnlyCollection<Guid> streams, CancellationToken cancellation) =>
        Again.Read(() => events.LoadLatest(streams, cancellation));

    /// <inheritdoc />
    public Task<IReadOnlyList<RecordedEvent>> ReadStream(Guid stream, ReadQuery query, CancellationToken cancellation) =>
        Again.Read(() => events.ReadStream(stream, query, cancellation));

    /// <inheritdoc />
    public Task<IReadOnlyList<RecordedEvent>> ReadAll(ReadQuery query, CancellationToken cancellation) =>
        Again.Read(() => events.ReadAll(query, cancellation));

    /// <summary>
    /// The facts of the whole log in the order of commit, as they arrive: for folds over all that ever happened. Personal texts come by
    /// reference alone, and nothing of the envelope but the instant of effect; <see cref="ReadAll"/> gives all of it.
    /// </summary>
    /// <param name="after">Strictly after this position; 0 from the beginning.</param>
    /// <param name="cancellation">Stops the reading.</param>
    /// <exception cref="UnknownEventException">The log holds a fact that the program does not know.</exception>
    public IAsyncEnumerable<Fact> ReadFacts(long after = 0, CancellationToken cancellation = default) => reading.Facts(codec, after, cancellation);

    /// <inheritdoc />
    public Task<Receipt?> FindReceipt(Guid commandId, CancellationToken cancellation) =>
        Again.Read(() => receipts.Find(commandId, cancellation));

    /// <inheritdoc />
    public Task<bool> IsSameRequest(Guid commandId, string requestDigest, CancellationToken cancellation) =>
        Again.Read(() => receipts.IsSameRequest(commandId, requestDigest, cancellation));

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        await bell.DisposeAsync().ConfigureAwait(false);
        await lanes.DisposeAsync().ConfigureAwait(false);
    }
}
