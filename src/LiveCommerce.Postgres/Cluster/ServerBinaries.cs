using System.Globalization;
using System.Text.RegularExpressions;

namespace LiveCommerce.Postgres.Cluster;

/// <summary>The folder of an installed PostgreSQL server: <c>postgres</c>, <c>initdb</c> and <c>pg_ctl</c> side by side.</summary>
sealed partial record ServerBinaries(string Folder)
{
    static readonly string[] Programs = ["postgres", "initdb", "pg_ctl"];

    // Distributions keep servers off PATH, one folder per major version.
    public static IReadOnlyList<string> DistributionFolders { get; } =
    [
        "/usr/lib/postgresql/*/bin", "/usr/pgsql-*/bin", "/usr/lib/postgresql*/bin", "/usr/libexec/postgresql*",
        "/usr/local/pgsql/bin",
    ];

    public string InitDb => Path.Combine(Folder, "initdb");

    public string Control => Path.Combine(Folder, "pg_ctl");

    /// <summary>The server that this machine has; data once made asks for the major version that made it.</summary>
    public static async Task<ServerBinaries> Locate(string? searchPath, IReadOnlyList<string> folders, string? major = null)
    {
        foreach (var found in All(searchPath, folders))
        {
            if (major is null || await found.Major() == major)
                return found;
        }
        throw new InvalidOperationException(
            $"No PostgreSQL {major ?? "server"} is installed: {string.Join(", ", Programs)} are neither on PATH nor in {string.Join(", ", folders)}. "
            + $"Install the distribution's package (Debian and Ubuntu: postgresql{(major is null ? "" : "-" + major)}; Fedora: postgresql-server), "
            + "or name a database of your own in ConnectionStrings__LiveCommerce.");
    }

    static IEnumerable<ServerBinaries> All(string? searchPath, IReadOnlyList<string> folders) =>
        (searchPath ?? "").Split(':', StringSplitOptions.RemoveEmptyEntries)
            .Concat(folders.SelectMany(Matching))
            .Select(Resolved).OfType<string>().Distinct().Select(folder => new ServerBinaries(folder));

    // A link on PATH often names some of the programs only: the folder it leads to has them all.
    static string? Resolved(string folder)
    {
        var postgres = Path.Combine(folder, Programs[0]);
        if (!File.Exists(postgres))
            return null;
        var home = Path.GetDirectoryName(File.ResolveLinkTarget(postgres, returnFinalTarget: true)?.FullName ?? postgres)!;
        return Programs.All(program => File.Exists(Path.Combine(home, program))) ? home : null;
    }

    static IEnumerable<string> Matching(string pattern)
    {
        var segments = pattern.Split('/', StringSplitOptions.RemoveEmptyEntries);
        return segments.Aggregate<string, IEnumerable<string>>(["/"], (parents, segment) => segment.Contains('*', StringComparison.Ordinal)
            ? parents.Where(Directory.Exists).SelectMany(parent => Directory.EnumerateDirectories(parent, segment)).OrderByDescending(VersionOf)
            : parents.Select(parent => Path.Combine(parent, segment)));
    }

    // 9.6 is older than 15, and both are older than 100.
    static decimal VersionOf(string folder) =>
        decimal.TryParse(Digits().Match(Path.GetFileName(folder)).Value, CultureInfo.InvariantCulture, out var version) ? version : 0;

    async Task<string> Major() =>
        Digits().Match(await Command.Run([Path.Combine(Folder, Programs[0]), "--version"])).Value.Split('.')[0];

    [GeneratedRegex(@"\d+(\.\d+)?")]
    private static partial Regex Digits();
}
