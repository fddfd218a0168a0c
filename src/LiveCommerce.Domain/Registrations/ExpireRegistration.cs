using LiveCommerce.Kernel;

namespace LiveCommerce.Registrations;

/// <summary>Records that the campaign's end was reached; due work of the host itself (RREC-18).</summary>
public sealed record ExpireRegistration(RegistrationId Registration) : IRegistrationCommand;
