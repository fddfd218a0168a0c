using LiveCommerce.Kernel;
using LiveCommerce.Store;

namespace LiveCommerce.Postgres.LivePlans;

/// <summary>Whole histories by stream.</summary>
sealed class LoadedStreams(IReadOnlyDictionary<Guid, IReadOnlyList<RecordedEvent>> loaded)
{
    readonly Dictionary<Guid, IReadOnlyList<RecordedEvent>> histories = new(loaded);

    internal IEnumerable<IReadOnlyList<RecordedEvent>> Histories => histories.Values;

    /// <summary>Where each of them stood when it was loaded; one without facts at 0.</summary>
    internal IReadOnlyDictionary<Guid, long> Versions => histories.ToDictionary(one => one.Key, one => one.Value is [.., var last] ? last.Version : 0);

    /// <summary>When the last of all their facts took effect.</summary>
    internal Moment LatestEffect => histories.Values.Select(history => history is [.., var last] ? last.Envelope.EffectiveAt : default).DefaultIfEmpty().Max();

    internal IReadOnlyList<RecordedEvent> HistoryOf(Guid stream) => histories[stream];

    internal IEnumerable<IEvent> Of(Guid stream) => histories[stream].Select(fact => fact.Body);

    internal void Add(LoadedStreams others)
    {
        foreach (var (stream, history) in others.histories) histories[stream] = history;
    }
}
