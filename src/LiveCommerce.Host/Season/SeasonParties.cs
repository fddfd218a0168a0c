using LiveCommerce.Kernel;
using LiveCommerce.Sellers;

namespace LiveCommerce.Host.Season;

/// <summary>Ids of the sample season: derived from names, so that every machine has the same.</summary>
static class SeasonIds
{
    static readonly Guid Namespace = new("6b0c4c5a-2f0e-5d3b-9a3e-0c7b7d1f4e21");

    public static Guid Of(string name) => DerivedId.Of(Namespace, name);

    public static string User(string name) => TypeId.Format("usr", Of($"users/{name}"));
}

/// <summary>A merchant of the season, and who signs in for it.</summary>
sealed record SeasonMerchant(string Shop, string Zone, string OfficialHandle)
{
    public MerchantId Id { get; } = new(SeasonIds.Of($"merchants/{Shop}"));

    public AccountId OfficialAccount { get; } = new(SeasonIds.Of($"accounts/{OfficialHandle}"));

    /// <summary>What it mostly sells.</summary>
    public string Category { get; init; } = "fashion";

    public Actor Actor => new(SeasonIds.User(Shop), ActorRole.Merchant, Party.Of(Id));
}

/// <summary>A creator of the season; one who is tied to a shop uses that shop's cap (C21), and some run the shop's official account itself (RREC-02).</summary>
sealed record SeasonCreator(string Name, string Handle, SeasonMerchant? Shop = null)
{
    public CreatorId Id { get; } = new(SeasonIds.Of($"creators/{Name}"));

    public AccountId Account { get; } = new(SeasonIds.Of($"accounts/{Handle}"));

    public bool RunsTheOfficialAccount => Handle == Shop?.OfficialHandle;

    public Actor Actor => new(SeasonIds.User(Name), ActorRole.Creator, Party.Of(Id));
}

/// <summary>Somebody who buys in the app, and by which id the platform knows them.</summary>
sealed record SeasonBuyer(string Name)
{
    public string PlatformId { get; } = SeasonIds.User(Name);

    public SubscriberId Id => SubscriberId.Of(PlatformId);

    public Actor Actor => Actor.Of(Id);
}

/// <summary>The twelve parties that are in every season and the platform's people.</summary>
static class SeasonParties
{
    public static SeasonMerchant BatikLaras { get; } = new("Batik Laras", "Asia/Jakarta", "batiklaras.official");

    public static SeasonMerchant KopiSenja { get; } = new("Kopi Senja Roasters", "Asia/Jakarta", "kopisenja");

    public static SeasonMerchant KilauBeauty { get; } = new("Kilau Beauty", "Asia/Kuala_Lumpur", "kilaubeauty.my");

    public static SeasonMerchant MekongHome { get; } = new("Mekong Home", "Asia/Ho_Chi_Minh", "mekonghome");

    public static SeasonMerchant SiamGadgets { get; } = new("Siam Gadget Hub", "Asia/Bangkok", "siamgadgethub");

    public static SeasonMerchant TinyAcorns { get; } = new("Tiny Acorns", "Europe/London", "tinyacorns");

    /// <summary>Whoever sells there uses all 100 slots (REG-03).</summary>
    public static SeasonMerchant WarungNusantara { get; } = new("Warung Nusantara", "Asia/Makassar", "warungnusantara");

    public static IReadOnlyList<SeasonMerchant> Merchants { get; } = [BatikLaras, KopiSenja, KilauBeauty, MekongHome, SiamGadgets, TinyAcorns, WarungNusantara];

    public static SeasonCreator Dewi { get; } = new("Dewi Anggraini", "dewi.live");

    public static SeasonCreator Minh { get; } = new("Minh Tran", "minhcooks");

    public static SeasonCreator Aisyah { get; } = new("Aisyah Rahman", "aisyah.glow", KilauBeauty);

    public static SeasonCreator Jordan { get; } = new("Jordan Blake", "jordanunboxes");

    public static SeasonCreator Bima { get; } = new("Bima Saputra", "bima.eats", WarungNusantara);

    public static IReadOnlyList<SeasonCreator> Creators { get; } = [Dewi, Minh, Aisyah, Jordan, Bima];

    public static SeasonBuyer Ayu { get; } = new("Ayu Lestari");

    /// <summary>Nothing that is sent to her arrives yet.</summary>
    public static SeasonBuyer Citra { get; } = new("Citra Wulandari");

    /// <summary>Nothing that is sent to her will ever arrive.</summary>
    public static SeasonBuyer Farah { get; } = new("Farah Aziz");

    public static IReadOnlyList<SeasonBuyer> Buyers { get; } = [Ayu, new("Budi Santoso"), Citra, new("Eko Prasetyo"), Farah];

    public static Actor Reviewer { get; } = new(SeasonIds.User("Lena Hartono"), ActorRole.OpsReviewer);

    public static Actor SecondReviewer { get; } = new(SeasonIds.User("Tomas Berg"), ActorRole.OpsReviewer);

    public static Actor Admin { get; } = new(SeasonIds.User("Marcus Oduya"), ActorRole.OpsAdmin);

    public static Actor Auditor { get; } = new(SeasonIds.User("Ingrid Solberg"), ActorRole.Auditor);

    public static Actor Host { get; } = new("system", ActorRole.System);
}
