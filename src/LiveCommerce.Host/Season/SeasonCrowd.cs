using LiveCommerce.Kernel;
using LiveCommerce.Sellers;

namespace LiveCommerce.Host.Season;

/// <summary>The shops and creators beside the named ones, and how they come to the platform.</summary>
sealed class SeasonCrowd
{
    const int Unbound = 12; // every twelfth shop has linked no account
    const int MostInsiders = 5;

    readonly SeasonDay day;
    readonly HashSet<MerchantId> unbound;

    public SeasonCrowd(SeasonDay day, SeasonScale scale)
    {
        this.day = day;
        Merchants = [.. Enumerable.Range(0, scale.Merchants - SeasonParties.Merchants.Count).Select(index => SeasonRoster.Merchant(index, scale.Seed))];
        unbound = [.. Merchants.Where((_, index) => index % Unbound == Unbound - 1).Select(merchant => merchant.Id)];
        Creators = [.. Enumerable.Range(0, scale.Creators - SeasonParties.Creators.Count).Select(CreatorOf)];
        Insiders = [.. Merchants.Where(merchant => merchant.Category == "beauty_and_personal_care" && IsBound(merchant)).Take(MostInsiders)];
    }

    public IReadOnlyList<SeasonMerchant> Merchants { get; }

    public IReadOnlyList<SeasonCreator> Creators { get; }

    /// <summary>The shops that are invited to the private campaign.</summary>
    public IReadOnlyList<SeasonMerchant> Insiders { get; }

    public bool IsBound(SeasonMerchant merchant) => !unbound.Contains(merchant.Id);

    public IEnumerable<SeasonStep> Arrivals()
    {
        var owners = Creators.Where(creator => creator.RunsTheOfficialAccount).ToDictionary(creator => creator.Account, creator => creator.Id);
        foreach (var merchant in Merchants)
        {
            yield return By($"onboard {merchant.Shop}", day.At(-45, 8), new OnboardMerchant(merchant.Id, SeasonText.Of(merchant.Id.Value, "shop", merchant.Shop), SeasonScript.Zone(merchant.Zone)));
            yield return By($"add {merchant.OfficialHandle}", day.At(-45, 9), SeasonScript.Account(merchant.OfficialAccount, AccountType.Official, merchant.OfficialHandle, merchant.Id.Value) with
            {
                Creator = owners.TryGetValue(merchant.OfficialAccount, out var owner) ? owner : null,
            });
            if (IsBound(merchant)) yield return By($"link {merchant.OfficialHandle}", day.At(-44, 9), new LinkOfficialAccount(merchant.Id, merchant.OfficialAccount));
        }
        foreach (var (index, creator) in Creators.Index().Where(one => !one.Item.RunsTheOfficialAccount))
            yield return By($"add {creator.Handle}", day.At(-43, 9), SeasonScript.Account(creator.Account, index % 8 == 1 ? AccountType.Marketing : AccountType.Affiliate, creator.Handle, creator.Id.Value) with
            {
                Creator = creator.Id,
                Merchant = creator.Shop?.Id,
            });
    }

    /// <summary>Of four creators one is tied to a shop with an account of their own and one runs a shop's official account.</summary>
    SeasonCreator CreatorOf(int index)
    {
        var name = SeasonRoster.Creator(index);
        var shop = index % 4 is 1 or 2 ? Merchants[index] : null;
        return new(name, index % 4 == 2 && shop is not null ? shop.OfficialHandle : $"{SeasonRoster.Handle(name)}.live", shop);
    }

    static SeasonStep By(string name, Moment at, ICommand command) => new(name, at, SeasonParties.Admin, command);
}
