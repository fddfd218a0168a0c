using LiveCommerce.Kernel;
using LiveCommerce.Postgres;
using LiveCommerce.Store;
using NodaTime;

namespace LiveCommerce.Tests.Harness;

/// <summary>A host's write path: the real pipeline with the whole domain on the real store.</summary>
sealed class WriterHost : IAsyncDisposable
{
    readonly PostgresDatabase database;
    readonly PostgresEventStore store;

    internal WriterHost(string connectionString, PipelineOptions? options = null, Func<IEventStore, IEventStore>? around = null)
    {
        database = PostgresDatabase.Open(connectionString);
        store = new(database, Requests.Catalog);
        Store = around?.Invoke(store) ?? store;
        Pipeline = new(Requests.Model, Store, Now, options);
    }

    internal CommandPipeline Pipeline { get; }

    internal IEventStore Store { get; }

    internal static Moment Now() => Moment.From(SystemClock.Instance.GetCurrentInstant());

    /// <summary>What became of a request, in one line; nothing else may be known to whoever kills this process.</summary>
    internal async Task<Answer> Ask(string request)
    {
        try
        {
            return Answer.Of(await Pipeline.Send(Requests.Envelope(request)));
        }
#pragma warning disable CA1031 // whatever it was, the asker learns that this asking had no answer
        catch (Exception failure)
#pragma warning restore CA1031
        {
            return Answer.Failed(failure);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await Pipeline.DisposeAsync();
        await store.DisposeAsync();
        await database.DisposeAsync();
    }
}
