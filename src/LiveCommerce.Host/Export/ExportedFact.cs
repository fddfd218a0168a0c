using LiveCommerce.Host.Http.Audit;
using LiveCommerce.Kernel;

namespace LiveCommerce.Host.Export;

/// <summary>A fact of a registration, as it is told.</summary>
/// <param name="Position">Its place in the log.</param>
/// <param name="Registration">The registration.</param>
/// <param name="Party">Whose slots it uses.</param>
/// <param name="Shop">The shop's name, where the party is one.</param>
/// <param name="Fact">The fact itself, as its history tells it.</param>
sealed record ExportedFact(long Position, RegistrationId Registration, Party Party, PersonalText? Shop, EventView Fact);
