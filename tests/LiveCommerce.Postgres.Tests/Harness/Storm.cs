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
        await Task.WhenAll(Enumerable.Range(0, Callers).Select(async caller =>
        {
            while (waiting.TryDequeue(out var request))
            {
                var answer = await hosts[caller % hosts.Count].Ask(request);
                if (answer is { Status: "Busy" }) waiting.Enqueue(request);
                else answers[request] = answer.ShouldNotBeNull("the host has ended");
            }
        }));
        return answers;
    }
}
