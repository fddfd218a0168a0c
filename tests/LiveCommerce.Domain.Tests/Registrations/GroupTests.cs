using LiveCommerce.Kernel;
using LiveCommerce.Registrations;
using static LiveCommerce.Tests.Sample;

namespace LiveCommerce.Tests.Registrations;

public sealed class GroupTests
{
    static readonly GroupProducts Group = new(Reg(1), [Product(), Product("1729384757")]);
    static readonly IEvent Grouped = new ProductsGroupedByPlatform(Group.Products);

    [Fact, Rule("RREC-16"), Rule("RREC-17")]
    public void Products_are_grouped_while_the_session_is_in_the_campaign_or_on_its_way()
    {
        After().When(Group, Reviewer).Then(Registration.At(Reg(1)).Is(Grouped));
        After(new RegistrationApproved()).When(Group, Reviewer).Then(Registration.At(Reg(1)).Is(Grouped));
        After(new RegistrationRejected(Text("no"))).When(Group, Reviewer).ThenRefused("registration.terminal");
        After().When(Group, OtherSeller).ThenNotVisible();
    }

    [Fact, Rule("RREC-16")]
    public void Another_group_takes_the_place_of_the_one_before_and_the_same_one_is_already_so()
    {
        var cheaper = Group with { Products = [Product(price: "9.90")] };
        After(Grouped).When(cheaper, Reviewer).Then(Registration.At(Reg(1)).Is(new ProductsGroupedByPlatform(cheaper.Products)));
        Registration.Kind.Fold([Submission(), Grouped, new ProductsGroupedByPlatform(cheaper.Products)])
            .ShouldBeOfType<Registration.UnderReview>().Session.Products.ShouldBe(cheaper.Products);
        var typedAgain = Group with { Products = [.. Group.Products.Select(product => product with { ShopName = PersonalText.Seal(Uuid(900), Uuid(950), new byte[16], "Batik Laras") })] };
        After(Grouped).When(typedAgain, Reviewer).ThenAlreadySo();
        After(Grouped).When(Group with { Products = [Group.Products[1], Group.Products[0]] }, Reviewer).Then(Registration.At(Reg(1)).Is(new ProductsGroupedByPlatform([Group.Products[1], Group.Products[0]])));
    }

    [Fact, Rule("RREC-16")]
    public void A_group_has_1_to_150_products()
    {
        After().When(Group with { Products = [] }, Reviewer).ThenRefused("registration.products.out-of-range").OnFields("products");
        After().When(Group with { Products = Many(151) }, Reviewer).ThenRefused("registration.products.out-of-range").WithDetails(("most", "150"), ("given", "151"));
        After().When(Group with { Products = Many(150) }, Reviewer).Then(Registration.At(Reg(1)).Is(new ProductsGroupedByPlatform(Many(150))));
    }

    [Fact, Rule("RREC-16"), Rule("BEY-01")]
    public void Everything_that_is_wrong_with_a_product_is_said_at_once() =>
        After().When(Group with { Products = [new("cat.png", " ", "no spaces", Text("shop"), new("12.345", "MYR")), Product(), Product()] }, Reviewer)
            .ThenRefused("registration.product.image", "registration.product.name", "registration.product.id", "registration.product.price", "registration.products.repeated")
            .OnFields("products[0].mainImage", "products[0].name", "products[0].productId", "products[0].campaignSalePrice", "products[2].productId");

    [Theory, Rule("RREC-16")]
    [InlineData("https://cdn.example.com/p/1.jpg", true)]
    [InlineData("http://cdn.example.com/p/1.jpg", false)]
    [InlineData("https://me:secret@cdn.example.com/p/1.jpg", false)]
    [InlineData("javascript:alert(1)", false)]
    [InlineData("https://cdn.example.com/a b.jpg", false)]
    [InlineData("", false)]
    public void A_main_image_is_a_content_hash_or_an_https_address(string image, bool isOne)
    {
        var asked = After().When(Group with { Products = [Product() with { MainImage = image }] }, Reviewer);
        if (isOne) asked.Then(Registration.At(Reg(1)).Is(new ProductsGroupedByPlatform([Product() with { MainImage = image }])));
        else asked.ThenRefused("registration.product.image");
    }

    static ValueList<GroupedProduct> Many(int count) => Enumerable.Range(1, count).Select(number => Product($"p{number}")).ToValueList();

    static Scenario After(params IEvent[] facts) => Scenario.InMarket(Registered(Submission(), facts));
}
