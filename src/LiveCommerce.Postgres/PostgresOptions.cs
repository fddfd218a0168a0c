using System.Text.RegularExpressions;

namespace LiveCommerce.Postgres;

/// <summary>Where the store keeps its tables, and its patience.</summary>
public sealed partial record PostgresOptions
{
    readonly string schema = "livecommerce";

    /// <summary>The schema of all tables; a marketplace has one of its own. Lower-case letters, digits and underscores.</summary>
    public string Schema
    {
        get => schema;
        init => schema = SchemaName().IsMatch(value) ? value : throw new ArgumentException($"'{value}' is no name for a schema here: lower-case letters, digits, underscores, at most 40.", nameof(value));
    }

    /// <summary>The role that connections take on; null to stay who they are. <see cref="WriterRole"/> may append and neither change nor delete a fact.</summary>
    public string? Role { get; init; }

    /// <summary>The name of the role that a migration creates for appending.</summary>
    public string WriterRole => $"{schema}_writer";

    /// <summary>How long an append waits for its turn on the log.</summary>
    public TimeSpan LockTimeout { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>How long one statement may take.</summary>
    public TimeSpan StatementTimeout { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>How long to try to learn what became of an append whose connection was lost.</summary>
    public TimeSpan OutcomeTimeout { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>At most so many connections for reading.</summary>
    public int MaxReaders { get; init; } = 20;

    [GeneratedRegex("^[a-z_][a-z0-9_]{0,39}$")]
    private static partial Regex SchemaName();
}
