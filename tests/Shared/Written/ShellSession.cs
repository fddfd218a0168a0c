using System.Diagnostics;
using System.Text;

namespace LiveCommerce.Tests.Written;

/// <summary>One terminal, which ends at the first command that fails: what is pasted finds the folder and the variables that the text before it left.</summary>
sealed class ShellSession : IAsyncDisposable
{
    readonly Process bash;
    readonly StringBuilder errors = new();
    readonly string mark = $"pasted {Guid.NewGuid():N}";

    /// <summary>Opens a terminal in a folder.</summary>
    public ShellSession(string folder, params (string Name, string Value)[] environment)
    {
        var start = new ProcessStartInfo("bash", ["--noprofile", "--norc", "-e"]) { WorkingDirectory = folder, RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var (name, value) in environment) start.Environment[name] = value;
        bash = Process.Start(start) ?? throw new InvalidOperationException("There is no bash.");
        bash.ErrorDataReceived += (_, line) => { lock (errors) errors.AppendLine(line.Data); };
        bash.BeginErrorReadLine();
    }

    /// <summary>Pastes text, waits until it has run, and gives what it printed. It must succeed.</summary>
    public async Task<string> Paste(string text, CancellationToken cancellation)
    {
        await bash.StandardInput.WriteAsync($"{text}\nprintf '\\n{mark} %s\\n' $?\n".AsMemory(), cancellation);
        await bash.StandardInput.FlushAsync(cancellation);
        var printed = new StringBuilder();
        while (await bash.StandardOutput.ReadLineAsync(cancellation) is { } line)
        {
            if (!line.StartsWith(mark, StringComparison.Ordinal)) printed.Append(line).Append('\n');
            else if (line == $"{mark} 0") return printed.ToString().Trim();
            else break;
        }
        lock (errors) throw new InvalidOperationException($"It failed:\n{text}\n\n{printed}\n{errors}");
    }

    public async ValueTask DisposeAsync()
    {
        bash.StandardInput.Close();
        bash.Kill(entireProcessTree: true);
        await bash.WaitForExitAsync(CancellationToken.None);
        bash.Dispose();
    }
}
