using LiveCommerce.Host.CommandLine;
using LiveCommerce.Postgres;
using Npgsql;

namespace LiveCommerce.Tests.Startup;

/// <summary><c>rebuild</c> as somebody types it.</summary>
public sealed class RebuildCommandTests(TestCluster cluster) : IAsyncDisposable
{
    readonly DataFolder data = new();

    public ValueTask DisposeAsync() => data.DisposeAsync();

    [Fact]
    public async Task It_says_which_read_models_are_in_use_anew_and_is_not_begun_twice()
    {
        var database = await cluster.CreateDatabase();
        (await Run(database, "season")).Code.ShouldBe(0);
        await using var program = HostProcess.Start(data.Path, ["rebuild"], ("ConnectionStrings__LiveCommerce", database));
        var (code, said) = ((await program.Exit()).Code, program.Errors);
        code.ShouldBe(0, said);
        await using (var log = PostgresDatabase.Open(database))
            foreach (var view in new ReadModels(log).Names)
                said.ShouldContain($"{view}: the new rows are in use; the old ones are being deleted.");
        said.ShouldContain("[########################] 100 %");

        await using var other = new NpgsqlConnection(database);
        await other.OpenAsync(TestContext.Current.CancellationToken);
        await using (var turn = new NpgsqlCommand("select pg_advisory_lock(hashtextextended('livecommerce.rebuild', 0))", other)) await turn.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
        (code, said) = await Run(database, "rebuild", "--view", "campaigns");
        code.ShouldBe(2);
        said.ShouldContain("livecommerce: A rebuild of this log is running.");
    }

    [Fact]
    public async Task A_read_model_that_there_is_not_is_said_with_those_that_there_are()
    {
        var (code, said) = await Run(await cluster.CreateDatabase(), "rebuild", "--view", "campaign");
        code.ShouldBe(1);
        said.ShouldContain("There is no read model 'campaign', but ");
        said.ShouldContain("registrations");
    }

    [Theory]
    [InlineData(0, 250, 1000, false, "[######..................]  25 %  250 of 1,000 facts, 125 a second, 6.0 s left")]
    [InlineData(250, 500, 1000, false, "[############............]  50 %  500 of 1,000 facts, 125 a second, 4.0 s left")]
    [InlineData(0, 1200, 1000, true, "[########################] 100 %  1,200 of 1,000 facts, 600 a second, 2.0 s")]
    [InlineData(0, 0, 0, true, "[########################] 100 %  0 of 0 facts, 0 a second, 2.0 s")]
    public void The_bar_tells_the_share_the_rate_and_the_time_left(long before, long now, long total, bool isInUse, string line) =>
        RebuildBar.Line(new(["campaigns"], now, total, isInUse), new(["campaigns"], before, total), TimeSpan.FromSeconds(2)).ShouldBe(line);

    static async Task<(int Code, string Errors)> Run(string database, params string[] arguments)
    {
        var (code, _, errors) = await CommandLine.Run(database, arguments);
        return (code, errors);
    }
}
