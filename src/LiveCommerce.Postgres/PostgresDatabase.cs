using System.Globalization;
using Npgsql;

namespace LiveCommerce.Postgres;

/// <summary>The connections to one marketplace's log: two to append with, a pool to read with, both with the settings that the store rests on.</summary>
public sealed class PostgresDatabase : IAsyncDisposable
{
    /// <summary>
    /// Appends and readers look rows up by key, whatever the planner last learned of the tables' sizes: a plan made while a table was empty
    /// must not scan it once it is full, and no time goes into planning again. A follower's own statements are planned as usual.
    /// </summary>
    const string PlanByKey = " -c plan_cache_mode=force_generic_plan -c enable_seqscan=off -c enable_hashjoin=off -c enable_mergejoin=off";

    /// <summary>
    /// A host that vanished in the middle of an append holds the log's lock until the server notices: half a minute, not the two hours
    /// that are usual.
    /// </summary>
    const string NoticeSilence = " -c tcp_keepalives_idle=10 -c tcp_keepalives_interval=5 -c tcp_keepalives_count=3 -c tcp_user_timeout=30000";

    /// <summary>The same for the rest of one transaction.</summary>
    internal const string PlanByKeyLocally =
        "select set_config('plan_cache_mode', 'force_generic_plan', true), set_config('enable_seqscan', 'off', true), set_config('enable_hashjoin', 'off', true), set_config('enable_mergejoin', 'off', true)";

    PostgresDatabase(PostgresOptions options, NpgsqlDataSource appending, NpgsqlDataSource reading, NpgsqlDataSource following) =>
        (Options, Appending, Reading, Following) = (options, appending, reading, following);

    /// <summary>Schema and timeouts.</summary>
    public PostgresOptions Options { get; }

    internal NpgsqlDataSource Appending { get; }

    internal NpgsqlDataSource Reading { get; }

    internal NpgsqlDataSource Following { get; }

    /// <summary>Prepares connections; none is opened yet.</summary>
    /// <param name="connectionString">As Npgsql reads it. Not through a pooler that shares a session between transactions.</param>
    /// <param name="options">Schema and timeouts.</param>
    public static PostgresDatabase Open(string connectionString, PostgresOptions? options = null)
    {
        options ??= new();
        return new(
            options, NpgsqlDataSource.Create(Appender(connectionString, options)), NpgsqlDataSource.Create(Reader(connectionString, options)),
            NpgsqlDataSource.Create(Follower(connectionString, options)));
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        await Appending.DisposeAsync().ConfigureAwait(false);
        await Reading.DisposeAsync().ConfigureAwait(false);
        await Following.DisposeAsync().ConfigureAwait(false);
    }

    static NpgsqlConnectionStringBuilder Appender(string connectionString, PostgresOptions options)
    {
        var builder = Common(connectionString, options);
        builder.Options += PlanByKey;
        builder.Pooling = false; // a connection for as long as it lives; when it is given up, it must be closed and not be lent again
        builder.WriteBufferSize = 64 * 1024;
        return builder;
    }

    static NpgsqlConnectionStringBuilder Reader(string connectionString, PostgresOptions options)
    {
        var builder = Common(connectionString, options);
        builder.Options += PlanByKey;
        builder.MaxPoolSize = options.MaxReaders;
        builder.ReadBufferSize = 32 * 1024;
        builder.NoResetOnClose = true; // a read leaves nothing behind in its session, and resetting one costs the server more than most reads do
        return builder;
    }

    static NpgsqlConnectionStringBuilder Follower(string connectionString, PostgresOptions options)
    {
        var builder = Common(connectionString, options);
        builder.KeepAlive = 30; // who waits for a bell must notice that the line is dead
        return builder;
    }

    static NpgsqlConnectionStringBuilder Common(string connectionString, PostgresOptions options)
    {
        var builder = new NpgsqlConnectionStringBuilder(connectionString)
        {
            TcpKeepAlive = true,
            Enlist = false, // an ambient transaction would hold the append's lock for as long as it likes
            SearchPath = $"{options.Schema},pg_temp",
            MaxAutoPrepare = 100,
            AutoPrepareMinUsages = 1,
            CommandTimeout = (int)options.StatementTimeout.TotalSeconds + 5, // the server's own limit comes first, and is an answer
            IncludeErrorDetail = true, // a conflict names its streams there
        };
        builder.ApplicationName ??= "livecommerce";
        builder.Options = string.Create(CultureInfo.InvariantCulture, $"""
            {builder.Options} -c default_transaction_isolation=read\ committed -c default_transaction_read_only=off -c synchronous_commit=on
            -c lock_timeout={options.LockTimeout.TotalMilliseconds} -c statement_timeout={options.StatementTimeout.TotalMilliseconds}
            -c idle_in_transaction_session_timeout={options.StatementTimeout.TotalMilliseconds} -c jit=off
            """).ReplaceLineEndings(" ") + NoticeSilence + (options.Role is { } role ? $" -c role={role}" : "");
        return builder;
    }
}
