using System.Collections.Concurrent;
using LiveCommerce.Postgres;

namespace LiveCommerce.Host.Http.Health;

/// <summary>What has stopped beside the requests since the start, and why. Requests are served all the same.</summary>
sealed class StoppedWork
{
    readonly ConcurrentQueue<WorkTrouble> troubles = [];

    internal IReadOnlyCollection<WorkTrouble> Troubles => troubles;

    internal void Add(WorkTrouble trouble) => troubles.Enqueue(trouble);
}
