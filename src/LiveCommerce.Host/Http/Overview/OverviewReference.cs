using System.Text.RegularExpressions;
using static LiveCommerce.Host.Http.Overview.ReferenceTexts;

namespace LiveCommerce.Host.Http.Overview;

/// <summary>What one seller achieved: reference data, dated and with its source (LS-04).</summary>
/// <param name="Title">Who.</param>
/// <param name="Summary">What.</param>
/// <param name="Date">When: a year, a month or a day of ISO 8601.</param>
/// <param name="Source">Who says so.</param>
sealed record SuccessStory(string Title, string Summary, string Date, string Source);

/// <summary>Where campaigns are found (CAMP-01).</summary>
/// <param name="SellerCenter">The way through the menus of Seller Center on a computer.</param>
/// <param name="SharedLink">The address that account managers share for the app; <c>{campaign}</c> stands for the campaign's id.</param>
sealed record CampaignEntries(IReadOnlyList<string> SellerCenter, string SharedLink);

/// <summary>The reference data of the overview: shipped with the program, or a file of the operator's own.</summary>
/// <param name="Entry">The way to LIVE Selling through the menus of Seller Center (LS-02).</param>
/// <param name="Campaigns">Where campaigns are found.</param>
/// <param name="SuccessStories">What other sellers achieved.</param>
sealed partial record OverviewReference(IReadOnlyList<string> Entry, CampaignEntries Campaigns, IReadOnlyList<SuccessStory> SuccessStories)
{
    internal const string Setting = "LiveCommerce:OverviewFile";
    const string Campaign = "{campaign}";

    static readonly ReferenceFile<OverviewReference> File = new(
        Setting, "overview.json", reference => reference.IsWhole,
        $"every entry and story needs its texts, a date such as 2026, 2026-05 or 2026-05-31, and a shared link with {Campaign} that is https or a path of this host.");

    internal static OverviewReference Shipped => File.Shipped;

    internal static OverviewReference From(IConfiguration configuration) => File.From(configuration);

    internal static OverviewReference Parse(string text, string file) => File.Parse(text, file);

    bool IsWhole =>
        AreTexts(Entry) && AreTexts(Campaigns.SellerCenter) && SuccessStories.All(story => story is not null && AreTexts(story.Title, story.Summary, story.Source) && IsoDate().IsMatch(story.Date))
        && Campaigns.SharedLink.Contains(Campaign, StringComparison.Ordinal) && IsLink(Campaigns.SharedLink);

    [GeneratedRegex(@"^[0-9]{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12][0-9]|3[01]))?)?\z")]
    private static partial Regex IsoDate();
}
