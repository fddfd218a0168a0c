using LiveCommerce.Kernel;
using LiveCommerce.Tests.Guards.Offenders;

namespace LiveCommerce.Tests.Guards;

public sealed class ArrowTests
{
    static readonly Type[] domain = typeof(IEvent).Assembly.GetTypes();

    static readonly string[] shared = ["LiveCommerce", "LiveCommerce.Kernel", "LiveCommerce.Store"];

    static IEnumerable<Type> In(string room) => domain.Where(type => type.Namespace == room);

    /// <summary>The folders of the aggregates, whatever they are called.</summary>
    static IEnumerable<string> Rooms => domain.Select(type => type.Namespace).OfType<string>().Where(room => room.StartsWith("LiveCommerce.", StringComparison.Ordinal)).Distinct().Except(shared);

    [Fact]
    public void The_domain_rests_on_the_framework_and_NodaTime() => Arrows.Of(typeof(IEvent).Assembly).ShouldBe(["NodaTime"]);

    [Fact]
    public void An_assembly_that_rests_on_more_is_caught() => Arrows.Of(typeof(ArrowTests).Assembly).ShouldContain("Shouldly");

    [Fact]
    public void Threads_and_tasks_appear_in_the_store_alone() =>
        Uses.Offences(domain.Where(type => type.Namespace != "LiveCommerce.Store"), IsConcurrent).ShouldBeEmpty();

    // the audit tells what was recorded: it reads the store's envelopes and decides nothing
    [Fact]
    public void Aggregates_and_the_kernel_do_not_know_the_store() =>
        Uses.Offences(Rooms.Except(["LiveCommerce.Audit"]).Append("LiveCommerce.Kernel").SelectMany(In), IsOf("LiveCommerce.Store")).ShouldBeEmpty();

    [Fact]
    public void The_shared_rooms_know_no_aggregate()
    {
        Rooms.ShouldContain("LiveCommerce.Registrations");
        foreach (var room in Rooms)
            Uses.Offences(In("LiveCommerce.Kernel").Concat(In("LiveCommerce.Store")), IsOf(room)).ShouldBeEmpty();
    }

    [Fact]
    public void A_decision_that_waits_is_caught() =>
        Uses.Offences([typeof(WaitsForAnAnswer)], IsConcurrent).ShouldHaveSingleItem().ShouldContain(nameof(WaitsForAnAnswer));

    [Fact]
    public void A_decision_that_knows_the_store_is_caught() =>
        Uses.Offences([typeof(KnowsTheStore)], IsOf("LiveCommerce.Store")).ShouldHaveSingleItem().ShouldContain(nameof(KnowsTheStore));

    static bool IsConcurrent(string name) => name.StartsWith("T:System.Threading.", StringComparison.Ordinal);

    static Func<string, bool> IsOf(string room) => name => name.StartsWith($"T:{room}.", StringComparison.Ordinal);
}
