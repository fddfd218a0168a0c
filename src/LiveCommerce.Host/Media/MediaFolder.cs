using LiveCommerce.Kernel;
using LiveCommerce.Teasers;

namespace LiveCommerce.Host.Media;

/// <summary>
/// Where the bytes of videos lie. Whatever is written is written elsewhere and renamed when it is whole, so that a host that dies leaves no half of anything under a
/// name that means something. Hosts on one log share the folder.
/// </summary>
sealed class MediaFolder
{
    const UnixFileMode Private = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;
    readonly string root;

    internal MediaFolder(string root)
    {
        this.root = root;
        foreach (var folder in new[] { "", "footage", "teasers", "incoming", "work" }) Make(Path.Combine(root, folder));
    }

    /// <summary>The bytes of footage.</summary>
    internal string Footage(FootageId id) => Path.Combine(root, "footage", Name(id.Value));

    /// <summary>A file that nobody has yet: what is sent is written there.</summary>
    internal string Incoming() => Path.Combine(root, "incoming", Name(Guid.CreateVersion7()));

    /// <summary>The video of a teaser's rendition and its covers.</summary>
    internal string Video(TeaserId id, int rendition) => Path.Combine(Of(id, rendition), "video.mp4");

    /// <summary>One of the frames of which one is the cover.</summary>
    internal string Cover(TeaserId id, int rendition, int cover) => Path.Combine(Of(id, rendition), $"cover-{Numeral.Of(cover)}.jpg");

    /// <summary>The folder of a rendition that is whole.</summary>
    internal string Of(TeaserId id, int rendition) => Path.Combine(root, "teasers", $"{Name(id.Value)}-{Numeral.Of(rendition)}");

    /// <summary>An empty folder to make a rendition in; what another attempt at this teaser left is gone.</summary>
    internal string Workbench(TeaserId id)
    {
        ClearWorkbench(id);
        return Make(Path.Combine(root, "work", $"{Name(id.Value)}-{Name(Guid.CreateVersion7())}")).FullName;
    }

    // elsewhere the account's own folders are private as they are
    static DirectoryInfo Make(string path) => OperatingSystem.IsWindows() ? Directory.CreateDirectory(path) : Directory.CreateDirectory(path, Private);

    /// <summary>Takes away what attempts at a teaser left.</summary>
    internal void ClearWorkbench(TeaserId id) => Delete(Directory.EnumerateDirectories(Path.Combine(root, "work"), $"{Name(id.Value)}-*"));

    /// <summary>Takes away every rendition but one.</summary>
    internal void Keep(TeaserId id, int? rendition) =>
        Delete(Directory.EnumerateDirectories(Path.Combine(root, "teasers"), $"{Name(id.Value)}-*").Where(folder => rendition is null || folder != Of(id, rendition.Value)));

    /// <summary>Every footage that has bytes here for longer than a while.</summary>
    internal IEnumerable<FootageId> FootageOlderThan(TimeSpan age) =>
        Directory.EnumerateFiles(Path.Combine(root, "footage")).Where(file => IsOlder(file, age)).Select(file => Guid.TryParseExact(Path.GetFileName(file), "N", out var id) ? id : (Guid?)null).OfType<Guid>().Select(id => new FootageId(id));

    /// <summary>Every teaser that has a rendition here.</summary>
    internal IEnumerable<TeaserId> Teasers() => Directory.EnumerateDirectories(Path.Combine(root, "teasers")).Select(folder => Guid.TryParseExact(Path.GetFileName(folder).Split('-')[0], "N", out var id) ? id : (Guid?)null).OfType<Guid>().Distinct().Select(id => new TeaserId(id));

    /// <summary>Takes away what hosts left that died at work: no upload and no preparation takes so long.</summary>
    internal void SweepOlderThan(TimeSpan age)
    {
        foreach (var file in Directory.EnumerateFiles(Path.Combine(root, "incoming")).Where(file => IsOlder(file, age))) File.Delete(file);
        Delete(Directory.EnumerateDirectories(Path.Combine(root, "work")).Where(folder => IsOlder(folder, age)));
    }

    static bool IsOlder(string path, TimeSpan age) => DateTime.UtcNow - File.GetLastWriteTimeUtc(path) > age;

    static void Delete(IEnumerable<string> folders)
    {
        foreach (var folder in folders.ToArray())
            if (Directory.Exists(folder)) Directory.Delete(folder, recursive: true);
    }

    static string Name(Guid id) => id.ToString("N");
}
