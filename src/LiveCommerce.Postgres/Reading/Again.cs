using Npgsql;

namespace LiveCommerce.Postgres.Reading;

/// <summary>A read whose connection was lost is asked again: a pool may hold connections that died unnoticed, as after a restart of the server.</summary>
static class Again
{
    const int Attempts = 4;

    internal static async Task<T> Read<T>(Func<Task<T>> read)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await read().ConfigureAwait(false);
            }
            catch (NpgsqlException exception) when (exception.IsTransient && attempt < Attempts)
            {
                // A read changes nothing: asking again is safe. What is down for longer is the caller's to hear of.
            }
        }
    }
}
