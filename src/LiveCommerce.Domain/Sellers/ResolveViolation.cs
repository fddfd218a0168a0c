using LiveCommerce.Kernel;

namespace LiveCommerce.Sellers;

/// <summary>Says that a violation is resolved (LS-08).</summary>
public sealed record ResolveViolation(MerchantId Merchant, ViolationId Violation) : IMerchantCommand;
