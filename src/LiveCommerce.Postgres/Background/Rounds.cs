using System.Diagnostics.Metrics;
using Npgsql;

namespace LiveCommerce.Postgres.Background;

/// <summary>Does a piece of work round by round, once a second and at every ring. What passes by itself is told and tried again; anything else ends the work.</summary>
static class Rounds
{
    const string IdleInTransaction = "25P03";
    static readonly TimeSpan Poll = TimeSpan.FromSeconds(1);
    static readonly Meter Meter = new("LiveCommerce");
    static readonly Counter<long> Troubles = Meter.CreateCounter<long>("livecommerce.work.troubles", description: "Failures of followers and due work, by work and whether it has stopped.");

    /// <param name="work">Its name.</param>
    /// <param name="round">One round.</param>
    /// <param name="ring">Taken before a round, so that no ring falls between it and the look at the database.</param>
    /// <param name="tell">Hears of every trouble.</param>
    /// <param name="stopping">Ends the work.</param>
    internal static async Task Run(string work, Func<Task> round, Func<Task> ring, Action<WorkTrouble>? tell, CancellationToken stopping)
    {
        while (!stopping.IsCancellationRequested)
        {
            var next = ring();
            try
            {
                await round().ConfigureAwait(false);
            }
            catch (OperationCanceledException) when (stopping.IsCancellationRequested)
            {
                return;
            }
            catch (NpgsqlException exception) when (Passes(exception))
            {
                Tell(new(work, exception, false), tell);
            }
            catch (Exception exception)
            {
                Tell(new(work, exception, true), tell);
                throw;
            }
            await Task.WhenAny(next, Task.Delay(Poll, stopping)).ConfigureAwait(false);
        }
    }

    /// <summary>
    /// A lost connection, a server that shuts down or starts up, a lock or a statement that took too long, want of memory or connections. A
    /// statement that is wrong, a broken constraint or a missing grant stays as it is however often it is tried.
    /// </summary>
    static bool Passes(NpgsqlException exception) =>
        exception.IsTransient || exception is PostgresException { SqlState: ['0', '8', ..] or PostgresErrorCodes.AdminShutdown or PostgresErrorCodes.CrashShutdown
            or PostgresErrorCodes.CannotConnectNow or PostgresErrorCodes.QueryCanceled or IdleInTransaction };

    static void Tell(WorkTrouble trouble, Action<WorkTrouble>? tell)
    {
        Troubles.Add(1, new("work", trouble.Work), new("stopped", trouble.HasStopped));
        tell?.Invoke(trouble);
    }
}
