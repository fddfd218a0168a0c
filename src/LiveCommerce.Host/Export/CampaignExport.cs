using System.Globalization;
using System.Runtime.CompilerServices;
using LiveCommerce.Campaigns;
using LiveCommerce.Host.Http.Audit;
using LiveCommerce.Kernel;
using LiveCommerce.Postgres;
using LiveCommerce.Postgres.Reading;
using LiveCommerce.Postgres.Registrations;
using LiveCommerce.Registrations;
using LiveCommerce.Sellers;
using LiveCommerce.Store;

namespace LiveCommerce.Host.Export;

/// <summary>
/// Tells the histories of a campaign's registrations up to one position of the log. A log only grows, and in one order: what is read piece by piece up to
/// a position is the same as if it had been read at once, whoever writes meanwhile. No more than a page of histories is held in memory.
/// </summary>
sealed class CampaignExport(IEventStore store, RegistrationQueries registrations, LogReader log)
{
    /// <summary>What the export will say of itself; null where there is no such campaign.</summary>
    public async Task<ExportHeader?> Begin(CampaignId campaign, ExportRequest request, CancellationToken cancellation)
    {
        var history = (await store.Load([campaign.Value], cancellation))[campaign.Value];
        if (history is not [{ StreamType: var kind }, ..] || kind != LivestreamCampaign.Kind.Alias) return null;
        var name = LivestreamCampaign.Kind.Fold(history.Select(fact => fact.Body)) switch
        {
            LivestreamCampaign.Draft draft => draft.Terms.Name,
            LivestreamCampaign.Published published => published.Terms.Name,
            _ => throw new System.Diagnostics.UnreachableException(),
        };
        var last = await store.ReadAll(ReadQuery.Latest(1), cancellation);
        return new(
            ExportHeader.Version, campaign, name, request.By, request.Role, request.At, request.From, request.To, await LogName(cancellation), last[0].Position,
            "the latest registration first, the facts of each in the order of their versions");
    }

    /// <summary>Tells every fact; gives the digest over what was written.</summary>
    /// <exception cref="IOException">Another log took the place of this one meanwhile.</exception>
    public async Task<(ExportTotals Totals, string Sha256)> Write(ExportHeader header, IExportWriter writer, CancellationToken cancellation)
    {
        var (told, facts, last) = (0L, 0L, default(RegistrationId));
        await writer.Begin(header, cancellation);
        await foreach (var fact in Facts(header, cancellation))
        {
            if (facts++ == 0 || fact.Registration != last) told++;
            last = fact.Registration;
            await writer.Write(fact, cancellation);
        }
        if (await LogName(cancellation) != header.Log) throw new IOException("Another log took the place of this one; export again.");
        var totals = new ExportTotals(told, facts);
        return (totals, await writer.End(totals, cancellation));
    }

    async IAsyncEnumerable<ExportedFact> Facts(ExportHeader header, [EnumeratorCancellation] CancellationToken cancellation)
    {
        for (PagePlace? after = null; ;)
        {
            var page = await registrations.InCampaign(header.Campaign, null, header.ExportedAt, after, cancellation: cancellation);
            var histories = await store.Load([.. page.Items.Select(shown => shown.Record.Id.Value)], cancellation);
            var shops = await store.Load([.. page.Items.Select(shown => shown.Record.Merchant?.Value).OfType<Guid>().Distinct()], cancellation);
            foreach (var record in page.Items.Select(shown => shown.Record))
            {
                var shop = record.Merchant is { } id && shops[id.Value] is [{ Body: MerchantOnboarded onboarded }, ..] ? onboarded : null;
                foreach (var fact in histories[record.Id.Value].Where(fact => fact.Position <= header.Position && header.Asks(fact.Envelope.EffectiveAt)))
                    yield return new(fact.Position, record.Id, record.Party, shop?.ShopName, EventView.Of(fact, shop?.Zone));
            }
            if (page.Next is null) yield break;
            after = page.Next;
        }
    }

    async Task<string> LogName(CancellationToken cancellation)
    {
        var name = await log.Name(cancellation);
        return string.Create(CultureInfo.InvariantCulture, $"{name.LogId:N}.{name.Epoch}");
    }
}
