using LiveCommerce.Kernel;
using LiveCommerce.Store;

namespace LiveCommerce.Postgres.Append;

/// <summary>A batch laid out for the database: what each table gets, in the order of the commits.</summary>
sealed class BatchWrites
{
    readonly Dictionary<Guid, StreamGrowth> grown = [];
    readonly Dictionary<InlineView, Dictionary<Guid, RowWrite>> rows = [];

    readonly TaskCompletionSource sent = new(TaskCreationOptions.RunContinuationsAsynchronously);

    internal BatchWrites(IReadOnlyList<Commit> commits, Predecessor? after = null)
    {
        After = after;
        Base = Commit.BaseVersions(commits);
        foreach (var commit in commits) Add(commit);
        AddUnread();
    }

    /// <summary>Stands in its receipts: by it a batch is known to be in the log as it was sent, and not by what another host wrote for the same commands.</summary>
    internal Guid Id { get; } = Guid.CreateVersion7();

    /// <summary>The batch that must be in the log before this one; it was decided on it.</summary>
    internal Predecessor? After { get; }

    /// <summary>As the batch after it knows it; null without a receipt, by which alone it could be found.</summary>
    internal Predecessor? AsPredecessor => Receipts is [var (receipt, _, _), ..] ? new(Id, receipt.CommandId, sent.Task) : null;

    /// <summary>What each stream's version must be under the lock.</summary>
    internal List<StreamVersion> Base { get; }

    internal List<EventWrite> Events { get; } = [];

    internal List<PersonalWrite> Personal { get; } = [];

    /// <summary>Receipts, each with the number of events up to and with its command's last.</summary>
    internal List<(Receipt Receipt, string? RequestDigest, int EventsSoFar)> Receipts { get; } = [];

    /// <summary>Refusals that are only counted.</summary>
    internal List<SuppressedRefusal> Suppressed { get; } = [];

    internal List<Guid> MustBeNew { get; } = [];

    internal IEnumerable<StreamGrowth> Streams => grown.Values;

    /// <summary>Of each stream's row the last one alone: the ones before were never seen by anybody.</summary>
    internal IEnumerable<(InlineView View, IReadOnlyCollection<RowWrite> Rows)> Rows => rows.Select(pair => (pair.Key, (IReadOnlyCollection<RowWrite>)pair.Value.Values));

    /// <summary>Whether the stream's first fact is in this batch.</summary>
    internal bool Begins(Guid stream) => grown.TryGetValue(stream, out var growth) && growth.IsNew;

    internal void IsSent() => sent.TrySetResult();

    void Add(Commit commit)
    {
        if (commit.ChecksReceipt) MustBeNew.Add(commit.CommandId);
        foreach (var write in commit.Events)
        {
            Events.Add(write);
            if (grown.TryGetValue(write.Stream.Id, out var growth)) growth.To = write.Version;
            else grown.Add(write.Stream.Id, new(write.Stream, write.Version));
        }
        Personal.AddRange(commit.Personal);
        foreach (var row in commit.Rows)
        {
            if (!rows.TryGetValue(row.View, out var ofView)) rows.Add(row.View, ofView = []);
            ofView[row.Stream] = row;
        }
        if (commit.Suppressed is { } suppressed) Suppressed.Add(suppressed);
        if (commit.Receipt is { } receipt) Receipts.Add((receipt, commit.RequestDigest, Events.Count));
    }

    /// <summary>A stream that is written without having been read must still stand where its first new fact begins.</summary>
    void AddUnread()
    {
        var read = Base.Select(version => version.Stream).ToHashSet();
        Base.AddRange(grown.Values.Where(growth => !read.Contains(growth.Stream.Id)).Select(growth => new StreamVersion(growth.Stream.Id, growth.From - 1)));
    }
}

/// <summary>The batch before, as little of it as must be known: its id, a command whose receipt bears it, and when the next may follow, because it has gone out or never will.</summary>
sealed record Predecessor(Guid Batch, Guid Command, Task Sent);

/// <summary>A stream that a batch appends to.</summary>
sealed class StreamGrowth(StreamRef stream, long from)
{
    internal StreamRef Stream { get; } = stream;

    /// <summary>The version of its first fact in the batch.</summary>
    internal long From { get; } = from;

    /// <summary>The version of its last fact in the batch.</summary>
    internal long To { get; set; } = from;

    internal bool IsNew => From == 1;
}
