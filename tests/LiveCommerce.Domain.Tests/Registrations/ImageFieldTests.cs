using LiveCommerce.Campaigns;
using LiveCommerce.Images;
using LiveCommerce.Kernel;
using LiveCommerce.Registrations;
using static LiveCommerce.Tests.Sample;

namespace LiveCommerce.Tests.Registrations;

public sealed class ImageFieldTests
{
    static readonly Party shop = Party.Of(Shop);
    static readonly NewFact product = ImagePut(shop, TokenDigest), logo = ImagePut(shop, NamedDigest, mediaType: "image/jpeg");
    static readonly RegistrationForm full = SellerForm with { WhiteBackgroundImage = TokenDigest, BrandLogo = NamedDigest };

    [Fact, Rule("REG-09"), Rule("REG-10")]
    public void Exactly_one_of_each_is_asked_for()
    {
        Asked(FieldRule.Required).When(Submit(SellerForm), Seller)
            .ThenRefused("registration.image.count", "registration.image.count").OnFields("whiteBackgroundImage", "brandLogo").ForRule("REG-09").ForRule("REG-10");
        Asked(FieldRule.Optional).When(Submit(SellerForm), Seller).Then(SubmitTests.Accepted(Submission()));
        Asked(FieldRule.Required, product, logo).When(Submit(full), Seller).Then(Accepted(full, TokenDigest, NamedDigest));
    }

    [Fact, Rule("C19")]
    public void A_hidden_image_is_not_looked_at() =>
        Asked(FieldRule.Hidden).When(Submit(full), Seller).ThenRefused("registration.field.not-asked", "registration.field.not-asked").OnFields("whiteBackgroundImage", "brandLogo");

    [Fact, Rule("REG-09"), Rule("REG-10"), Rule("C39")]
    public void An_image_of_nobody_of_somebody_else_or_a_deleted_one_is_unknown()
    {
        NewFact[][] unknown =
        [
            [],
            [ImagePut(Party.Of(OtherShop), TokenDigest), ImagePut(Party.Of(Creator), NamedDigest)],
            [ImagePut(shop with { Kind = PartyKind.Creator }, TokenDigest), ImageUsed(shop with { Kind = PartyKind.Creator }, TokenDigest, Reg(7))],
            [product, PartyImage.At(shop, TokenDigest).Is(new ImageDeleted())],
        ];
        foreach (var facts in unknown)
            Asked(FieldRule.Optional, facts).When(Submit(full), Seller)
                .ThenRefused("registration.image.unknown", "registration.image.unknown").OnFields("whiteBackgroundImage", "brandLogo").ForRule("REG-09").ForRule("REG-10");
    }

    [Theory, Rule("REG-09"), Rule("REG-10")]
    [InlineData(400, 400, true)]
    [InlineData(399, 400, false)]
    [InlineData(400, 399, false)]
    public void Each_is_at_least_400_by_400(int width, int height, bool fits)
    {
        var scenario = Asked(FieldRule.Required, ImagePut(shop, TokenDigest, width, height), ImagePut(shop, NamedDigest, width, height)).When(Submit(full), Seller);
        if (fits) scenario.Then(Accepted(full, TokenDigest, NamedDigest));
        else scenario.ThenRefused("registration.image.size", "registration.image.size").ForRule("REG-09").ForRule("REG-10").WithDetails(("width", $"{width}"), ("height", $"{height}"));
    }

    [Fact, Rule("REG-09"), Rule("REG-10")]
    public void Each_is_png_or_jpeg() =>
        Asked(FieldRule.Required, ImagePut(shop, TokenDigest, mediaType: "image/webp"), ImagePut(shop, NamedDigest, mediaType: "image/gif")).When(Submit(full), Seller)
            .ThenRefused("registration.image.format", "registration.image.format").ForRule("REG-09").ForRule("REG-10");

    [Fact]
    public void Broken_image_rules_come_with_all_the_others() =>
        Asked(FieldRule.Required, ImagePut(shop, TokenDigest, 1, 1, "image/gif")).When(Submit(SellerForm with { WhiteBackgroundImage = TokenDigest, MainCategory = "toys" }), Seller)
            .ThenRefused("registration.category.unknown", "registration.image.count", "registration.image.format", "registration.image.size");

    [Fact, Rule("C39")]
    public void The_first_use_keeps_an_image_and_later_ones_record_nothing()
    {
        var same = full with { BrandLogo = TokenDigest };
        Asked(FieldRule.Required, product).When(Submit(same), Seller).Then(Accepted(same, TokenDigest));
        Asked(FieldRule.Required, product, logo, ImageUsed(shop, TokenDigest, Reg(9))).When(Submit(full), Seller).Then(Accepted(full, NamedDigest));
    }

    [Fact, Rule("RREC-17")]
    public void On_behalf_the_represented_party_s_images_are_used()
    {
        var command = Submit(full) with { OnBehalfOf = new(shop, RegistrationChannel.SellerCenter, Official, Text("Lena")) };
        Asked(FieldRule.Required, product, logo).When(command, Reviewer)
            .Then([.. SubmitTests.Accepted(Submission() with { Form = full, OpsUser = Reviewer.UserId, OpsName = Text("Lena") }), .. Uses(TokenDigest, NamedDigest)]);
        Asked(FieldRule.Required, ImagePut(Party.Of(OtherShop), TokenDigest), ImagePut(Party.Of(OtherShop), NamedDigest)).When(command, Reviewer)
            .ThenRefused("registration.image.unknown", "registration.image.unknown");
    }

    [Fact, Rule("C39")]
    public void The_white_background_is_a_question_to_the_reviewer()
    {
        ReviewChecklist.Of(Submission() with { Form = full }).ShouldHaveSingleItem().ShouldBe(
            new ChecklistItem("white_background", "C39", "Does the product image show the main products on a white background?", TokenDigest, shop));
        ReviewChecklist.Of(CreatorSubmission() with { Form = full }).ShouldHaveSingleItem().Owner.ShouldBe(Party.Of(Creator));
        ReviewChecklist.Of(Submission()).ShouldBeEmpty();
    }

    [Fact, Rule("CAMP-10")]
    public void Registering_is_offered_before_the_images_are_chosen() =>
        RegisterAction.Of(History(FieldRule.Required), Campaign, new(Now, Seller)).ShouldBe(new("register", true));

    static Scenario Asked(FieldRule rule, params NewFact[] facts) => Scenario.Given(Facts(rule, facts));

    static History History(FieldRule rule)
    {
        var history = new History();
        history.Append(Facts(rule));
        return history;
    }

    static NewFact[] Facts(FieldRule rule, params NewFact[] facts) =>
    [
        .. Market.Where(fact => fact.Stream != LivestreamCampaign.At(Campaign)),
        .. Published(Campaign, Terms with { Forms = [RegistrationFormSpec.Standard(RegistrationEntry.SellerCenterPc) with { WhiteBackgroundImage = rule, BrandLogo = rule }] }),
        .. facts,
    ];

    static SubmitRegistration Submit(RegistrationForm form) => new(Reg(1), Campaign, form);

    static NewFact[] Accepted(RegistrationForm form, params string[] firstUsed) => [.. SubmitTests.Accepted(Submission() with { Form = form }), .. Uses(firstUsed)];

    static IEnumerable<NewFact> Uses(params string[] hashes) => hashes.Select(hash => ImageUsed(shop, hash, Reg(1)));
}
