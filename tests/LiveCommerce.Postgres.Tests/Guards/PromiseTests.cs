using LiveCommerce.Postgres;
using Npgsql;

namespace LiveCommerce.Tests.Guards;

public sealed class PromiseTests
{
    [Fact]
    public void The_store_rests_on_the_domain_and_Npgsql() =>
        Arrows.Of(typeof(PostgresEventStore).Assembly).Except(["LiveCommerce.Domain", "NodaTime", "Npgsql"]).ShouldBeEmpty();

    [Fact]
    public void An_assembly_that_rests_on_more_is_caught() =>
        Arrows.Of(typeof(NpgsqlConnection).Assembly).ShouldContain("Microsoft.Extensions.Logging.Abstractions");

    [Fact]
    public void What_the_package_promises_is_written_down() =>
        Repository.ShouldSay("tests/LiveCommerce.Postgres.Tests/PublicApi/LiveCommerce.Postgres.approved.txt", PublicApi.Of(typeof(PostgresEventStore).Assembly));
}
