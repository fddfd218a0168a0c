using System.Diagnostics;
using System.Text;

namespace LiveCommerce.Tests.Startup;

/// <summary>The built host as a process of its own, as somebody starts it; killed when a test leaves it behind.</summary>
sealed class HostProcess : IAsyncDisposable
{
    static readonly TimeSpan patience = TimeSpan.FromMinutes(5); // for each thing that is waited for, on a machine with much else to do
    public const string Invariant = "DOTNET_SYSTEM_GLOBALIZATION_INVARIANT";
    public static readonly string Program = Path.Combine(AppContext.BaseDirectory, "livecommerce.dll");

    readonly Process process;
    readonly StringBuilder errors = new();

    HostProcess(ProcessStartInfo start)
    {
        process = Process.Start(start)!;
        process.ErrorDataReceived += (_, line) => errors.AppendLine(line.Data);
        process.BeginErrorReadLine();
    }

    /// <summary>Where it serves, and the request that its banner offers; empty until <see cref="Serving"/>.</summary>
    public string Url { get; private set; } = "";

    public string Banner { get; private set; } = "";

    public string Errors => errors.ToString();

    public bool HasEnded => process.HasExited;

    public string FirstRequest => Banner[Banner.IndexOf("curl ", StringComparison.Ordinal)..];

    /// <summary>Starts it with these arguments in a data folder of the test's own.</summary>
    public static HostProcess Start(string folder, IReadOnlyList<string> arguments, params (string Name, string Value)[] environment)
    {
        var start = new ProcessStartInfo("dotnet", [Program, .. arguments, "--data", folder]) { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var name in (string[])["ConnectionStrings__LiveCommerce", "Authentication__Authority", "ASPNETCORE_URLS", "OTEL_EXPORTER_OTLP_ENDPOINT", Invariant]) start.Environment.Remove(name);
        start.Environment["LiveCommerce__Media__Season"] = "false"; // the season's teasers take minutes of a processor: the one test of them asks for them
        foreach (var (name, value) in environment) start.Environment[name] = value;
        return new(start);
    }

    /// <summary>Starts it and waits for its banner.</summary>
    public static async Task<HostProcess> Serving(string folder, params (string Name, string Value)[] environment)
    {
        var host = Start(folder, ["serve"], environment);
        await host.ReadBanner();
        return host;
    }

    public async Task ReadBanner()
    {
        const string first = "LiveCommerce serves ";
        var banner = new StringBuilder();
        using var impatience = Impatience();
        while (await process.StandardOutput.ReadLineAsync(impatience.Token) is { } line)
        {
            banner.AppendLine(line);
            if (line.StartsWith(first, StringComparison.Ordinal)) Url = line[first.Length..];
            if (!IsLast(line)) continue;
            Banner = banner.ToString();
            return;
        }
        throw new InvalidOperationException($"The host ended without a banner: {Errors}");
    }

    /// <summary>A signal by its name, such as INT.</summary>
    public async Task Signal(string name)
    {
        using var impatience = Impatience();
        using var kill = Process.Start("kill", [$"-{name}", $"{process.Id}"]);
        await kill.WaitForExitAsync(impatience.Token);
    }

    /// <summary>Waits for its end; gives its exit code and what it still printed.</summary>
    public async Task<(int Code, string Output)> Exit()
    {
        using var impatience = Impatience();
        var output = await process.StandardOutput.ReadToEndAsync(impatience.Token);
        await process.WaitForExitAsync(impatience.Token);
        return (process.ExitCode, output);
    }

    public async Task<int> Stop(string signal)
    {
        await Signal(signal);
        return (await Exit()).Code;
    }

    public async ValueTask DisposeAsync()
    {
        process.Kill();
        await process.WaitForExitAsync(CancellationToken.None);
        process.Dispose();
    }

    static CancellationTokenSource Impatience()
    {
        var impatience = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        impatience.CancelAfter(patience);
        return impatience;
    }

    static bool IsLast(string line) => line.Contains("livePeriod", StringComparison.Ordinal) || line.EndsWith("issues none.", StringComparison.Ordinal);
}
