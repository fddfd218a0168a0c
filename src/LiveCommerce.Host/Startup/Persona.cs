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
        new("buyer", "a buyer in the TikTok app: subscribes to LIVE Events", SeasonParties.Ayu.Actor) { Subject = SeasonParties.Ayu.PlatformId },
    ];

    /// <summary>As the token says it: for a buyer the platform's own id, which the pipeline does not know.</summary>
    public string Subject { get; init; } = Actor.UserId;

    /// <summary>Whether the pages have something for them.</summary>
    public bool HasPages => Actor.Role != ActorRole.Buyer;
}
