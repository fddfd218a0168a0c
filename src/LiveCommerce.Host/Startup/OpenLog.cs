using LiveCommerce.Host.Season;
using LiveCommerce.Kernel;
using LiveCommerce.Postgres;
using NodaTime;
using Npgsql;

namespace LiveCommerce.Host.Startup;

/// <summary>The log, ready to be read and written: server found, durability checked, schema up to date.</summary>
sealed class OpenLog : IAsyncDisposable
{
    readonly LogDatabase database;

    OpenLog(LogDatabase database, PostgresDatabase connections, IReadOnlyList<string> migrated)
    {
        this.database = database;
        (Connections, Migrated) = (connections, migrated);
        Store = new(connections, LiveCommerceEvents.Catalog);
    }

    public PostgresDatabase Connections { get; }

    public PostgresEventStore Store { get; }

    /// <summary>The steps of the schema that were taken now.</summary>
    public IReadOnlyList<string> Migrated { get; }

    /// <summary>The host's clock: the one place where the time comes from.</summary>
    public static Moment Now() => Moment.From(SystemClock.Instance.GetCurrentInstant());

    public static async Task<OpenLog> Open(HostSettings settings, CancellationToken cancellation)
    {
        var database = await LogDatabase.Open(settings, cancellation);
        try
        {
            await database.CheckDurability(cancellation);
            var options = new PostgresOptions();
            var migrated = await Migrate(database.ConnectionString, options, cancellation);
            return new(database, PostgresDatabase.Open(database.ConnectionString, options), migrated);
        }
        catch
        {
            await database.DisposeAsync();
            throw;
        }
    }

    /// <summary>Loads a sample season, the usual one unless another is named.</summary>
    public SeasonLoader Season(SeasonScale? scale = null) => new(LiveCommerceModel.Default, Store, new(Connections), scale);

    public async ValueTask DisposeAsync()
    {
        await Store.DisposeAsync();
        await Connections.DisposeAsync();
        await database.DisposeAsync();
    }

    static async Task<IReadOnlyList<string>> Migrate(string connectionString, PostgresOptions options, CancellationToken cancellation)
    {
        await using var source = NpgsqlDataSource.Create(new NpgsqlConnectionStringBuilder(connectionString) { Pooling = false });
        return await Schema.Migrate(source, options, cancellation);
    }
}
