namespace LiveCommerce.Host.Season;

/// <summary>Where shops of the season are: their clock, their money, and words that stand on their signs.</summary>
/// <param name="Zone">The IANA time zone.</param>
/// <param name="Currency">The ISO 4217 code.</param>
/// <param name="Price">What a small thing costs there, in whole units.</param>
/// <param name="Words">For shops beyond those with a name of their own.</param>
sealed record SeasonPlace(string Zone, string Currency, int Price, params string[] Words);

/// <summary>Fourteen places.</summary>
static class SeasonPlaces
{
    public static SeasonPlace Jakarta { get; } = new("Asia/Jakarta", "IDR", 45_000, "Melati", "Kenanga", "Sagara");
    public static SeasonPlace Makassar { get; } = new("Asia/Makassar", "IDR", 40_000, "Losari", "Phinisi", "Bira");
    public static SeasonPlace KualaLumpur { get; } = new("Asia/Kuala_Lumpur", "MYR", 29, "Ombak", "Cempaka", "Rimba");
    public static SeasonPlace HoChiMinh { get; } = new("Asia/Ho_Chi_Minh", "VND", 149_000, "Hoa Sen", "Song Xanh", "Ban Mai");
    public static SeasonPlace Bangkok { get; } = new("Asia/Bangkok", "THB", 250, "Dok Mai", "Chao Phraya", "Lanna");
    public static SeasonPlace Manila { get; } = new("Asia/Manila", "PHP", 399, "Bituin", "Mayon", "Sampaguita");
    public static SeasonPlace Singapore { get; } = new("Asia/Singapore", "SGD", 18, "Katong", "Tembusu", "Kallang");
    public static SeasonPlace Tokyo { get; } = new("Asia/Tokyo", "JPY", 1_980, "Kawabe", "Yuzuki", "Asagi");
    public static SeasonPlace London { get; } = new("Europe/London", "GBP", 14, "Thornbury", "Fenwick", "Larkfield");
    public static SeasonPlace Berlin { get; } = new("Europe/Berlin", "EUR", 17, "Lindenhof", "Kastanie", "Havel");
    public static SeasonPlace Madrid { get; } = new("Europe/Madrid", "EUR", 16, "Alameda", "Sierra Clara", "Olivar");
    public static SeasonPlace NewYork { get; } = new("America/New_York", "USD", 19, "Hudson", "Maplewood", "Brightwater");
    public static SeasonPlace MexicoCity { get; } = new("America/Mexico_City", "MXN", 320, "Jacaranda", "Coyolxa", "Nopal");
    public static SeasonPlace SaoPaulo { get; } = new("America/Sao_Paulo", "BRL", 89, "Ipanema", "Jabuti", "Cerrado");

    public static IReadOnlyList<SeasonPlace> All { get; } =
        [Jakarta, Makassar, KualaLumpur, HoChiMinh, Bangkok, Manila, Singapore, Tokyo, London, Berlin, Madrid, NewYork, MexicoCity, SaoPaulo];

    public static SeasonPlace Of(string zone) => All.First(place => place.Zone == zone);
}
