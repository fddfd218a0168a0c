using LiveCommerce.Store;

namespace LiveCommerce.Tests.Harness;

/// <summary>Connections that break around a commit: whoever asks is told the truth, and nothing is written twice or by halves.</summary>
public sealed class CutConnectionTests(TestCluster cluster)
{
    const int Cuts = 10;
    const int Callers = 32;

    [Theory]
    [InlineData(Cut.BeforeCommit)]
    [InlineData(Cut.AfterCommit)]
    public async Task An_append_whose_connection_is_cut_is_answered_as_if_it_were_not(Cut where)
    {
        await using var arena = await Arena.Open(cluster, Callers);
        await using var proxy = new CuttingProxy(arena.ConnectionString);
        await using var host = new WriterHost(proxy.ConnectionString);
        using var enough = new CancellationTokenSource();
        var asking = Enumerable.Range(0, Callers).Select(party => Task.Run(async () =>
        {
            var answers = new List<Answer>();
            while (!enough.IsCancellationRequested) answers.Add(await host.Ask(Requests.Submit(0, party, answers.Count)));
            return answers;
        })).ToArray();
        for (var cut = 0; cut < Cuts; cut++) await proxy.CutNext(where);
        await enough.CancelAsync();

        var answers = new Dictionary<string, Answer>();
        for (var party = 0; party < Callers; party++)
            foreach (var (number, answer) in (await asking[party]).Index()) answers.Add(Requests.Submit(0, party, number), answer);
        answers.Values.ShouldAllBe(answer => answer.Status == nameof(CommandStatus.Answered));
        (await arena.Receipts()).ShouldBe(answers.ToDictionary(pair => pair.Key, pair => pair.Value.Receipt), ignoreOrder: true);
        await arena.CheckInvariants();
    }

    /// <summary>The batch never came to be, but its last command has since been written by another host that was asked with the same key.</summary>
    [Fact]
    public async Task A_lost_append_is_not_taken_for_written_because_another_host_wrote_its_last_command()
    {
        await using var arena = await Arena.Open(cluster, 2);
        await using var proxy = new CuttingProxy(arena.ConnectionString);
        var (elsewhere, lost, shared) = (arena.Host(), Requests.Submit(0, 0, 2), Requests.Submit(0, 1, 2)); // the second must be loaded, and is decided last
        GatedStore gated = null!;
        await using var host = new WriterHost(proxy.ConnectionString, new() { MaxFlights = 1 }, store => gated = new(store));
        Task<Answer>? there = null;
        gated.Before = batch =>
        {
            if (batch.Count == 2) _ = proxy.CutNext(Cut.BeforeCommit, () => there = elsewhere.Ask(shared));
            return Task.CompletedTask;
        };
        var first = host.Ask(Requests.Submit(0, 0, 1));
        await gated.Waiting;
        Task<Answer>[] both = [host.Ask(lost), host.Ask(shared)];
        while (host.Pipeline.DecisionsTaken < 3) await Task.Yield();
        gated.Open();

        (await first).Status.ShouldBe("Answered");
        (await Task.WhenAll(both)).Select(answer => answer.Status).ShouldBe(["Answered", "AnsweredBefore"]);
        (await both[1]).Receipt.ShouldBe((await there.ShouldNotBeNull()).Receipt);
        (await arena.Receipts()).Keys.ShouldContain(lost);
        await arena.CheckInvariants();
    }
}
