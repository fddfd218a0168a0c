using System.Text.RegularExpressions;

namespace LiveCommerce.Tests.Guards;

/// <summary>C# files as rules about source see them.</summary>
static partial class Source
{
    /// <summary>Every C# file in a folder named from the repository's root, by its own name from there, with its text.</summary>
    public static IEnumerable<(string Path, string Text)> Of(string folder)
    {
        var root = Repository.Find("");
        return Directory.EnumerateFiles(Path.Combine(root, folder), "*.cs", SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(root, file)).Where(path => !Built().IsMatch(path))
            .Order(StringComparer.Ordinal).Select(path => (path, File.ReadAllText(Path.Combine(root, path))));
    }

    /// <summary>Where a rule is broken: <c>path:line: the line</c>.</summary>
    public static string[] Breaches(IEnumerable<(string Path, string Text)> files, Regex rule) =>
        [.. files.SelectMany(file => Breaches(file.Text, rule).Select(breach => $"{file.Path}:{breach}"))];

    static IEnumerable<string> Breaches(string text, Regex rule)
    {
        var (code, lines) = (Code(text), text.Split('\n'));
        return rule.Matches(code).Select(match => code.AsSpan(0, match.Index + match.Length).Count('\n')).Distinct().Select(line => $"{line + 1}: {lines[line].Trim()}");
    }

    /// <summary>The text with comments blank and what is quoted empty, on the same lines.</summary>
    public static string Code(string text) => Prose().Replace(text, prose =>
        (prose.Value[0] == '/' ? "" : "\"\"") + new string('\n', prose.Value.AsSpan().Count('\n')));

    [GeneratedRegex("""(?:^|[\\/])(?:bin|obj)[\\/]""")]
    private static partial Regex Built();

    [GeneratedRegex(""""/\*.*?\*/|//[^\n]*|"{3,}.*?"{3,}|@"(?:[^"]|"")*"|"(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])+'"""", RegexOptions.Singleline)]
    private static partial Regex Prose();
}
