using LiveCommerce.Kernel;

namespace LiveCommerce.Sellers;

/// <summary>Records a violation; until it is resolved no account can be linked (LS-08).</summary>
public sealed record RecordViolation(MerchantId Merchant, ViolationId Violation, PersonalText Reason) : IMerchantCommand;

public static partial class MerchantDecider
{
    static Decision Violate(Merchant.Onboarded merchant, RecordViolation command) =>
        merchant.Violations.Any(violation => violation.Id == command.Violation)
            ? Decision.AlreadySo
            : Decision.Record(Merchant.At(merchant.Id), new ViolationRecorded(command.Violation, command.Reason));
}
