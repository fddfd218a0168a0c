namespace LiveCommerce.Tests.Startup;

public sealed class ReadmeTests
{
    [Fact]
    public async Task What_it_shows_for_embedding_is_the_sample_that_is_built() =>
        (await Read("README.md")).ShouldContain((await Read("samples/EmbedInMemory/Program.cs")).Trim());

    [Fact]
    public async Task What_it_shows_for_embedding_on_PostgreSQL_is_what_a_test_runs()
    {
        var test = await Read("tests/LiveCommerce.Postgres.Tests/EmbeddingTests.cs");
        var shown = test.Split("// README begins\n")[1].Split("// README ends")[0].Split('\n').Select(line => line.Trim()).Where(line => line.Length > 0).ToArray();
        shown.Length.ShouldBeGreaterThan(3);

        (await Read("README.md")).ShouldContain(string.Join('\n', shown));
    }

    static Task<string> Read(string path) => File.ReadAllTextAsync(Repository.Find(path), TestContext.Current.CancellationToken);
}
