using LiveCommerce.Host.Http.LiveSessions;
using LiveCommerce.Host.Http.Problems;
using LiveCommerce.Host.Http.Reading;
using LiveCommerce.Host.Http.Requests;
using LiveCommerce.Host.Http.Sellers;
using LiveCommerce.Kernel;
using LiveCommerce.LiveSessions;
using LiveCommerce.Performance;
using LiveCommerce.Postgres.LiveSessions;
using LiveCommerce.Sellers;
using LiveCommerce.Store;
using Microsoft.AspNetCore.Http.HttpResults;
using static LiveCommerce.Host.Pages.PageResults;

namespace LiveCommerce.Host.Pages;

/// <summary>The LIVE sessions of a party with the shop's recap on top, and each session with its minutes.</summary>
static class SessionPageRoutes
{
    internal const string Path = "/sessions";

    const int PageLength = 25;
    const int LatestFacts = 20;

    internal static void MapSessionPages(this IEndpointRouteBuilder pages)
    {
        pages.MapGet(Path, List);
        pages.MapGet($"{Path}/{{id}}", One);
    }

    static async Task<IResult> List(
        HttpContext context, PageSetup setup, SessionQueries sessions, RecapQueries recaps, States states, TimeProvider clock, CancellationToken cancellation, string? party = null, string? cursor = null)
    {
        if (context.Features.Get<Actor>() is not { } actor || actor.Role == ActorRole.Buyer) return SignIn(context, setup);
        try
        {
            var whose = SessionRoutes.PartyOf(party, new(actor, null));
            var found = await sessions.List(whose, PageRequest.Of(cursor, PageLength).Place(), PageLength, cancellation);
            var shops = await ShopsOf(found.Items.Select(session => session.Begin.Party).Concat(whose is null ? [] : [whose]), states, cancellation);
            var shop = whose is { Kind: PartyKind.Merchant } ? shops.GetValueOrDefault(new(whose.Id)) ?? throw new RequestRefusedException(DoorProblems.NotFound) : null;
            var recap = shop is null ? null : await recaps.Of(shop.Id, new RecapPeriod.Last7Days(), shop.Zone, clock.Now(), cancellation);
            var names = shops.ToDictionary(one => Party.Of(one.Key), one => one.Value.ShopName.Value ?? Party.Of(one.Key).ToString());
            return Page<Sessions>(context, new { Model = new SessionsModel(setup, actor, whose, shop?.Zone, recap, found.Items, names, found.Next.ToCursor()) });
        }
        catch (RequestRefusedException refused)
        {
            return Notice(context, setup, actor, DoorProblems.NotFound.Status, "There are no such sessions", refused.Kind.Message);
        }
    }

    static async Task<IResult> One(string id, HttpContext context, PageSetup setup, SessionQueries sessions, States states, IEventStore store, CancellationToken cancellation)
    {
        if (context.Features.Get<Actor>() is not { } actor || actor.Role == ActorRole.Buyer) return SignIn(context, setup);
        try
        {
            var session = TypeId.TryParse<LiveSessionId>(id, out var known) ? known : throw new RequestRefusedException(DoorProblems.NotFound);
            var row = await states.See(session, new(actor, null), cancellation);
            var figures = await sessions.Find(session, cancellation) ?? throw new RequestRefusedException(DoorProblems.NotFound);
            var shop = (await ShopsOf([row.Begin.Party], states, cancellation)).Values.SingleOrDefault();
            return Page<SessionDetail>(context, new { Model = new SessionModel(setup, actor, row, figures, shop?.ShopName.Value, shop?.Zone, await HistoryOf(session, store, cancellation)) });
        }
        catch (RequestRefusedException refused)
        {
            return Notice(context, setup, actor, DoorProblems.NotFound.Status, "There is no such session", refused.Kind.Message);
        }
    }

    static Task<IReadOnlyDictionary<MerchantId, Merchant.Onboarded>> ShopsOf(IEnumerable<Party> parties, States states, CancellationToken cancellation) =>
        states.Shops(parties.Where(party => party.Kind == PartyKind.Merchant).Select(party => new MerchantId(party.Id)), cancellation);

    /// <summary>A session told minute by minute has hundreds of facts: the latest of each source are shown.</summary>
    static async Task<IReadOnlyList<RecordedEvent>> HistoryOf(LiveSessionId session, IEventStore store, CancellationToken cancellation)
    {
        var facts = new List<RecordedEvent>();
        foreach (var stream in (Guid[])[session.Value, .. Enum.GetValues<FigureSource>().Select(source => LiveFigures.IdOf(session, source).Value)])
            facts.AddRange(await store.ReadStream(stream, ReadQuery.Latest(LatestFacts), cancellation));
        return [.. facts.OrderBy(fact => fact.Position)];
    }

    static RazorComponentResult<Notice> SignIn(HttpContext context, PageSetup setup) =>
        Notice(context, setup, null, DoorProblems.SignInRequired.Status, "Sign in to see LIVE sessions", "Sessions and their figures are for the shop, its creators, the platform and auditors.");
}
