using LiveCommerce.Kernel;

namespace LiveCommerce.Registrations;

/// <summary>Gives a session another live period after contact; a rule of the period is overridden only with a reason (C32).</summary>
public sealed record ModifyLivePeriod(RegistrationId Registration, TimeRange Period, PersonalText? OverrideReason = null) : IRegistrationCommand;
