using LiveCommerce.Postgres.Cluster;

namespace LiveCommerce.Tests.Harness;

/// <summary>Hosts and server end as in a power cut, again and again, under load.</summary>
public sealed class KillTests
{
    const int HostKills = 15;
    const int ServerKills = 5;

    [Fact]
    public async Task Whoever_is_killed_what_was_acknowledged_is_there_once_and_nothing_by_halves()
    {
        await using var cluster = await PrivateCluster.StartTemporary(TestContext.Current.CancellationToken);
        await using var arena = await Arena.Open(cluster, parties: 24, campaigns: 40);
        using var crew = new Crew(arena);
        var lots = new Random(20260321);
        await crew.Work(async () =>
        {
            for (var kill = 0; kill < HostKills; kill++)
            {
                await crew.Answered(lots.Next(50, 250));
                await crew.KillAndReplace(kill % 2);
                if (kill % (HostKills / ServerKills) != 0) continue;
                await crew.Answered(lots.Next(50, 250));
                await crew.Outage(async () =>
                {
                    await cluster.Kill(TestContext.Current.CancellationToken);
                    await cluster.Restart(TestContext.Current.CancellationToken);
                });
            }
            await crew.Answered(200);
        });

        arena.Raw.Clear(); // of connections to servers that are no more
        var receipts = await arena.Receipts();
        receipts.ShouldBe(crew.Answers.ToDictionary(pair => pair.Key, pair => pair.Value.Receipt), ignoreOrder: true, "each has the one outcome that was told");
        await using var later = new WriterHost(arena.ConnectionString);
        foreach (var again in crew.Answers.Keys.Order().Where((_, index) => index % 20 == 0).Chunk(100))
            foreach (var (request, answer) in again.Zip(await Task.WhenAll(again.Select(later.Ask))))
                answer.ShouldBe(receipts[request] with { Status = "AnsweredBefore" });
        await arena.CheckInvariants();
        TestContext.Current.SendDiagnosticMessage($"{receipts.Count} answered, {crew.Unanswered} askings without an answer, {crew.Answers.Values.Count(answer => answer.Status == "AnsweredBefore")} written unacknowledged");
    }
}
