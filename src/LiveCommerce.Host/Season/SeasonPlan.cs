using System.Globalization;
using LiveCommerce.Kernel;
using LiveCommerce.LivePlans;
using NodaTime;
using NodaTime.Text;

namespace LiveCommerce.Host.Season;

/// <summary>A LIVE that a shop of the season plans.</summary>
/// <param name="Name">Names it for ever.</param>
/// <param name="Merchant">Whose.</param>
/// <param name="Start">When it shall begin.</param>
/// <param name="Minutes">For how long.</param>
/// <param name="Title">Its title.</param>
/// <param name="Products">How many of the shop's products it features.</param>
/// <param name="Tools">How many promotion tools it has.</param>
sealed record SeasonPlan(string Name, SeasonMerchant Merchant, Moment Start, int Minutes, string Title, int Products, int Tools)
{
    public LivePlanId Id => IdOf(Name);

    public Moment End => Start + Duration.FromMinutes(Minutes);

    public CreateLivePlan Creation => new(
        Id, Merchant.Id, Text("title", Title), Text("description", $"{Title}, LIVE from {Merchant.Shop}."), Wanted(Start, Minutes), ProductsOf(Merchant, Products), ToolsOf(Merchant, Tools));

    public PersonalText Text(string what, string words) => SeasonText.Of(Merchant.Id.Value, $"{what} of {Name}", words);

    /// <summary>On the shop's clock. Hours of the UTC day from 8 to 15 are never those that a clock change repeats anywhere in the season.</summary>
    public WantedSchedule Wanted(Moment start, int minutes)
    {
        var local = start.Instant.InZone(DateTimeZoneProviders.Tzdb[Merchant.Zone]).LocalDateTime;
        return new(LocalDatePattern.Iso.Format(local.Date), LocalTimePattern.CreateWithInvariantCulture("HH:mm").Format(local.TimeOfDay), minutes);
    }

    public static LivePlanId IdOf(string name) => new(SeasonIds.Of($"plans/{name}"));

    /// <summary>The marketplace's ids of a shop's first products.</summary>
    public static ValueList<string> ProductsOf(SeasonMerchant merchant, int count) => Numbers(merchant, "product", count);

    /// <summary>The ids of a shop's first promotion tools.</summary>
    public static ValueList<string> ToolsOf(SeasonMerchant merchant, int count) => Numbers(merchant, "tool", count);

    // nineteen digits, as marketplaces number such things
    static ValueList<string> Numbers(SeasonMerchant merchant, string what, int count) => Enumerable.Range(1, count)
        .Select(number => "17" + (ulong.Parse(Digest.Of($"{what} {number} of {merchant.Shop}")[..15], NumberStyles.HexNumber, CultureInfo.InvariantCulture) % 100_000_000_000_000_000).ToString("D17", CultureInfo.InvariantCulture))
        .ToValueList();
}
