using LiveCommerce.Kernel;

namespace LiveCommerce.Registrations;

/// <summary>Refuses a session, for a reason (RREC-09).</summary>
public sealed record RejectRegistration(RegistrationId Registration, PersonalText Reason) : IRegistrationCommand;
