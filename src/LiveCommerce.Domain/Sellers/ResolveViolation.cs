using LiveCommerce.Kernel;

namespace LiveCommerce.Sellers;

/// <summary>Says that a violation is resolved (LS-08).</summary>
public sealed record ResolveViolation(MerchantId Merchant, ViolationId Violation) : IMerchantCommand;

public static partial class MerchantDecider
{
    static Decision Resolve(Merchant.Onboarded merchant, ResolveViolation command) =>
        merchant.Violations.FirstOrDefault(violation => violation.Id == command.Violation) is not { } known ? Decision.NotVisible
        : !known.IsOpen ? Decision.AlreadySo
        : Decision.Record(Merchant.At(merchant.Id), new ViolationResolved(known.Id));
}
