namespace LiveCommerce.Store;

/// <summary>Appending without a batch before it, and appending whatever came before: expected version "any". A commit's reads say "exactly this version", and version 0 "no fact yet".</summary>
public static class Appending
{
    /// <summary>Each failure means that somebody else's append came in; so many in a row are no bad luck any more.</summary>
    const int MostAttempts = 200;

    /// <summary>Appends a batch that rests on nothing that is still on its way.</summary>
    /// <param name="store">The log.</param>
    /// <param name="batch">What is written together.</param>
    /// <param name="cancellation">Ends the wait for the store's turn.</param>
    public static Task<AppendOutcome> Append(this IEventStore store, IReadOnlyList<Commit> batch, CancellationToken cancellation) => store.Append(batch, null, cancellation);

    /// <summary>
    /// Appends each fact at the end of its stream, wherever that is by then: version, previous digest and digest are made anew until they fit,
    /// and the effective instant never falls. What the commit reads of other streams must be so, as ever.
    /// </summary>
    /// <param name="store">The log.</param>
    /// <param name="commit">Facts whose versions and digests do not matter; no rows, since a row shows one version of its stream.</param>
    /// <param name="cancellation">Stops between two attempts.</param>
    /// <returns>Committed; or a conflict on another stream, on an answered command, or after 200 attempts.</returns>
    /// <exception cref="ArgumentException">The commit holds rows, or a fact of another kind than its stream is.</exception>
    public static async Task<AppendOutcome> AppendAny(this IEventStore store, Commit commit, CancellationToken cancellation)
    {
        if (commit.Rows.Count > 0) throw new ArgumentException("A row shows one version of its stream, so its command must read the stream.", nameof(commit));
        var streams = commit.Events.Select(fact => fact.Stream).ToHashSet();
        for (var attempt = 1; ; attempt++)
        {
            var tails = new Dictionary<Guid, Tail>();
            foreach (var stream in streams) tails.TryAdd(stream.Id, await TailOf(store, stream, cancellation).ConfigureAwait(false));
            var outcome = await store.Append([AtTheEnd(commit, tails)], cancellation).ConfigureAwait(false);
            var isOvertaken = outcome is AppendOutcome.Conflict { Answered.Count: 0 } conflict && conflict.Stale.All(tails.ContainsKey);
            if (!isOvertaken || attempt == MostAttempts) return outcome;
        }
    }

    static async Task<Tail> TailOf(IEventStore store, StreamRef stream, CancellationToken cancellation)
    {
        if (await store.ReadStream(stream.Id, ReadQuery.Latest(1), cancellation).ConfigureAwait(false) is not [var last]) return new(0, null, default);
        if (last.StreamType != stream.Kind.Alias) throw new ArgumentException($"{stream.Id} is a {last.StreamType}: no fact of a {stream.Kind.Alias} can follow there.", nameof(stream));
        return new(last.Version, last.Envelope.Digest, last.Envelope.EffectiveAt);
    }

    static Commit AtTheEnd(Commit commit, Dictionary<Guid, Tail> tails)
    {
        StreamVersion[] reads = [.. commit.Reads.Where(read => !tails.ContainsKey(read.Stream)), .. tails.Select(tail => new StreamVersion(tail.Key, tail.Value.Version))];
        var events = new List<EventWrite>();
        foreach (var fact in commit.Events)
        {
            var write = After(fact, tails[fact.Stream.Id]);
            tails[fact.Stream.Id] = new(write.Version, write.Envelope.Digest, write.Envelope.EffectiveAt);
            events.Add(write);
        }
        return commit with { Reads = reads, Events = events, Receipt = commit.Receipt is { } receipt ? receipt with { Reads = reads.ToValueList(), Facts = events.Select(FactRecorded.Of).ToValueList() } : null };
    }

    static EventWrite After(EventWrite fact, Tail tail)
    {
        var envelope = fact.Envelope with { PreviousDigest = tail.Digest, EffectiveAt = Moment.Max(fact.Envelope.EffectiveAt, tail.EffectiveAt) };
        envelope = envelope with { Digest = envelope.DigestOf(fact.Id, fact.Stream.Id, tail.Version + 1, fact.Type.Alias, fact.CanonicalBody) };
        return fact with { Version = tail.Version + 1, Envelope = envelope, Headers = envelope.ToHeaders() };
    }

    readonly record struct Tail(long Version, string? Digest, Moment EffectiveAt);
}
