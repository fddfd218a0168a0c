using System.Text.RegularExpressions;

namespace LiveCommerce.Tests.Written;

/// <summary>A block of a page: its language, and its text.</summary>
sealed record WrittenBlock(string Language, string Text);

/// <summary>A page of the documentation, done as it says: <c>bash</c> is pasted, <c>csharp</c> becomes the program, and <c>text</c> is what the last command must have printed.</summary>
static partial class WrittenPage
{
    /// <summary>The blocks under a heading of the second level.</summary>
    public static async Task<IReadOnlyList<WrittenBlock>> Section(string path, string heading, CancellationToken cancellation)
    {
        var page = await File.ReadAllTextAsync(Repository.Find(path), cancellation);
        var section = page.Split("\n## ").SingleOrDefault(part => part.StartsWith(heading + "\n", StringComparison.Ordinal)) ?? throw new InvalidOperationException($"{path} has no section '{heading}'.");
        return [.. Block().Matches(section).Select(match => new WrittenBlock(match.Groups[1].Value, match.Groups[2].Value.Trim()))];
    }

    /// <summary>Does everything in its order; <paramref name="here"/> puts this machine's places into what is pasted.</summary>
    /// <returns>How many outputs were compared.</returns>
    public static async Task<int> Follow(IReadOnlyList<WrittenBlock> blocks, ShellSession shell, Func<string, string> here, CancellationToken cancellation)
    {
        var (printed, compared) = ("", 0);
        foreach (var block in blocks)
        {
            if (block.Language == "bash") printed = await shell.Paste(here(block.Text), cancellation);
            else if (block.Language == "csharp") await shell.Paste($"cat > Program.cs <<'end of the program'\n{block.Text}\nend of the program", cancellation);
            else if (block.Language == "text" && Says(block.Text, printed)) compared++;
            else if (block.Language == "text") throw new InvalidOperationException($"The page says:\n{block.Text}\n\nbut this was printed:\n{printed}");
            else throw new InvalidOperationException($"Nothing is known of {block.Language} on a page.");
        }
        return compared;
    }

    /// <summary>Whether a text was printed, in which three dots stand for anything within a line.</summary>
    public static bool Says(string text, string printed) =>
        Regex.IsMatch(printed, $@"\A{Regex.Escape(text).Replace(@"\.\.\.", ".*?", StringComparison.Ordinal)}\z");

    [GeneratedRegex(@"^```(\w+)\n(.*?)^```$", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Block();
}
