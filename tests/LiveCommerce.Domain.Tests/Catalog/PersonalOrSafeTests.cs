using System.Reflection;
using LiveCommerce.Kernel;

namespace LiveCommerce.Tests.Catalog;

/// <summary>Every string that history can hold is personal, or is named here as safe with the reason.</summary>
public sealed class PersonalOrSafeTests
{
    static readonly Dictionary<string, string> safe = new()
    {
        ["CampaignTerms.Name"] = "public text of the platform",
        ["CampaignTerms.Details"] = "public text of the platform",
        ["CampaignTerms.Cover"] = "content hash",
        ["LevelRequirement.Level"] = "code of the campaign",
        ["InvitationIssued.TokenDigest"] = "digest",
        ["CalendarLinkIssued.TokenDigest"] = "digest",
        ["RegistrationForm.WillingnessLevels"] = "codes, checked against the campaign before they are recorded",
        ["RegistrationForm.MainCategory"] = "code, checked against the list before it is recorded",
        ["RegistrationForm.WhiteBackgroundImage"] = "content hash",
        ["RegistrationForm.BrandLogo"] = "content hash",
        ["RegistrationSubmitted.OpsUser"] = "opaque actor id",
        ["LevelAssessed.Level"] = "code, checked against the campaign before it is recorded",
        ["GroupedProduct.MainImage"] = "content hash or address of a product's image, checked before it is recorded",
        ["GroupedProduct.Name"] = "public text of the shop's catalogue",
        ["GroupedProduct.ProductId"] = "the marketplace's id, checked before it is recorded",
        ["Money.Amount"] = "decimal text, checked before it is recorded",
        ["Money.Currency"] = "ISO 4217 code, checked before it is recorded",
        ["ImageFacts.ContentHash"] = "content hash",
        ["ImageFacts.MediaType"] = "found in the image's first bytes, one of a list",
        ["LiveSchedule.Date"] = "ISO 8601, parsed before it is recorded",
        ["LiveSchedule.Time"] = "ISO 8601, parsed before it is recorded",
        ["LivePlanCreated.Products"] = "the marketplace's ids, checked before they are recorded",
        ["LivePlanCreated.PromotionTools"] = "the marketplace's ids, checked before they are recorded",
        ["FeaturedProductsChanged.Products"] = "the marketplace's ids, checked before they are recorded",
        ["PromotionToolsRefreshed.PromotionTools"] = "the marketplace's ids, checked before they are recorded",
        ["ProductObserved.ProductId"] = "the marketplace's id, checked before it is recorded",
        ["ProductListed.ProductId"] = "the marketplace's id, checked before it is recorded",
        ["CatalogueImported.ContentHash"] = "content hash",
        ["CompetitorLive.Key"] = "a key of reference data, checked before it is recorded",
        ["PromotionTool.Id"] = "the marketplace's id, checked before it is recorded",
        ["PromotionTool.Products"] = "the marketplace's ids, checked before they are recorded",
        ["ProjectedUnits.ProductId"] = "the marketplace's id, one of the plan's",
        ["RunSheetSegment.ProductId"] = "the marketplace's id, one of the plan's",
        ["ReferenceCard.ProductId"] = "the marketplace's id, one of the plan's",
        ["ProductGmv.ProductId"] = "the marketplace's id, checked before it is recorded",
        ["ProductTotals.ProductId"] = "the marketplace's id, checked before it is recorded",
        ["VideoFacts.ContentHash"] = "content hash",
        ["VideoFacts.Format"] = "found by the probe, one of a list",
        ["VideoFacts.Codec"] = "found by the probe, one of a list",
        ["RenderedVideo.ContentHash"] = "content hash",
        ["PromotionalVideoPosted.Products"] = "the marketplace's ids, of the plan's",
        ["CommandRefused.Command"] = "wire name of a command",
        ["Refusal.Code"] = "code of the program",
        ["Refusal.Rule"] = "requirement's id",
        ["Refusal.Message"] = "text of the program",
        ["Refusal.Fix"] = "text of the program",
        ["Refusal.Field"] = "field name of the program",
        ["Detail.Name"] = "name of the program",
        ["Detail.Value"] = "figures and instants; never text that somebody typed",
    };

    static readonly Type[] leaves = [typeof(Guid), typeof(int), typeof(long), typeof(bool), typeof(Moment), typeof(ZoneId), typeof(PersonalText)];

    [Fact]
    public void Every_string_of_the_catalog_is_personal_or_safe() =>
        Strings(LiveCommerceEvents.Catalog.Types.Select(type => type.BodyType)).Except(safe.Keys).ShouldBeEmpty();

    [Fact]
    public void Nothing_is_called_safe_that_is_not_there() =>
        safe.Keys.Except(Strings(LiveCommerceEvents.Catalog.Types.Select(type => type.BodyType))).ShouldBeEmpty();

    [Fact]
    public void An_unclassified_string_is_caught() => Strings([typeof(Offender)]).Except(safe.Keys).ShouldBe(["Offender.RealName", "Offender.Nicknames"]);

    sealed record Offender(string RealName, ValueList<string> Nicknames) : IEvent;

    static string[] Strings(IEnumerable<Type> roots)
    {
        var (seen, found, open) = (new HashSet<Type>(), new List<string>(), new Stack<Type>(roots));
        while (open.TryPop(out var type))
            if (seen.Add(type))
                foreach (var property in type.GetProperties().Where(IsWritten))
                {
                    var content = Content(property.PropertyType);
                    if (content == typeof(string)) found.Add($"{type.Name}.{property.Name}");
                    else if (!IsLeaf(content)) open.Push(content);
                }
        return [.. found];
    }

    static bool IsWritten(PropertyInfo property) => property.GetCustomAttribute<System.Text.Json.Serialization.JsonIgnoreAttribute>() is null;

    static Type Content(Type type) =>
        Nullable.GetUnderlyingType(type) ?? (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(ValueList<>) ? type.GenericTypeArguments[0] : type);

    static bool IsLeaf(Type type) =>
        leaves.Contains(type) || type.IsEnum || type.GetInterfaces().Any(face => face.IsGenericType && face.GetGenericTypeDefinition() == typeof(ITypedId<>))
        || (type.Namespace?.StartsWith("LiveCommerce", StringComparison.Ordinal) != true ? throw new InvalidOperationException($"{type} has no place in a fact.") : false);
}
