using LiveCommerce.Kernel;
using LiveCommerce.Registrations;
using LiveCommerce.Store;

namespace LiveCommerce.Benchmarks;

/// <summary>Submit and approve through the whole path: validate, decide, append, inline row, receipt.</summary>
static class WritePath
{
    static readonly Actor Reviewer = new("reviewer", ActorRole.OpsReviewer);

    /// <summary>Each caller its own party, campaign after campaign as the hundred fill up.</summary>
    internal static async Task<Figure> Submit(Server server, int callers)
    {
        await using var host = new Host(await server.Database());
        await Scene.Prepare(host.Pipeline);
        var asked = new int[callers];
        var forms = Scene.Forms(Scene.Now());
        return await Load.Run("submit", callers, async caller =>
        {
            var number = asked[caller]++;
            await Accepted(host.Pipeline.Send(Scene.Submission(caller, number, Guid.CreateVersion7(), forms)));
        });
    }

    /// <summary>Of all submissions 80 % go to the few quotas that are hot just now.</summary>
    internal static async Task<Figure> SubmitHot(Server server, int callers)
    {
        const int hotQuotas = 2;
        await using var host = new Host(await server.Database());
        await Scene.Prepare(host.Pipeline);
        var (hot, own) = (0, new int[callers]);
        var forms = Scene.Forms(Scene.Now());
        return await Load.Run("submit, 80 % on 1 % of quotas", callers, async caller =>
        {
            if (own[caller]++ % 5 == 0)
            {
                await Accepted(host.Pipeline.Send(Scene.Submission(caller, own[caller] / 5, Guid.CreateVersion7(), forms)));
                return;
            }
            var number = Interlocked.Increment(ref hot);
            var quota = (number / (100 * hotQuotas) * hotQuotas) + (number % hotQuotas);
            var form = forms[number / hotQuotas % forms.Length];
            await host.Pipeline.Send(Scene.Submission(quota % Scene.Parties, 500 + (quota / Scene.Parties), Guid.CreateVersion7(), form));
        }, () => $"{host.Pipeline.DecisionsTaken} decisions");
    }

    /// <summary>Two hosts on one database, the callers shared between them.</summary>
    internal static async Task<Figure> SubmitOnTwoHosts(Server server, int callers)
    {
        var connection = await server.Database();
        await using var here = new Host(connection);
        await using var there = new Host(connection);
        await Scene.Prepare(here.Pipeline);
        var asked = new int[callers];
        var forms = Scene.Forms(Scene.Now());
        return await Load.Run("submit, two hosts", callers, async caller =>
        {
            var number = asked[caller]++;
            await Accepted((caller % 2 == 0 ? here : there).Pipeline.Send(Scene.Submission(caller, number, Guid.CreateVersion7(), forms)));
        });
    }

    internal static async Task<Figure> Approve(Server server, int callers)
    {
        await using var host = new Host(await server.Database());
        await Scene.Prepare(host.Pipeline);
        var forms = Scene.Forms(Scene.Now());
        var waiting = new Queue<Guid>[callers];
        var share = Math.Min(60_000, 200_000 / callers);
        await Task.WhenAll(Enumerable.Range(0, callers).Select(async caller =>
        {
            waiting[caller] = new();
            foreach (var chunk in Enumerable.Range(0, share).Chunk(Math.Max(1, 2_000 / callers)))
                await Task.WhenAll(chunk.Select(async number =>
                {
                    var registration = Guid.CreateVersion7();
                    lock (waiting[caller]) waiting[caller].Enqueue(registration);
                    await Accepted(host.Pipeline.Send(Scene.Submission(caller, number, registration, forms)));
                }));
        }));
        return await Load.Run("approve", callers, async caller =>
        {
            if (!waiting[caller].TryDequeue(out var registration)) throw new InvalidOperationException("All registrations are approved: prepare more.");
            await Accepted(host.Pipeline.Send(new(new ApproveRegistration(new(registration)), Reviewer, registration.ToString())));
        });
    }

    static async Task Accepted(Task<CommandResult> asked)
    {
        var answer = await asked;
        if (answer is not { Status: CommandStatus.Answered, Receipt.Recorded: true })
            throw new InvalidOperationException($"Not accepted: {answer.Status} {answer.Receipt?.Refusals}");
    }
}
