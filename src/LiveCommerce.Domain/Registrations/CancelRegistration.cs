using LiveCommerce.Kernel;

namespace LiveCommerce.Registrations;

/// <summary>Withdraws a registration while it is under review, in its own channel and confirmed (RREC-11, RREC-12).</summary>
public sealed record CancelRegistration(RegistrationId Registration, bool Confirmed) : IRegistrationCommand;
