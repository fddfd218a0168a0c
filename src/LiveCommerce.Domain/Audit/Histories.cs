using LiveCommerce.Kernel;
using LiveCommerce.Store;

namespace LiveCommerce.Audit;

/// <summary>Whole histories by stream, as far as they are loaded; remembers which were asked for in vain.</summary>
/// <param name="loaded">The facts of a stream in order, empty where there are none; null where they must be loaded first.</param>
sealed class Histories(Func<Guid, IReadOnlyList<RecordedEvent>?> loaded)
{
    internal bool IsComplete { get; private set; } = true;

    internal IReadOnlyList<RecordedEvent> Of(Guid stream)
    {
        var history = loaded(stream);
        IsComplete &= history is not null;
        return history ?? [];
    }

    internal IEnumerable<IEvent> BodiesOf(Guid stream) => Of(stream).Select(fact => fact.Body);
}
