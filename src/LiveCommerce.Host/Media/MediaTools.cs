using LiveCommerce.Kernel;

namespace LiveCommerce.Host.Media;

/// <summary>The programs that videos are probed and made with, and what keeps them apart from the rest.</summary>
/// <param name="Ffmpeg">The distribution's ffmpeg.</param>
/// <param name="Ffprobe">The distribution's ffprobe.</param>
/// <param name="Aside">What a tool that runs long is started through before that, so that no request waits for it.</param>
/// <param name="Confinement">What every tool is started through.</param>
/// <param name="HasNoNetwork">Whether tools run in a network namespace of their own, in which there is nothing.</param>
sealed record MediaTools(string Ffmpeg, string Ffprobe, IReadOnlyList<string> Aside, IReadOnlyList<string> Confinement, bool HasNoNetwork)
{
    const string Lowest = "19";

    /// <summary>A machine may be busy when a host starts on it, and what is not waited for here is done without from then on.</summary>
    static readonly TimeSpan patience = TimeSpan.FromMinutes(1);

    /// <summary>What is said where they are missing.</summary>
    internal const string Missing = "No ffmpeg and ffprobe are installed: this host takes no footage and prepares no teasers. Install your distribution's package (Debian, Ubuntu and Fedora: ffmpeg).";

    /// <summary>Those on PATH; null where ffmpeg or ffprobe is missing.</summary>
    internal static MediaTools? Find() =>
        OnPath("ffmpeg") is not { } ffmpeg || OnPath("ffprobe") is not { } ffprobe ? null
        : Unshared() is { } unshare ? new(ffmpeg, ffprobe, [.. Apart(), .. Nice()], [.. unshare, .. Harmless()], true)
        : new(ffmpeg, ffprobe, [.. Apart(), .. Nice()], Harmless(), false);

    /// <summary>What a tool that runs long is started through.</summary>
    internal IEnumerable<string> Long(MediaOptions options) => options.Aside ? Aside.Concat(Confinement) : Confinement;

    /// <summary>The limits of one run.</summary>
    internal static IEnumerable<string> Limits(long memory, int seconds, long output) =>
        OnPath("prlimit") is not { } prlimit ? [] : [prlimit, $"--as={memory}", $"--cpu={seconds}", $"--fsize={output}", "--core=0"];

    /// <summary>Requests go first, at once and whatever is under way: a tool gets the time that nobody else wants.</summary>
    static IEnumerable<string> Nice() =>
        OnPath("chrt") is { } chrt && Works([chrt, "--idle", "0"]) ? [chrt, "--idle", "0"]
        : OnPath("nice") is { } nice ? [nice, "-n", Lowest]
        : [];

    /// <summary>Half of the cores never see a tool, so that a request finds one that is free, and caches of its own: two renders share the other half.</summary>
    static string[] Apart()
    {
        var cores = Environment.ProcessorCount;
        return cores > 1 && OnPath("taskset") is { } taskset && Works([taskset, "--cpu-list", Half(cores)]) ? [taskset, "--cpu-list", Half(cores)] : [];
    }

    static string Half(int cores) => $"{Numeral.Of((cores + 1) / 2)}-{Numeral.Of(cores - 1)}";

    /// <summary>As root at once, else as root of a user namespace of its own, where the machine lets one.</summary>
    static string[]? Unshared() =>
        OnPath("unshare") is not { } unshare ? null
        : Works([unshare, "-n"]) ? [unshare, "-n"]
        : Works([unshare, "-r", "-n"]) ? [unshare, "-r", "-n"]
        : null;

    /// <summary>A tool dies with the host, and can do nothing but as its user.</summary>
    static string[] Harmless()
    {
        string[] usual = [OnPath("setpriv") ?? "", "--pdeathsig", "KILL", "--no-new-privs", "--inh-caps=-all"];
        return usual[0].Length == 0 ? [] : Works([.. usual, "--bounding-set=-all"]) ? [.. usual, "--bounding-set=-all"] : Works(usual) ? usual : [];
    }

    static bool Works(string[] confinement) => OnPath("true") is { } nothing && ToolRun.Start([.. confinement, nothing], Path.GetTempPath(), patience, CancellationToken.None).GetAwaiter().GetResult().IsGood;

    static string? OnPath(string tool) =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(':', StringSplitOptions.RemoveEmptyEntries).Select(folder => Path.Combine(folder, tool)).FirstOrDefault(File.Exists);
}
