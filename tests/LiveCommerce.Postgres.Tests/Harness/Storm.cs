using System.Collections.Concurrent;

namespace LiveCommerce.Tests.Harness;

/// <summary>Many callers in a closed loop: each asks, waits for its answer, asks the next.</summary>
static class Storm
{
    const int Callers = 512;

    /// <summary>Asks the hosts in turn; whoever is told to try again does so.</summary>
    internal static async Task<IReadOnlyDictionary<string, Answer>> Ask(IReadOnlyList<WriterProcess> hosts, IEnumerable<string> requests)
    {
        var waiting = new ConcurrentQueue<string>(requests);
        var answers = new ConcurrentDictionary<string, Answer>();
        var busy = 0;
        await Task.WhenAll(Enumerable.Range(0, Callers).Select(async caller =>
        {
            while (waiting.TryDequeue(out var request))
            {
                var answer = await hosts[caller % hosts.Count].Ask(request);
                if (answer is not { Status: "Busy" })
                {
                    answers[request] = answer.ShouldNotBeNull("the host has ended");
                    continue;
                }
                Interlocked.Increment(ref busy);
                waiting.Enqueue(request);
            }
        }));
        TestContext.Current.SendDiagnosticMessage($"{answers.Count} answered, {busy} times told to try again");
        return answers;
    }
}
