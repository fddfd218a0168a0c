using System.Collections.Frozen;

namespace LiveCommerce.Audit;

/// <summary>What each rule says, in the project's own words: the list of <c>docs/rules.csv</c>, which the package carries.</summary>
public static class RuleBook
{
    static readonly FrozenDictionary<string, string> Statements = Read().ToFrozenDictionary(rule => rule.Id, rule => rule.Statement);

    /// <summary>The rule's statement; null for an id that no list has.</summary>
    public static string? Statement(string rule) => Statements.GetValueOrDefault(rule);

    static IEnumerable<(string Id, string Statement)> Read()
    {
        using var list = typeof(RuleBook).Assembly.GetManifestResourceStream("rules.csv") ?? throw new InvalidOperationException("The list of rules was not built in.");
        using var reader = new StreamReader(list);
        while (reader.ReadLine() is { } line)
            if (line.Split(';', 3) is [var id, _, var statement]) yield return (id, statement);
    }
}
