using System.Net;
using System.Security.Cryptography;
using LiveCommerce.Host.Http;
using LiveCommerce.Host.Http.Reading;
using LiveCommerce.Host.Http.SignIn;
using LiveCommerce.Host.Media;
using LiveCommerce.Postgres;
using LiveCommerce.Store;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace LiveCommerce.Tests.Http;

/// <summary>A real host on a port of its own and a real database, for one class of tests.</summary>
public sealed class TestHost(TestCluster cluster) : IAsyncLifetime
{
    readonly byte[] key = RandomNumberGenerator.GetBytes(32);
    readonly string media = Directory.CreateTempSubdirectory("lc-host-media-").FullName;
    PostgresDatabase database = null!;
    PostgresEventStore store = null!;
    CommandPipeline pipeline = null!;

    MediaOptions Videos => new(media, 270, 480, Aside: false);

    internal WebApplication App { get; private set; } = null!;

    internal HttpClient Http { get; private set; } = null!;

    internal NpgsqlDataSource Database { get; private set; } = null!;

    internal Tokens Tokens => new(key);

    /// <summary>The host's clock: the real one until a test sets it.</summary>
    internal TestClock Clock { get; } = new();

    /// <summary>Everything that lies in the media folder, without the folders themselves.</summary>
    internal IReadOnlyList<string> Media => [.. Directory.EnumerateFiles(media, "*", SearchOption.AllDirectories).Select(file => Path.GetRelativePath(media, file)).Order(StringComparer.Ordinal)];

    /// <summary>The log behind the host.</summary>
    internal IEventStore Log => store;

    public async ValueTask InitializeAsync()
    {
        var connection = await cluster.CreateDatabase();
        var options = new PostgresOptions();
        Database = new NpgsqlDataSourceBuilder(connection) { ConnectionStringBuilder = { SearchPath = options.Schema } }.Build();
        await Schema.Migrate(Database, options);
        database = PostgresDatabase.Open(connection, options);
        store = new(database, LiveCommerceEvents.Catalog);
        pipeline = new(LiveCommerceModel.Default, store, Clock.Now);
        App = Build(new(Videos));
        await App.StartAsync();
        Http = ClientOf(App);
    }

    /// <summary>A moment's host on the same log and folder, which makes videos otherwise.</summary>
    internal async Task<Answer> Beside(Func<MediaOptions, Studio> studio, string token, Func<Caller, Task<Answer>> ask)
    {
        await using var app = Build(studio(Videos));
        await app.StartAsync();
        using var http = ClientOf(app);
        return await ask(new(http, token));
    }

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await App.DisposeAsync();
        await pipeline.DisposeAsync();
        await store.DisposeAsync();
        await database.DisposeAsync();
        await Database.DisposeAsync();
        Directory.Delete(media, recursive: true);
    }

    /// <summary>How many facts and receipts there are: what a request that is refused at the door leaves as it was.</summary>
    internal async Task<(long Facts, long Receipts)> Recorded()
    {
        await using var command = Database.CreateCommand("select (select count(*) from mt_events), (select count(*) from lc_commands)");
        await using var reader = await command.ExecuteReaderAsync(TestContext.Current.CancellationToken);
        await reader.ReadAsync(TestContext.Current.CancellationToken);
        return (reader.GetInt64(0), reader.GetInt64(1));
    }

    /// <summary>How many rows each table has, and how far each sequence has come.</summary>
    internal async Task<Dictionary<string, long>> Rows()
    {
        await using var tables = Database.CreateCommand("""
            select string_agg(format('select %L, count(*) from %I', relname, relname), ' union all ') || ' union all select sequencename, coalesce(last_value, 0) from pg_sequences where schemaname = current_schema()'
            from pg_class where relnamespace = current_schema()::regnamespace and relkind in ('r', 'p')
            """);
        await using var command = Database.CreateCommand((string)(await tables.ExecuteScalarAsync(TestContext.Current.CancellationToken))!);
        await using var reader = await command.ExecuteReaderAsync(TestContext.Current.CancellationToken);
        var rows = new Dictionary<string, long>();
        while (await reader.ReadAsync(TestContext.Current.CancellationToken)) rows.Add(reader.GetString(0), reader.GetInt64(1));
        return rows;
    }

    static HttpClient ClientOf(WebApplication app) => new(new SocketsHttpHandler { AllowAutoRedirect = false }) { BaseAddress = new(app.Urls.Single()), DefaultRequestVersion = HttpVersion.Version11 };

    WebApplication Build(Studio studio)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseKestrel().UseUrls("http://127.0.0.1:0");
        builder.Services.AddSingleton<TimeProvider>(Clock).AddSingleton(database).AddSingleton<IEventStore>(store).AddSingleton(pipeline).AddSingleton(Videos).AddLiveCommerceApi(new SignInOptions { DevelopmentKey = key }).AddSingleton(studio);
        return builder.Build().MapLiveCommerceApi();
    }
}
