using LiveCommerce.Kernel;
using LiveCommerce.Host.Season;

namespace LiveCommerce.Host.Startup;

/// <summary>Somebody of the sample season as whom one may sign in on the embedded default.</summary>
/// <param name="Name">The token's file name, such as <c>merchant</c>.</param>
/// <param name="Words">Who that is.</param>
/// <param name="Actor">As the pipeline knows them.</param>
sealed record Persona(string Name, string Words, Actor Actor)
{
    public static IReadOnlyList<Persona> All { get; } =
    [
        new("merchant", $"the shop {SeasonParties.BatikLaras.Shop}, in Seller Center", SeasonParties.BatikLaras.Actor),
        new("second-merchant", $"the shop {SeasonParties.KopiSenja.Shop}, in Seller Center", SeasonParties.KopiSenja.Actor),
        new("creator", $"the creator {SeasonParties.Dewi.Name}, in LIVE Manager", SeasonParties.Dewi.Actor),
        new("reviewer", "an ops reviewer: approves, rejects, removes, registers on behalf", SeasonParties.Reviewer),
        new("admin", "an ops admin: also campaigns, merchants and accounts", SeasonParties.Admin),
        new("auditor", "reads everything, writes nothing", SeasonParties.Auditor),
    ];
}
