using System.Collections.Concurrent;
using System.Diagnostics;

namespace LiveCommerce.Tests.Harness;

/// <summary>A host as a process of its own, that can be killed at any moment. What it printed before is all that its askers know.</summary>
sealed class WriterProcess : IAsyncDisposable
{
    readonly ConcurrentDictionary<string, TaskCompletionSource<Answer?>> waiting = new();
    readonly Lock input = new();
    readonly Process process;
    readonly Task reading;
    bool ended;

    WriterProcess(Process process)
    {
        this.process = process;
        reading = Task.Run(Read);
    }

    internal static WriterProcess Start(string connectionString) => new(Begin(connectionString));

    internal static Process Begin(params string[] arguments)
    {
        var program = Path.Combine(AppContext.BaseDirectory, "LiveCommerce.Writer.dll");
        // A test runner may be the program 'dotnet' itself or an executable; the runtime that runs us runs the writer as well.
        var dotnet = Path.Combine(Path.GetFullPath(Path.Combine(System.Runtime.InteropServices.RuntimeEnvironment.GetRuntimeDirectory(), "../../..")), "dotnet");
        return Process.Start(new ProcessStartInfo(dotnet, ["exec", program, .. arguments])
        {
            RedirectStandardInput = true, RedirectStandardOutput = true,
        }) ?? throw new InvalidOperationException("The writer did not start.");
    }

    /// <summary>Asks; null when the process ended before its answer was out.</summary>
    internal Task<Answer?> Ask(string request)
    {
        var answer = new TaskCompletionSource<Answer?>(TaskCreationOptions.RunContinuationsAsynchronously);
        waiting.TryAdd(request, answer).ShouldBeTrue("one asks for it at a time");
        try
        {
            lock (input)
            {
                process.StandardInput.WriteLine(request);
                process.StandardInput.Flush();
            }
        }
        catch (IOException)
        {
            // It was killed in this very moment.
        }
        if (Volatile.Read(ref ended)) answer.TrySetResult(null);
        return answer.Task;
    }

    /// <summary>SIGKILL: it gets no chance to finish anything. What it had printed still counts.</summary>
    internal async Task Kill()
    {
        process.Kill();
        await reading;
    }

    public async ValueTask DisposeAsync()
    {
        await Kill();
        await process.WaitForExitAsync();
        process.Dispose();
    }

    async Task Read()
    {
        while (await process.StandardOutput.ReadLineAsync() is { } line)
        {
            if (line.Split(' ').Length != 6) continue; // the last line before a kill may be cut
            var (request, answer) = Answer.Parse(line);
            if (waiting.TryRemove(request, out var asked)) asked.TrySetResult(answer);
        }
        Volatile.Write(ref ended, true);
        foreach (var (_, asked) in waiting) asked.TrySetResult(null);
    }
}
