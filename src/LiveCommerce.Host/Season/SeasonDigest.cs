using System.Text;
using LiveCommerce.Kernel;
using LiveCommerce.Store;

namespace LiveCommerce.Host.Season;

/// <summary>
/// What a log holds of a season, in one line: two logs with the same digest hold the same facts, byte for byte. Streams are taken in the order of their ids:
/// what happened at one instant in two of them may lie either way round in the log.
/// </summary>
/// <param name="Facts">How many facts.</param>
/// <param name="Sha256">Over stream, version, event id, wire name and canonical body of each, in lower-case hexadecimal.</param>
sealed record SeasonDigest(int Facts, string Sha256)
{
    const int Page = 1_000;

    public static async Task<SeasonDigest> Of(IEventStore store, SeasonScale scale, CancellationToken cancellation)
    {
        var facts = new List<(Guid Stream, long Version, string Digest)>();
        for (var after = 0L; ;)
        {
            var page = await store.ReadAll(new(after, Page), cancellation);
            facts.AddRange(page.Where(fact => fact.Envelope.CorrelationId == scale.Name)
                .Select(fact => (fact.Stream, fact.Version, Digest.Of($"{fact.Stream} {fact.Version} {fact.Id} {fact.Type} {fact.CanonicalBody}"))));
            if (page.Count < Page) break;
            after = page[^1].Position;
        }
        var lines = new StringBuilder();
        foreach (var fact in facts.OrderBy(fact => fact.Stream).ThenBy(fact => fact.Version)) lines.Append(fact.Digest).Append('\n');
        return new(facts.Count, Digest.Of(lines.ToString()));
    }
}
