using LiveCommerce.Campaigns;
using LiveCommerce.Images;
using LiveCommerce.Kernel;

namespace LiveCommerce.Registrations;

/// <summary>What the images of a form must fulfil (REG-09, REG-10, C39), judged by what was recorded when they were put.</summary>
static class ImageRules
{
    internal const string ProductField = "whiteBackgroundImage", LogoField = "brandLogo";

    internal static IEnumerable<Refusal> Broken(RegistrationForm form, RegistrationFormSpec spec, RegistrationContext context)
    {
        var isProductAsked = form.WhiteBackgroundImage is not null && spec.WhiteBackgroundImage != FieldRule.Hidden;
        var isLogoAsked = form.BrandLogo is not null && spec.BrandLogo != FieldRule.Hidden;
        return (isProductAsked ? Product(context.WhiteBackgroundImage as PartyImage.Present) : [])
            .Concat(isLogoAsked ? Logo(context.BrandLogo as PartyImage.Present) : []);
    }

    // from now on the images are kept; those that were used before are kept already
    internal static IEnumerable<NewFact> FirstUses(RegistrationId registration, RegistrationContext context) =>
        new[] { context.WhiteBackgroundImage, context.BrandLogo }.OfType<PartyImage.Unused>().Distinct()
            .Select(image => new NewFact(PartyImage.At(image.Party, image.Facts.ContentHash), new ImageUsed(registration)));

    static IEnumerable<Refusal> Product(PartyImage.Present? image) =>
        Broken(image, ProductField, RegistrationImageRefusals.ProductUnknown, RegistrationImageRefusals.ProductFormat, RegistrationImageRefusals.ProductSize);

    static IEnumerable<Refusal> Logo(PartyImage.Present? image) =>
        Broken(image, LogoField, RegistrationImageRefusals.LogoUnknown, RegistrationImageRefusals.LogoFormat, RegistrationImageRefusals.LogoSize);

    static IEnumerable<Refusal> Broken(PartyImage.Present? image, string field, RefusalKind unknown, RefusalKind format, RefusalKind size)
    {
        if (image is null)
        {
            yield return unknown.Of(field);
            yield break;
        }
        if (!ImagePolicy.MediaTypes.Contains(image.Facts.MediaType)) yield return format.Of(field);
        if (Math.Min(image.Facts.Width, image.Facts.Height) < ImagePolicy.MinSide)
            yield return size.Of(field, ("width", Numeral.Of(image.Facts.Width)), ("height", Numeral.Of(image.Facts.Height)));
    }
}
