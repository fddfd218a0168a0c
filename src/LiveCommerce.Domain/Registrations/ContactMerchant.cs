using LiveCommerce.Kernel;

namespace LiveCommerce.Registrations;

/// <summary>Records that the platform spoke with the party, which permits one modification (REG-12).</summary>
public sealed record ContactMerchant(RegistrationId Registration, PersonalText Note) : IRegistrationCommand;
