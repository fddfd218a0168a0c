using LiveCommerce.Tests.Written;

namespace LiveCommerce.Tests.Samples;

/// <summary>A stranger with the packages, an empty folder, a database and the page's text alone.</summary>
public sealed class StrangerTests(PackedFeed feed, TestCluster cluster)
{
    const string ConnectionString = "Host=localhost;Username=me;Password=mine;Database=mine";

    static readonly string[] Shown = ["EmbedInMemory", "EmbedOnPostgres", "EmbedFollower"];

    static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task From_an_empty_folder_to_a_stored_registration_and_a_follower()
    {
        await feed.Packages;
        var database = await cluster.CreateDatabase();
        var blocks = await WrittenPage.Section(PackedFeed.Page, PackedFeed.Embedding, Cancellation);
        await using var shell = feed.Terminal("empty");

        var compared = await WrittenPage.Follow([.. blocks.Skip(1)], shell, text => text.Replace(ConnectionString, database, StringComparison.Ordinal), Cancellation);

        compared.ShouldBe(3);
    }

    [Fact]
    public async Task The_programs_of_the_page_are_the_samples()
    {
        var programs = (await WrittenPage.Section(PackedFeed.Page, PackedFeed.Embedding, Cancellation)).Where(block => block.Language == "csharp").Select(block => block.Text);
        var samples = Shown.Select(sample => File.ReadAllText(Repository.Find($"samples/{sample}/Program.cs")).Trim());
        programs.ShouldBe(samples);
    }

    [Theory]
    [InlineData("a ... c", "a b c", true)]
    [InlineData("a ... c", "a b\nc", false)]
    [InlineData("a", "a b", false)]
    public void Dots_stand_for_anything_within_a_line(string text, string printed, bool says) => WrittenPage.Says(text, printed).ShouldBe(says);
}
