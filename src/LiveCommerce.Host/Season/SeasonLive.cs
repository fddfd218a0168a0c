using LiveCommerce.Kernel;
using LiveCommerce.LiveSessions;
using NodaTime;

namespace LiveCommerce.Host.Season;

/// <summary>A LIVE session of the season.</summary>
/// <param name="Name">Names it for ever.</param>
/// <param name="Shop">Whose.</param>
/// <param name="Account">The account it runs on.</param>
/// <param name="Actor">Who runs it.</param>
/// <param name="Start">When it starts.</param>
/// <param name="Minutes">How long it is, at most 60 minutes.</param>
sealed record SeasonLive(string Name, SeasonMerchant Shop, AccountId Account, Actor Actor, Moment Start, int Minutes)
{
    public LivePlanId? Plan { get; init; }

    public LiveSessionId Id { get; } = new(SeasonIds.Of($"sessions/{Name}"));

    public Moment End => Start + Duration.FromMinutes(Minutes);

    /// <summary>Its start, and its minutes when the last of them has passed.</summary>
    public IEnumerable<SeasonStep> Begun() =>
    [
        new($"{Name} starts", Start, Actor, new StartLiveSession(Id, Account, Plan)),
        new($"{Name} is told", End, Actor, Tell(0, Minutes)),
    ];

    /// <summary>Tells minutes; another edition has other figures.</summary>
    public RecordMinuteFigures Tell(int first, int count, int edition = 0) =>
        new(Id, FigureSource.LiveFeed, Enumerable.Range(first, count).Select(minute => Figures(minute, edition)).ToValueList());

    // the room fills for a quarter of an hour and empties slowly
    MinuteFigures Figures(int minute, int edition)
    {
        var dice = new SeasonDice($"sessions/{Name}/{minute}/{edition}");
        var (viewers, orders) = (10 + (8 * Math.Min(minute, 15)) - (2 * Math.Max(0, minute - 25)) + dice.Roll(20), dice.Roll(4));
        var place = SeasonPlaces.Of(Shop.Zone);
        var sold = SeasonPlan.ProductsOf(Shop, 3).Take(orders).Select(id => new ProductGmv(id, new(Numeral.Of(place.Price * dice.Between(1, 3)), place.Currency)));
        return new(minute, viewers + dice.Roll(40), viewers, 5 + dice.Roll(12), dice.Roll(30), dice.Roll(3), 100 + dice.Roll(200), dice.Roll(25), orders, orders + dice.Roll(orders + 1), sold.ToValueList());
    }
}
