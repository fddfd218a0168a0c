using System.Diagnostics;
using System.Text;
using LiveCommerce.Store;
using Npgsql;

namespace LiveCommerce.Postgres.Append;

/// <summary>Brings one batch to a known end: written, in conflict, rejected, or, after all patience, unknown.</summary>
sealed class Delivery(Appender appender, PostgresOptions options) : IAsyncDisposable
{
    const int Attempts = 5;
    static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);

    internal async Task<AppendOutcome> Deliver(BatchWrites writes)
    {
        var patience = Stopwatch.StartNew();
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await appender.Send(writes).ConfigureAwait(false);
            }
            catch (Exception exception) when (Failures.IsRejection(exception))
            {
                throw new WriteRejectedException(Failures.Describe(exception), exception);
            }
            catch (PostgresException exception) when (Failures.IsDefinite(exception) && attempt < Attempts)
            {
                await Task.Delay(Pause * attempt).ConfigureAwait(false);
            }
            catch (NpgsqlException exception) when (exception is not PostgresException answer || !Failures.IsDefinite(answer))
            {
                if (await Uncertain(writes, exception).ConfigureAwait(false) is { } outcome) return outcome;
                if (patience.Elapsed >= options.OutcomeTimeout) throw Unknown("The connection is lost at every append.", exception);
            }
        }
    }

    public ValueTask DisposeAsync() => appender.DisposeAsync();

    /// <summary>Asks again and again what became of a batch; null once it is sure that nothing was written and it may be sent again.</summary>
    async Task<AppendOutcome?> Uncertain(BatchWrites writes, Exception loss)
    {
        using var patience = new CancellationTokenSource(options.OutcomeTimeout);
        while (!patience.IsCancellationRequested)
        {
            try
            {
                return await Aftermath.Learn(await appender.Connection().ConfigureAwait(false), writes).ConfigureAwait(false);
            }
            catch (NpgsqlException)
            {
                await Task.Delay(Pause, CancellationToken.None).ConfigureAwait(false);
            }
        }
        throw Unknown("The connection was lost, and the database could not be asked in time whether the append was written.", loss);
    }

    static OutcomeUnknownException Unknown(string message, Exception loss) => new(message, loss);
}

/// <summary>What a failure says about a batch.</summary>
static class Failures
{
    /// <summary>The data is at fault: sending the same again can only fail again.</summary>
    internal static bool IsRejection(Exception exception) =>
        exception is PostgresException { SqlState: ['2', '2' or '3', ..] or ['5', '4', ..] } || IsUnwritable(exception);

    /// <summary>A text that has no UTF-8: half of a surrogate pair.</summary>
    internal static bool IsUnwritable(Exception exception) => exception is EncoderFallbackException or { InnerException: EncoderFallbackException };

    /// <summary>The server says that the transaction came to nothing; its own end (57P..) and a broken connection (08) leave that open.</summary>
    internal static bool IsDefinite(PostgresException exception) => !exception.SqlState.StartsWith("08", StringComparison.Ordinal) && !exception.SqlState.StartsWith("57P", StringComparison.Ordinal);

    /// <summary>Without the row's values, which may be personal.</summary>
    internal static string Describe(Exception exception) =>
        exception is PostgresException answer ? $"{answer.SqlState}: {answer.MessageText} ({answer.ConstraintName ?? answer.TableName ?? "no table named"})" : "The text cannot be written as UTF-8.";
}
