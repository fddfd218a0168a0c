using LiveCommerce.Kernel;
using LiveCommerce.Tests.Guards.Offenders;

namespace LiveCommerce.Tests.Guards;

public sealed class PublicApiTests
{
    [Fact]
    public void What_the_package_promises_is_written_down() =>
        Repository.ShouldSay("tests/LiveCommerce.Domain.Tests/PublicApi/LiveCommerce.Domain.approved.txt", PublicApi.Of(typeof(IEvent).Assembly));

    [Fact]
    public void A_promise_that_changed_is_caught() =>
        Repository.Difference(PublicApi.Of(typeof(Promised)), PublicApi.Of(typeof(Broken)).Replace("Broken", "Promised", StringComparison.Ordinal)).ShouldBe(
        [
            "-     new(string Name, int Count = 1)",
            "-     string Name { get; init; }",
            "-     required ValueList<string> Tags { get; init; }",
            "-     Task<string> Find<T>(T key) where T : class",
            "+     new(string? Name, int Count = 2)",
            "+     string? Name { get; init; }",
            "+     required ValueList<string?> Tags { get; set; }",
            "+     Task<string?> Find<T>(T key)",
        ], ignoreOrder: true);
}
