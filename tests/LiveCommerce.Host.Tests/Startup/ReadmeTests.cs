namespace LiveCommerce.Tests.Startup;

public sealed class ReadmeTests
{
    [Fact]
    public async Task What_it_shows_for_embedding_is_the_sample_that_is_built()
    {
        var sample = await File.ReadAllTextAsync(Repository.Find("samples/EmbedInMemory/Program.cs"), TestContext.Current.CancellationToken);
        var readme = await File.ReadAllTextAsync(Repository.Find("README.md"), TestContext.Current.CancellationToken);

        readme.ShouldContain(sample.Trim());
    }
}
