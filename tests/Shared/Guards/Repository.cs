namespace LiveCommerce.Tests;

/// <summary>Files of the repository that tests compare with, or write anew when asked to.</summary>
static class Repository
{
    static readonly bool accept = Environment.GetEnvironmentVariable("LIVECOMMERCE_ACCEPT") == "1";

    /// <summary>The full path of a file named from the repository's root.</summary>
    public static string Find(string path)
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (File.Exists(Path.Combine(folder.FullName, "LiveCommerce.sln"))) return Path.Combine(folder.FullName, path);
        throw new DirectoryNotFoundException("The tests run outside of the repository.");
    }

    /// <summary>The file says exactly this; with LIVECOMMERCE_ACCEPT=1 it is written first.</summary>
    public static void ShouldSay(string path, string text)
    {
        var file = Find(path);
        if (accept)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(file) ?? ".");
            File.WriteAllText(file, text);
        }
        var written = File.Exists(file) ? File.ReadAllText(file) : "";
        (written == text).ShouldBeTrue(
            $"{path} is stale; write it anew with LIVECOMMERCE_ACCEPT=1 and look at the difference:\n{string.Join('\n', Difference(written, text).Take(20))}");
    }

    /// <summary>The lines that went and the lines that came.</summary>
    public static string[] Difference(string before, string after)
    {
        var (old, now) = (before.Split('\n'), after.Split('\n'));
        return [.. old.Except(now).Select(line => $"- {line}"), .. now.Except(old).Select(line => $"+ {line}")];
    }
}
