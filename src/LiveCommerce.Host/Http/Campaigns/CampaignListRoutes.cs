using LiveCommerce.Campaigns;
using LiveCommerce.Host.Http.Answers;
using LiveCommerce.Host.Http.Documents;
using LiveCommerce.Host.Http.Problems;
using LiveCommerce.Host.Http.Reading;
using LiveCommerce.Host.Http.Requests;
using LiveCommerce.Host.Http.SignIn;
using LiveCommerce.Kernel;
using LiveCommerce.Postgres;
using LiveCommerce.Postgres.Campaigns;
using LiveCommerce.Registrations;

namespace LiveCommerce.Host.Http.Campaigns;

/// <summary>The list of campaigns with its tabs, and the badge at its upper right corner (CAMP-03..07).</summary>
static class CampaignListRoutes
{
    internal static void MapCampaignLists(this IEndpointRouteBuilder campaigns)
    {
        campaigns.MapGet("/", List).Reads<Answers.Page<CampaignView>>(
            "listCampaigns", "Campaigns, the latest period first, by tab: all (with showEnded), open or registered (CAMP-04); without a tab the platform and the auditor find drafts and private ones as well");
        campaigns.MapGet("/badge", Badge).For(ActorRole.Merchant, ActorRole.Creator).Reads<BadgeView>(
            "readBadge", "How many campaigns you can register for now: public, open, you are eligible and have slots left (CAMP-03, C36)");
    }

    static async Task<IResult> List(
        Caller caller, CampaignQueries campaigns, States states, TimeProvider clock, CancellationToken cancellation,
        string? tab = null, bool? showEnded = null, string? name = null, string? cursor = null, int? limit = null)
    {
        var now = clock.Now();
        var page = PageRequest.Of(cursor, limit);
        var part = name is null ? null : TextRules.Optional(name, nameof(name), TextLimits.Name);
        var named = tab is null ? (CampaignTab?)null : TabOf(tab);
        var found = await campaigns.List(FilterOf(named, showEnded, caller, now) with { NamePart = part }, page.Place(), page.Limit, cancellation);
        var views = await states.Ask(reads => All(found.Items, row => CampaignView.Of(reads, row.Id, caller, now, named)), cancellation);
        return new RecordResult<Answers.Page<CampaignView>>(new(views, found.Next.ToCursor()));
    }

    static CampaignTab TabOf(string text) => text switch
    {
        "all" => CampaignTab.All,
        "open" => CampaignTab.OpenForRegistration,
        "registered" => CampaignTab.Registered,
        _ => throw new RequestRefusedException(DoorProblems.Malformed, "tab"),
    };

    static CampaignFilter FilterOf(CampaignTab? tab, bool? showEnded, Caller caller, Moment now) => tab switch
    {
        CampaignTab.OpenForRegistration or CampaignTab.Registered when showEnded is not null => throw new RequestRefusedException(DoorProblems.ShowEndedElsewhere, "showEnded"),
        CampaignTab.Registered => new(false, RegisteredBy: caller.Actor.Party ?? throw new RequestRefusedException(DoorProblems.TabOfParties, "tab")),
        CampaignTab.OpenForRegistration => new(false, OpenAt: now),
        CampaignTab.All => new(false, NotEndedAt: showEnded == true ? null : now),
        null => new(caller.SeesAll, NotEndedAt: showEnded == true ? null : now),
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    static async Task<IResult> Badge(Caller caller, CampaignQueries campaigns, States states, TimeProvider clock, CancellationToken cancellation)
    {
        var now = clock.Now();
        var count = 0;
        PagePlace? place = null;
        do
        {
            var page = await campaigns.List(new(false, OpenAt: now), place, PageRequest.Largest, cancellation);
            var verdicts = await states.Ask(reads => All(page.Items, row => RegisterAction.Of(reads, row.Id, new(now, caller.Actor))), cancellation);
            count += verdicts.Count(verdict => verdict.Allowed);
            place = page.Next;
        }
        while (place is not null);
        return new RecordResult<BadgeView>(new(count, now));
    }

    /// <summary>All are asked for before any is missed, so that each round loads everything that it can.</summary>
    static List<T>? All<T>(IReadOnlyList<CampaignRecord> rows, Func<CampaignRecord, T?> view) where T : class
    {
        var views = rows.Select(view).ToList();
        return views.Contains(null) ? null : [.. views.OfType<T>()];
    }
}

/// <summary>The badge of the list of campaigns (CAMP-03, C36).</summary>
/// <param name="CanRegister">How many campaigns take a registration of yours.</param>
/// <param name="At">At which instant.</param>
sealed record BadgeView(int CanRegister, Moment At);
