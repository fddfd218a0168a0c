using LiveCommerce.Host.Http.Requests;
using LiveCommerce.Kernel;
using LiveCommerce.Store;

namespace LiveCommerce.Host.Season;

/// <summary>One command of the season: what somebody asked for on the simulated clock, and how it must end.</summary>
/// <param name="Name">Names the step for ever; its idempotency key.</param>
/// <param name="At">The simulated instant.</param>
/// <param name="Actor">Who asked.</param>
/// <param name="Command">For what.</param>
/// <param name="Outcome">How it must end: a season that goes another way is a mistake in the script.</param>
sealed record SeasonStep(string Name, Moment At, Actor Actor, ICommand Command, Outcome Outcome = Outcome.Recorded)
{
    /// <summary>The picture whose bytes must lie ready before an image is put.</summary>
    public SeasonPicture? Picture { get; init; }

    /// <summary>
    /// The request is the step itself: its dates follow the day of the first loading, so a later loading must meet the first one's receipt whatever today is.
    /// </summary>
    public CommandEnvelope Envelope(SeasonScale scale) => new(Command, Actor, $"season/{Name}") { RequestDigest = Digest.Of(Name), CorrelationId = scale.Name, Channel = Actor.Channel };
}
