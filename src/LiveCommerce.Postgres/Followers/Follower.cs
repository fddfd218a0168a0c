using LiveCommerce.Store;
using Npgsql;

namespace LiveCommerce.Postgres.Followers;

/// <summary>A read model that gathers several streams: it reads the log behind the appends, in the log's order, each fact once.</summary>
/// <param name="name">Snake case; its checkpoint stands under it.</param>
public abstract class Follower(string name)
{
    /// <summary>Snake case; its checkpoint stands under it.</summary>
    public string Name { get; } = name;

    /// <summary>Writes what these facts mean, in the transaction that moves the checkpoint: all of it, or nothing.</summary>
    /// <param name="connection">In the transaction.</param>
    /// <param name="facts">The next facts of the log.</param>
    /// <param name="cancellation">Stops the work.</param>
    protected internal abstract Task Apply(NpgsqlConnection connection, IReadOnlyList<RecordedEvent> facts, CancellationToken cancellation);
}
