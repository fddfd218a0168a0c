using LiveCommerce.Kernel;
using Npgsql;

namespace LiveCommerce.Postgres.Followers;

/// <summary>What some whole streams come to, gathered one by one while a read model is built anew, and written at once.</summary>
public interface IStreamGathering
{
    /// <summary>Adds a stream; it keeps none of its facts.</summary>
    /// <param name="stream">All its facts up to the place where the rebuild began; the list is used again for the next.</param>
    void Add(IReadOnlyList<Fact> stream);

    /// <summary>Writes what was gathered, in the transaction that notes it.</summary>
    /// <param name="connection">In the transaction.</param>
    /// <param name="cancellation">Stops the work.</param>
    Task Write(NpgsqlConnection connection, CancellationToken cancellation);
}
