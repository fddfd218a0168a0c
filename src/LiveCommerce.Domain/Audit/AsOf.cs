using System.Diagnostics;
using LiveCommerce.Kernel;
using LiveCommerce.Store;

namespace LiveCommerce.Audit;

/// <summary>A place in history to look from (BEY-03): a version, or instants on the axis of effect, of recording, or on both. See docs/as-of.md.</summary>
public abstract record AsOf
{
    AsOf() { }

    /// <summary>What the first facts of a stream say, and nothing beside them.</summary>
    /// <param name="Number">So many facts, from 1.</param>
    public sealed record Version(long Number) : AsOf;

    /// <summary>What was so at an instant, as it was known at another; either may be left out.</summary>
    /// <param name="Now">The instant of the question, which judges what is due where neither axis is named.</param>
    /// <param name="EffectiveAt">Facts that took effect by then; null for all.</param>
    /// <param name="RecordedAt">Facts that the log held by then ("as known then"); null for all.</param>
    public sealed record Instant(Moment Now, Moment? EffectiveAt = null, Moment? RecordedAt = null) : AsOf
    {
        /// <summary>The instant at which what is due is judged (C29).</summary>
        public Moment JudgedAt => EffectiveAt ?? RecordedAt ?? Now;
    }

    /// <summary>The facts that count from here. On each axis they are a prefix, since neither instant ever falls along a stream.</summary>
    public ValueList<RecordedEvent> Prefix(IEnumerable<RecordedEvent> history) => history.TakeWhile(Counts).ToValueList();

    bool Counts(RecordedEvent fact) => this switch
    {
        Version it => fact.Version <= it.Number,
        Instant it => !(fact.Envelope.EffectiveAt > it.EffectiveAt) && !(fact.RecordedAt > it.RecordedAt),
        _ => throw new UnreachableException(),
    };
}
