using LiveCommerce.Kernel;

namespace LiveCommerce.Tests.Docs;

public sealed class DomainMapTests
{
    [Fact]
    public void The_map_is_up_to_date() => Repository.ShouldSay("docs/domain-map.md", DomainMap.Page());

    [Fact]
    public void Whoever_asks_on_the_map_may_ask() =>
        DomainMap.Commands.Where(asked => !LiveCommerceModel.Default.RolesOf(asked.Command.GetType()).Contains(asked.Actor.Role)).Select(asked => asked.Name).ShouldBeEmpty();

    [Fact]
    public void Every_command_is_on_the_map() =>
        typeof(ICommand).Assembly.GetTypes().Where(type => type.IsAssignableTo(typeof(ICommand)) && type is { IsAbstract: false, IsInterface: false })
            .Except(DomainMap.Commands.Select(asked => asked.Command.GetType())).ShouldBeEmpty();
}
