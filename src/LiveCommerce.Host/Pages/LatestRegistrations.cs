using LiveCommerce.Audit;
using LiveCommerce.Campaigns;
using LiveCommerce.Host.Http.Reading;
using LiveCommerce.Kernel;
using LiveCommerce.Registrations;
using LiveCommerce.Sellers;
using LiveCommerce.Store;

namespace LiveCommerce.Host.Pages;

/// <summary>The latest registrations that somebody may see, out of the end of the log.</summary>
sealed class LatestRegistrations(IEventStore store, States states, TimeProvider clock)
{
    const int Looked = 500;
    const int Shown = 20;

    /// <summary>How many facts there are, and the latest registrations; none for a reader who did not sign in.</summary>
    internal async Task<(long Facts, IReadOnlyList<LatestRow> Rows)> For(Actor? actor, CancellationToken cancellation)
    {
        var end = await store.ReadAll(ReadQuery.Latest(actor is null ? 1 : Looked), cancellation);
        var facts = end is [var last, ..] ? last.Position : 0;
        if (actor is null) return (facts, []);
        var submitted = end.Select(fact => fact.Body).OfType<RegistrationSubmitted>().Where(it => new RegisteredSession(it).IsVisibleTo(actor)).Take(Shown).ToList();
        return (facts, await states.Ask(reads => Rows(reads, submitted), cancellation));
    }

    List<LatestRow>? Rows(LoadedStates reads, List<RegistrationSubmitted> submitted)
    {
        var rows = submitted.ConvertAll(it => Row(reads, it));
        return rows.Contains(null) ? null : [.. rows.OfType<LatestRow>()];
    }

    LatestRow? Row(LoadedStates reads, RegistrationSubmitted it)
    {
        var (campaign, account) = (reads.Of(LivestreamCampaign.At(it.Campaign)), reads.Of(TikTokAccount.At(it.Account)));
        var shop = it.Merchant is { } merchant ? reads.Of(Merchant.At(merchant)) : null;
        if (Audited.Of(Registration.Kind).Replay(it.Registration.Value, new AsOf.Instant(clock.Now()), reads.HistoryOf) is not Replayed.Found { Standing: var standing } || campaign is null || account is null) return null;
        var whose = (shop as Merchant.Onboarded)?.ShopName.Value ?? (account as TikTokAccount.Added)?.Handle.Value ?? $"{it.Party}";
        return new($"{it.Registration}", whose, Names.Of(campaign), standing.Status, standing.Since);
    }
}

/// <summary>Names for people.</summary>
static class Names
{
    internal static string Of(LivestreamCampaign campaign) => campaign switch
    {
        LivestreamCampaign.NotDrafted => "",
        LivestreamCampaign.Draft it => it.Terms.Name,
        LivestreamCampaign.Published it => it.Terms.Name,
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    /// <summary>The name of a registration's campaign.</summary>
    internal static async Task<string> NameOfCampaign(this States states, Standing standing, CancellationToken cancellation) =>
        standing.State is Registration.Submitted known
            ? Of(await states.Ask(reads => reads.Of(LivestreamCampaign.At(known.Session.Submission.Campaign)), cancellation))
            : "";
}
