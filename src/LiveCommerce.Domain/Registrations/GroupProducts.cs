using System.Diagnostics;
using LiveCommerce.Kernel;

namespace LiveCommerce.Registrations;

/// <summary>Groups the products of a session; another group takes the place of the one before (RREC-16, RREC-17).</summary>
public sealed record GroupProducts(RegistrationId Registration, ValueList<GroupedProduct> Products) : IRegistrationCommand;

public static partial class RegistrationDecider
{
    static Decision Group(Registration.Submitted state, GroupProducts command)
    {
        Refusal[] refusals = [.. GroupRules(state), .. GroupedProducts.Broken(command.Products)];
        return refusals.Length > 0 ? Refuse(state, refusals)
            : IsSameGroup(state.Session.Products, command.Products) ? Decision.AlreadySo
            : Record(state, new ProductsGroupedByPlatform(command.Products));
    }

    static bool IsSameGroup(ValueList<GroupedProduct> present, ValueList<GroupedProduct> asked) =>
        present.Count == asked.Count && present.Zip(asked).All(pair => pair.First.SaysTheSameAs(pair.Second));

    static IEnumerable<Refusal> GroupRules(Registration.Submitted state) => state switch
    {
        Registration.Open => [],
        Registration.Rejected or Registration.Expired => [RegistrationRefusals.Terminal.Of()],
        _ => throw new UnreachableException(),
    };
}
