using static LiveCommerce.Host.Season.SeasonPlaces;

namespace LiveCommerce.Host.Season;

/// <summary>The shops and creators beside the named ones: these in this order, then others whose names are put together.</summary>
static class SeasonRoster
{
    const int Step = 7_919; // a prime: it meets every pair of words once before the first comes again

    static readonly (string Shop, SeasonPlace Place, string Category)[] Shops =
    [
        ("Pasar Rempah", Jakarta, "food_and_beverages"), ("Kain Nusa", Makassar, "fashion"), ("Rumah Bayi Ceria", Jakarta, "mother_and_baby"),
        ("Seri Wangi", KualaLumpur, "beauty_and_personal_care"), ("Penang Pantry", KualaLumpur, "food_and_beverages"), ("Saigon Silk House", HoChiMinh, "fashion"),
        ("Ba Mien Coffee", HoChiMinh, "food_and_beverages"), ("Lotus Clinic Care", HoChiMinh, "health"), ("Chiang Mai Clay", Bangkok, "home_living"),
        ("Thonglor Skin Lab", Bangkok, "beauty_and_personal_care"), ("Volt Siam", Bangkok, "electronics"), ("Barong Threads", Manila, "fashion"),
        ("Isla Botanica", Manila, "beauty_and_personal_care"), ("Tahanan Living", Manila, "home_living"), ("Orchard Audio", Singapore, "electronics"),
        ("Merlion Vitamins", Singapore, "health"), ("Little Kueh Co", Singapore, "food_and_beverages"), ("Asakusa Knives", Tokyo, "home_living"),
        ("Hoshizora Stationery", Tokyo, "home_living"), ("Kumo Skincare", Tokyo, "beauty_and_personal_care"), ("Brick Lane Denim", London, "fashion"),
        ("Cotswold Candle Works", London, "home_living"), ("Peckham Plant Milk", London, "food_and_beverages"), ("Kiezkaffee", Berlin, "food_and_beverages"),
        ("Spree Audio", Berlin, "electronics"), ("Waldkind", Berlin, "mother_and_baby"), ("Casa Azahar", Madrid, "beauty_and_personal_care"),
        ("Alpargata Lola", Madrid, "fashion"), ("Brooklyn Pup Supply", NewYork, "home_living"), ("Catskill Wellness", NewYork, "health"),
        ("Oaxaca Textil", MexicoCity, "fashion"), ("Dulce Barrio", MexicoCity, "food_and_beverages"), ("Ateliê Ipê", SaoPaulo, "fashion"),
    ];

    static readonly (string Kind, string Category)[] Trades =
    [
        ("Atelier", "fashion"), ("Kitchen", "food_and_beverages"), ("Beauty Bar", "beauty_and_personal_care"), ("Home", "home_living"), ("Gadgets", "electronics"),
        ("Wellness", "health"), ("Kids", "mother_and_baby"), ("Footwear", "fashion"), ("Tea House", "food_and_beverages"), ("Ceramics", "home_living"),
    ];

    static readonly string[] Creators =
    [
        "Rani Kusuma", "Putri Maharani", "Kevin Lim", "Linh Pham", "Nong Fah", "Miguel Santos", "Grace Tan", "Haruka Sato", "Oliver Price", "Mila Novak",
        "Carla Ruiz", "Tasha Greene", "Diego Ramos", "Luana Alves", "Farid Hakim",
    ];

    public static SeasonMerchant Merchant(int index, long seed)
    {
        if (index < Shops.Length) return Merchant(Shops[index].Shop, Shops[index].Place, Shops[index].Category);
        var signs = SeasonPlaces.All.SelectMany(place => place.Words, (place, word) => (place, word)).ToList();
        var (round, pair) = Math.DivRem(index, signs.Count * Trades.Length);
        var drawn = (int)((((long)pair * Step) + (seed % Step)) % (signs.Count * Trades.Length));
        var ((where, sign), trade) = (signs[drawn % signs.Count], Trades[drawn / signs.Count]);
        return Merchant($"{sign} {trade.Kind}{(round == 0 ? "" : $" {round + 1}")}", where, trade.Category);
    }

    public static string Creator(int index) => index < Creators.Length ? Creators[index] : $"{Creators[index % Creators.Length]} {1 + (index / Creators.Length)}";

    public static string Handle(string name) => string.Concat(name.Where(char.IsAsciiLetterOrDigit)).ToLowerInvariant();

    static SeasonMerchant Merchant(string shop, SeasonPlace place, string category) => new(shop, place.Zone, Handle(shop)) { Category = category };
}
