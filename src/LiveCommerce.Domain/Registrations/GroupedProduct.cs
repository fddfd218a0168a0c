using LiveCommerce.Kernel;

namespace LiveCommerce.Registrations;

/// <summary>A product that the platform grouped for a session (RREC-16).</summary>
/// <param name="MainImage">The main image: its content hash, or its address (https).</param>
/// <param name="Name">The product's name in the shop's public catalogue.</param>
/// <param name="ProductId">The marketplace's id of the product.</param>
/// <param name="ShopName">The name of the shop that sells it.</param>
/// <param name="CampaignSalePrice">What it costs in the campaign.</param>
public sealed record GroupedProduct(string MainImage, string Name, string ProductId, PersonalText ShopName, Money CampaignSalePrice)
{
    // two sealed texts are never the same text, though they may say the same
    internal bool SaysTheSameAs(GroupedProduct other) => (this with { ShopName = other.ShopName }) == other && ShopName.SaysTheSameAs(other.ShopName);
}

/// <summary>What a group of products must fulfil, and who may look at it (RREC-16).</summary>
public static class GroupedProducts
{
    /// <summary>So many products can be grouped for a session: as many as a LIVE can feature.</summary>
    public const int Most = 150;

    const int LongestName = 200;
    const int LongestId = 40;
    const int LongestAddress = 500;
    const int HashLength = 64;

    /// <summary>Why the products of a registration cannot be viewed; null where they can.</summary>
    public static Refusal? WhyNotViewed(Registration.Submitted registration) =>
        registration is Registration.Expired { Why: Expiry.Cancelled } ? RegistrationRefusals.Withdrawn.Of()
        : registration.Session.Products.Count == 0 ? RegistrationRefusals.NotGrouped.Of()
        : null;

    internal static IEnumerable<Refusal> Broken(ValueList<GroupedProduct> products)
    {
        if (products.Count is 0 or > Most) yield return RegistrationRefusals.ProductCount.Of("products", ("most", Numeral.Of(Most)), ("given", Numeral.Of(products.Count)));
        var seen = new HashSet<string>();
        for (var i = 0; i < products.Count; i++)
        {
            var (product, field) = (products[i], $"products[{i}]");
            if (!IsImage(product.MainImage)) yield return RegistrationRefusals.ProductImage.Of($"{field}.mainImage");
            if (string.IsNullOrWhiteSpace(product.Name) || product.Name.Length > LongestName) yield return RegistrationRefusals.ProductName.Of($"{field}.name", ("longest", Numeral.Of(LongestName)));
            if (!IsId(product.ProductId)) yield return RegistrationRefusals.ProductId.Of($"{field}.productId", ("longest", Numeral.Of(LongestId)));
            else if (!seen.Add(product.ProductId)) yield return RegistrationRefusals.ProductTwice.Of($"{field}.productId");
            if (!product.CampaignSalePrice.IsValid) yield return RegistrationRefusals.ProductPrice.Of($"{field}.campaignSalePrice");
        }
    }

    static bool IsId(string id) => id.Length is > 0 and <= LongestId && id.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '-' or '_');

    static bool IsImage(string image) =>
        (image.Length == HashLength && image.All(char.IsAsciiHexDigitLower))
        || (image.Length <= LongestAddress && Uri.TryCreate(image, UriKind.Absolute, out var address) && address is { Scheme: "https", UserInfo: "" } && address.AbsoluteUri == image);
}
