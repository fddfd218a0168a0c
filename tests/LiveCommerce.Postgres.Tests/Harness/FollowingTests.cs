using LiveCommerce.Postgres;
using LiveCommerce.Postgres.Followers;
using LiveCommerce.Store;
using Npgsql;

namespace LiveCommerce.Tests.Harness;

/// <summary>Whoever reads behind the last fact that it saw misses none, however many write.</summary>
public sealed class FollowingTests(TestCluster cluster)
{
    const int Writers = 32;
    const int LinesEach = 200_000 / Writers;
    const int AtOnce = 125;

    [Fact]
    public async Task A_reader_and_a_follower_beside_32_writers_in_two_processes_get_each_of_200000_facts_once_and_in_order()
    {
        await using var arena = await Arena.Open(cluster, 0, 0);
        WriterProcess[] hosts = [arena.Process(), arena.Process()];
        var writing = Task.WhenAll(Enumerable.Range(0, Writers).Select(writer => Fill(hosts[writer % hosts.Length], writer)));

        var read = await ReadBehind(arena, writing);
        await writing;

        var written = await arena.Ask<long>("select seq_id from mt_events order by seq_id");
        written.Length.ShouldBe(Writers * LinesEach);
        read.Positions.SequenceEqual(written).ShouldBeTrue("the reader skipped a fact, or saw one twice or too early");
        read.Books.Count.ShouldBe(Writers);
        read.Books.Values.ShouldAllBe(last => last == LinesEach);
    }

    static async Task Fill(WriterProcess host, int writer)
    {
        for (var line = 1; line <= LinesEach; line += AtOnce)
            (await host.Ask(Requests.Write(writer, line, AtOnce))).ShouldNotBeNull().IsAccepted.ShouldBeTrue();
    }

    /// <summary>Reads on behind the last position without ever waiting, until the writers have stopped and nothing is left.</summary>
    static async Task<(List<long> Positions, Dictionary<Guid, int> Books)> ReadBehind(Arena arena, Task writing)
    {
        await using var host = new WriterHost(arena.ConnectionString);
        var (positions, books, after) = (new List<long>(), new Dictionary<Guid, int>(), 0L);
        while (true)
        {
            var stopped = writing.IsCompleted;
            var page = await host.Store.ReadAll(new(after, 5_000), TestContext.Current.CancellationToken);
            foreach (var fact in page)
            {
                var line = (LineWritten)fact.Body;
                line.Number.ShouldBe(books.GetValueOrDefault(fact.Stream) + 1, "a book's lines come in order");
                books[fact.Stream] = line.Number;
                positions.Add(fact.Position);
            }
            if (page.Count == 0 && stopped) return (positions, books);
            if (page.Count > 0) after = page[^1].Position;
        }
    }
}
