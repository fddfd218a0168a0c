using LiveCommerce.Kernel;

namespace LiveCommerce.Sellers;

/// <summary>Records a violation; until it is resolved no account can be linked (LS-08).</summary>
public sealed record RecordViolation(MerchantId Merchant, ViolationId Violation, PersonalText Reason) : IMerchantCommand;
