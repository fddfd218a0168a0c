using System.Text.Json;
using LiveCommerce.Kernel;

namespace LiveCommerce.Tests.Catalog;

public sealed class EventCatalogTests
{
    const string Approved = "tests/LiveCommerce.Domain.Tests/Catalog/wire-names.txt";

    static readonly JsonSerializerOptions stock = new();

    public static TheoryData<string> Names => [.. LiveCommerceEvents.Catalog.Types.Where(type => type.IsCurrent).Select(type => type.Alias).Order(StringComparer.Ordinal)];

    [Fact]
    public void Every_fact_is_on_the_page() =>
        typeof(IEvent).Assembly.GetTypes().Where(type => type.IsAssignableTo(typeof(IEvent)) && type is { IsAbstract: false, IsInterface: false })
            .Except(LiveCommerceEvents.Catalog.Types.Where(type => type.IsCurrent).Select(type => type.BodyType)).ShouldBeEmpty();

    [Fact]
    public void Every_name_is_snake_case_and_has_a_rule()
    {
        foreach (var type in LiveCommerceEvents.Catalog.Types)
        {
            type.Alias.ShouldMatch("^[a-z][a-z0-9]*(_[a-z0-9]+)*$");
            type.Rule.ShouldMatch("^[A-Z]+-[0-9]{2}$");
        }
    }

    [Fact]
    public void The_page_is_append_only()
    {
        var names = LiveCommerceEvents.Catalog.Types.Select(type => type.Alias).Order(StringComparer.Ordinal).ToArray();
        var file = Repository.Find(Approved);
        var approved = File.Exists(file) ? File.ReadAllLines(file) : [];
        approved.Except(names).ShouldBeEmpty("A wire name that was shipped is read for ever.");
        Repository.ShouldSay(Approved, string.Join('\n', names) + "\n");
    }

    [Theory, MemberData(nameof(Names))]
    public void A_fact_is_the_same_after_a_round_trip_with_stock_options(string alias)
    {
        var type = LiveCommerceEvents.Catalog.Named(alias, Guid.Empty, 1);
        foreach (var full in new[] { true, false })
        {
            var fact = Specimen.Of(type.BodyType, full);
            var json = JsonSerializer.Serialize(fact, type.BodyType, stock);
            JsonSerializer.Deserialize(json, type.BodyType, stock).ShouldBe(fact);
            type.Read(System.Text.Encoding.UTF8.GetBytes(json)).ShouldBe(fact);
            json.ShouldNotContain("very private");
            CanonicalJson.Of(json).ShouldBe(CanonicalJson.Of(fact));
        }
    }

    [Fact]
    public void An_unknown_name_stops_a_replay_loudly() =>
        Should.Throw<UnknownEventException>(() => LiveCommerceEvents.Catalog.Named("registration_teleported", Sample.Uuid(1), 7)).Message
            .ShouldBe($"Event 'registration_teleported' in stream {Sample.Uuid(1)} at version 7 is unknown to this version of the code.");
}
