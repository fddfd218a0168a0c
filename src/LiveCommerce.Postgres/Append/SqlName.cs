using System.Text.RegularExpressions;

namespace LiveCommerce.Postgres.Append;

/// <summary>A name that becomes part of a statement.</summary>
static partial class SqlName
{
    internal static string Quoted(string name) =>
        Allowed().IsMatch(name) ? $"\"{name}\"" : throw new ArgumentException($"'{name}' is no name of lower-case letters, digits and underscores.", nameof(name));

    [GeneratedRegex("^[a-z_][a-z0-9_]{0,62}$")]
    private static partial Regex Allowed();
}
