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
        await using var database = PostgresDatabase.Open(arena.ConnectionString);
        await using var store = new PostgresEventStore(database, Requests.Catalog);
        var copyist = await Copyist.Create(arena);
        await using var following = new Following(database, store, copyist);
        WriterProcess[] hosts = [arena.Process(), arena.Process()];
        var writing = Task.WhenAll(Enumerable.Range(0, Writers).Select(writer => Fill(hosts[writer % hosts.Length], writer)));

        var read = await ReadBehind(store, writing);
        await writing;
        await Following.CatchUp(database, store, copyist, TestContext.Current.CancellationToken); // as the same follower on a second host would

        var written = await arena.Ask<long>("select seq_id from mt_events order by seq_id");
        written.Length.ShouldBe(Writers * LinesEach);
        read.Positions.SequenceEqual(written).ShouldBeTrue("the reader skipped a fact, or saw one twice or too early");
        (await arena.Ask<long>("select position from copied order by nth")).SequenceEqual(written).ShouldBeTrue("the follower skipped a fact, or saw one twice or too early");
        read.Books.Count.ShouldBe(Writers);
        read.Books.Values.ShouldAllBe(last => last == LinesEach);
    }

    static async Task Fill(WriterProcess host, int writer)
    {
        for (var line = 1; line <= LinesEach; line += AtOnce)
            (await host.Ask(Requests.Write(writer, line, AtOnce))).ShouldNotBeNull().IsAccepted.ShouldBeTrue();
    }

    /// <summary>Reads on behind the last position without ever waiting, until the writers have stopped and nothing is left.</summary>
    static async Task<(List<long> Positions, Dictionary<Guid, int> Books)> ReadBehind(PostgresEventStore store, Task writing)
    {
        var (positions, books, after) = (new List<long>(), new Dictionary<Guid, int>(), 0L);
        while (true)
        {
            var stopped = writing.IsCompleted;
            var page = await store.ReadAll(new(after, 5_000), TestContext.Current.CancellationToken);
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

    /// <summary>Copies the place of each fact as it comes by.</summary>
    sealed class Copyist : Follower
    {
        Copyist() : base("copyist")
        {
        }

        internal static async Task<Copyist> Create(Arena arena)
        {
            await arena.Ask<object>("create table copied (nth bigint generated always as identity, position bigint not null)");
            return new();
        }

        protected internal override async Task Apply(NpgsqlConnection connection, IReadOnlyList<RecordedEvent> facts, CancellationToken cancellation)
        {
            await using var command = new NpgsqlCommand("insert into copied (position) select place from unnest($1) with ordinality as read (place, nth) order by nth", connection);
            command.Parameters.Add(new NpgsqlParameter<long[]> { TypedValue = [.. facts.Select(fact => fact.Position)] });
            await command.ExecuteNonQueryAsync(cancellation);
        }
    }
}
