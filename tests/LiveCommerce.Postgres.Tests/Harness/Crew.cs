using System.Collections.Concurrent;

namespace LiveCommerce.Tests.Harness;

/// <summary>Two host processes under load, of which one after the other is killed and replaced. Callers do as clients do: without an answer they ask again with the same key.</summary>
sealed class Crew(Arena arena) : IDisposable
{
    const int Callers = 48;
    const int SubmissionsPerQuota = 110;
    readonly WriterProcess[] hosts = [arena.Process(), arena.Process()];
    readonly SemaphoreSlim answered = new(0);
    WriterProcess spare = arena.Process();
    volatile Task outage = Task.CompletedTask;
    volatile bool enough;
    int unanswered;

    /// <summary>What was answered first to each request.</summary>
    internal ConcurrentDictionary<string, Answer> Answers { get; } = new();

    /// <summary>How many askings ended without an answer.</summary>
    internal int Unanswered => unanswered;

    public void Dispose() => answered.Dispose();

    internal async Task Work(Func<Task> havoc)
    {
        var callers = Enumerable.Range(0, Callers).Select(caller => Task.Run(() => Call(caller))).ToArray();
        try
        {
            await havoc();
        }
        finally
        {
            enough = true;
        }
        await Task.WhenAll(callers);
    }

    /// <summary>Waits until so many more are answered: then all callers are at work.</summary>
    internal async Task Answered(int count)
    {
        for (var i = 0; i < count; i++) await answered.WaitAsync(TestContext.Current.CancellationToken);
    }

    /// <summary>SIGKILL in the middle of its work; another one, started beforehand, takes its place.</summary>
    internal async Task KillAndReplace(int host)
    {
        await hosts[host].Kill();
        Volatile.Write(ref hosts[host], spare);
        spare = arena.Process();
    }

    /// <summary>The server is away for as long as this takes; whoever fails for it asks again afterwards.</summary>
    internal async Task Outage(Func<Task> havoc)
    {
        var away = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        outage = away.Task;
        await havoc();
        away.SetResult();
    }

    async Task Call(int caller)
    {
        for (var number = 0; !enough; number++)
        {
            var request = Requests.Submit(number / SubmissionsPerQuota, caller % (Callers / 2), (number % SubmissionsPerQuota * 2) + (caller / (Callers / 2)));
            Answers.TryAdd(request, await AskUntilAnswered(request, caller)).ShouldBeTrue();
            answered.Release();
        }
    }

    async Task<Answer> AskUntilAnswered(string request, int attempt)
    {
        while (true)
        {
            if (await Volatile.Read(ref hosts[attempt++ % hosts.Length]).Ask(request) is { IsFinal: true } answer) return answer;
            Interlocked.Increment(ref unanswered);
            await outage;
        }
    }
}
