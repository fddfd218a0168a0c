using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using LiveCommerce.Calendars;
using LiveCommerce.Host.Http.Answers;
using LiveCommerce.Host.Http.Catalogue;
using LiveCommerce.Host.Http.Documents;
using LiveCommerce.Host.Http.LivePlans;
using LiveCommerce.Host.Http.Problems;
using LiveCommerce.Host.Http.Reading;
using LiveCommerce.Host.Http.Requests;
using LiveCommerce.Host.Http.Sellers;
using LiveCommerce.Host.Http.SignIn;
using LiveCommerce.Kernel;
using LiveCommerce.Postgres.Calendars;
using LiveCommerce.Sellers;

namespace LiveCommerce.Host.Http.Calendars;

/// <summary>A shop's plans in the calendar of whoever has the secret link (BEY-14): the token is answered once and kept as a digest alone.</summary>
static class CalendarRoutes
{
    const int TokenBytes = 16;
    static readonly string NoDigest = new('0', 64);

    internal static void MapCalendars(this IEndpointRouteBuilder api)
    {
        var calendar = api.MapGroup("/calendar").WithTags("Calendars");
        calendar.MapGet("", Read).For(CatalogueSight.Readers).Reads<CalendarView>("readCalendar", "Whether a secret link leads to a shop's calendar; operators and auditors name the merchant");
        calendar.MapPost("/link", Issue).For<IssueCalendarLink>()
            .Writes("issueCalendarLink", "Make the secret link to a shop's calendar, in place of one that is there; its token is in this answer and never again: /v1/calendars/{id}/{token}.ics (BEY-14)");
        calendar.MapPost("/link/revoke", Revoke).For<RevokeCalendarLink>().Writes("revokeCalendarLink", "Make the secret link lead nowhere");
        api.MapGet("/calendars/{calendar}/{token}.ics", Feed).AllowAnonymous().WithTags("Calendars")
            .WithName("readCalendarFeed").WithSummary("A shop's LIVE plans and what leads up to them as iCalendar (RFC 5545), for whoever has the secret link").Produces<string>(200, CalendarFeed.MediaType);
    }

    static async Task<IResult> Read(Caller caller, States states, CancellationToken cancellation, string? merchant = null)
    {
        var shop = caller.ShopOf(merchant);
        await states.Shop(shop, cancellation);
        var id = ShopCalendar.IdOf(shop);
        return new RecordResult<CalendarView>(new(id, await states.Ask(reads => reads.Of(ShopCalendar.At(id)), cancellation) is ShopCalendar.Shared));
    }

    static Task<IResult> Issue(Asked<CalendarRequest> asked, CommandDoor door)
    {
        var (shop, token) = (asked.Actor.ShopOf(asked.Body.Merchant), Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(TokenBytes)));
        var command = new IssueCalendarLink(ShopCalendar.IdOf(shop), shop, Digest.Of(token));
        return door.Send(asked.For(Party.Of(shop), command), command.Calendar, new(FirstTime: answer => answer with { Token = token }));
    }

    static Task<IResult> Revoke(Asked<CalendarRequest> asked, CommandDoor door)
    {
        var shop = asked.Actor.ShopOf(asked.Body.Merchant);
        var command = new RevokeCalendarLink(ShopCalendar.IdOf(shop), shop);
        return door.Send(asked.For(Party.Of(shop), command), command.Calendar);
    }

    /// <summary>Whoever has no link that leads here is told the same, whether one ever did, was replaced or was revoked.</summary>
    static async Task<IResult> Feed(string calendar, string token, States states, CalendarQueries calendars, TimeProvider clock, CancellationToken cancellation)
    {
        var state = TypeId.TryParse<ShopCalendarId>(calendar, out var id) ? await states.Ask(reads => reads.Of(ShopCalendar.At(id)), cancellation) : null;
        var digest = (state as ShopCalendar.Shared)?.TokenDigest ?? NoDigest;
        if (!CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(digest), Encoding.ASCII.GetBytes(Digest.Of(token))) || state is not ShopCalendar.Shared { Merchant: var shop })
            throw new RequestRefusedException(DoorProblems.NotFound);
        var merchant = await states.Shop(shop, cancellation);
        var now = clock.Now();
        return new CalendarFeed(PlanCalendar.Text(merchant.ShopName.Value, merchant.Zone, await calendars.Of(shop, now, cancellation), now));
    }
}

/// <summary>Whose calendar.</summary>
/// <param name="Merchant">The shop; a merchant leaves it out.</param>
sealed record CalendarRequest(MerchantId? Merchant = null);

/// <summary>A shop's calendar.</summary>
/// <param name="Id">Its id, the first part of a link.</param>
/// <param name="IsShared">Whether a secret link leads to it.</param>
sealed record CalendarView(ShopCalendarId Id, bool IsShared);
