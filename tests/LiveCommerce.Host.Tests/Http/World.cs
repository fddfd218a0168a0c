using System.Net;
using LiveCommerce.Kernel;

namespace LiveCommerce.Tests.Http;

/// <summary>People and things that tests talk about, made through the API alone.</summary>
sealed class World(TestHost host)
{
    static readonly string Image = Digest.Of(Png.Of());

    internal Caller Admin { get; } = new(host.Http, host.Tokens.For("ops_admin", user: "adm-1"));

    internal Caller Reviewer { get; } = new(host.Http, host.Tokens.For("ops_reviewer", user: "rev-1"));

    internal Caller Auditor { get; } = new(host.Http, host.Tokens.For("auditor", user: "aud-1"));

    internal Caller Nobody { get; } = new(host.Http, null);

    internal static string Time(double hours) => DateTimeOffset.UtcNow.AddHours(hours).ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", System.Globalization.CultureInfo.InvariantCulture);

    internal static object Terms(string name = "Year-end LIVE", string visibility = "Public", double start = -1, double end = 48) => new
    {
        name,
        details = "Sell live at the end of the year.",
        visibility,
        levels = new[] { new { level = "S", minimumMinutes = 120 }, new { level = "A", minimumMinutes = 60 } },
        registrationWindow = new { start = Time(start - 24), end = Time(Math.Min(24, end)) },
        period = new { start = Time(start), end = Time(end) },
    };

    /// <summary>A LIVE that a merchant plans, so many days from today on the shop's clock.</summary>
    internal static object Plan(int days = 3, string time = "20:00", int minutes = 120, string title = "Batik night", string[]? products = null, string? merchant = null) => new
    {
        title,
        description = "New shawls from Kelantan",
        schedule = new { date = Date(days), time, minutes },
        products = products ?? ["P1", "P2"],
        promotionTools = new[] { "T1" },
        merchant,
    };

    /// <summary>The marketplace's id of a product that no shop has yet.</summary>
    internal static string NewProduct() => $"{Guid.CreateVersion7():N}";

    internal static object Products(params string[] products) => new { products };

    internal static object Tools(params string[] promotionTools) => new { promotionTools };

    internal static string Date(int days) => DateTime.UtcNow.AddHours(7).AddDays(days).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture); // in Jakarta

    /// <summary>What a merchant fills in on a computer.</summary>
    internal static object Form(double start = 2, double hours = 3, string? notes = null, object? onBehalfOf = null, string category = "health", string? image = null) => new
    {
        willingnessLevels = new[] { "S", "A" },
        livePeriod = new { start = Time(start), end = Time(start + hours) },
        mainCategory = category,
        whiteBackgroundImage = image ?? Image,
        brandLogo = image ?? Image,
        notes,
        onBehalfOf,
    };

    /// <summary>What a creator fills in.</summary>
    internal static object CreatorForm(string account) => new
    {
        willingnessLevels = new[] { "A" },
        livePeriod = new { start = Time(2), end = Time(5) },
        mainCategory = "fashion",
        platformMerchandiseSupport = true,
        account,
    };

    internal async Task<string> Campaign(string visibility = "Public", string name = "Year-end LIVE", double end = 48)
    {
        var draft = (await Admin.Post("/v1/campaigns", Terms(name, visibility, end: end))).ShouldBe(HttpStatusCode.Created);
        (await Admin.Post($"/v1/campaigns/{draft.Id}/publish")).ShouldBe(HttpStatusCode.OK);
        return draft.Id;
    }

    internal async Task<Seller> Merchant(bool linked = true)
    {
        var merchant = (await Admin.Post("/v1/merchants", new { shopName = "Batik Laras", timeZone = "Asia/Jakarta" })).ShouldBe(HttpStatusCode.Created).Id;
        var account = (await Admin.Post("/v1/accounts", new { type = "Official", handle = "@batik", uid = "7001" })).ShouldBe(HttpStatusCode.Created).Id;
        var caller = new Caller(host.Http, host.Tokens.For("merchant", merchant, user: "sel-1"));
        (await caller.PutImage(Png.Of())).ShouldBe(HttpStatusCode.Created);
        if (linked) (await Admin.Post($"/v1/merchants/{merchant}/official-account", new { account })).ShouldBe(HttpStatusCode.OK);
        return new(merchant, account, caller);
    }

    internal async Task<Seller> Creator(string type = "Affiliate", string? merchant = null)
    {
        var creator = new CreatorId(Guid.CreateVersion7()).ToString();
        var account = (await Admin.Post("/v1/accounts", new { type, handle = "@dewi", uid = "7002", creator, merchant })).ShouldBe(HttpStatusCode.Created).Id;
        return new(creator, account, new(host.Http, host.Tokens.For("creator", creator: creator, user: "cre-1")));
    }

    internal static async Task<string> Registration(Seller seller, string campaign) =>
        (await seller.Caller.Post($"/v1/campaigns/{campaign}/registrations", Form(notes: "Two hosts"))).ShouldBe(HttpStatusCode.Created).Id;

    internal static async Task<string> Planned(Seller seller, int days = 3) => (await seller.Caller.Post("/v1/plans", Plan(days))).ShouldBe(HttpStatusCode.Created).Id;

    /// <summary>The same caller, holding an invitation.</summary>
    internal Caller With(string invitation, Seller seller) =>
        new(host.Http, seller.Party.StartsWith("mer", StringComparison.Ordinal) ? host.Tokens.For("merchant", seller.Party) : host.Tokens.For("creator", creator: seller.Party)) { Invitation = invitation };
}

/// <summary>A party with its account and its voice.</summary>
sealed record Seller(string Party, string Account, Caller Caller);
