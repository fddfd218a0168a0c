using LiveCommerce.Images;
using LiveCommerce.Kernel;
using NodaTime;
using static LiveCommerce.Tests.Sample;

namespace LiveCommerce.Tests.Images;

public sealed class PartyImageTests
{
    static readonly Party shop = Party.Of(Shop);
    static readonly ImageFacts facts = new(TokenDigest, "image/png", 400, 400, 1_000);
    static readonly Moment kept = Now + Duration.FromDays(7);
    static readonly NewFact put = ImagePut(shop, TokenDigest), used = ImageUsed(shop, TokenDigest, Reg(1)), deleted = PartyImage.At(shop, TokenDigest).Is(new ImageDeleted());
    static readonly DeleteUnusedImage delete = new(PartyImage.IdOf(shop, TokenDigest));

    [Fact, Rule("C39")]
    public void A_party_puts_an_image_that_is_kept_for_seven_days()
    {
        Scenario.Given().When(PutImage.For(shop, facts), Seller).Then(PartyImage.At(shop, TokenDigest).Is(new ImagePut(shop, facts, kept))).WithDetails(("kept_until", kept.ToString()));
        Scenario.Given().When(PutImage.For(shop, facts), Reviewer).Then(put);
    }

    [Fact, Rule("C39")]
    public void Nobody_puts_an_image_for_another_party()
    {
        Scenario.Given().When(PutImage.For(shop, facts), OtherSeller).ThenNotVisible();
        Scenario.Given().When(PutImage.For(shop, facts), Host).ThenNotVisible();
        Scenario.Given().When(PutImage.For(shop, facts), Auditor).ThenNotVisible();
        Scenario.Given().When(PutImage.For(Party.Of(OtherShop), facts) with { Image = delete.Image }, OtherSeller).ThenNotVisible();
    }

    [Fact, Rule("C39")]
    public void The_same_bytes_of_two_parties_are_two_images() =>
        new[] { shop, Party.Of(OtherShop), shop with { Kind = PartyKind.Creator } }.Select(party => PartyImage.IdOf(party, TokenDigest)).ShouldBeUnique();

    [Fact]
    public void Putting_it_again_changes_nothing_within_a_day_and_renews_the_term_later()
    {
        Scenario.Given(put).When(PutImage.For(shop, facts), Seller, Now + Duration.FromHours(23)).WithDetails(("kept_until", kept.ToString())).ThenAlreadySo();
        Scenario.Given(put).When(PutImage.For(shop, facts), Seller, Now + Duration.FromHours(24)).Then(PartyImage.At(shop, TokenDigest).Is(new ImagePutAgain(kept + Duration.FromDays(1))));
        Scenario.Given(put, used).When(PutImage.For(shop, facts), Seller, Now + Duration.FromDays(300)).ThenAlreadySo();
        Scenario.Given(put, deleted).When(PutImage.For(shop, facts), Seller).Then(put);
    }

    [Fact, Rule("C39")]
    public void What_was_unused_for_seven_days_is_deleted_and_nothing_else()
    {
        var almost = Moment.From(kept.Instant - Duration.FromMilliseconds(1));
        Scenario.Given(put).When(delete, Clock, kept).Then(deleted);
        Scenario.Given(put).When(delete, Clock, almost).ThenAlreadySo();
        Scenario.Given(put, PartyImage.At(shop, TokenDigest).Is(new ImagePutAgain(kept + Duration.FromDays(1)))).When(delete, Clock, kept).ThenAlreadySo();
        Scenario.Given(put, used).When(delete, Clock, kept + Duration.FromDays(300)).ThenAlreadySo();
        Scenario.Given(put, deleted).When(delete, Clock, kept).ThenAlreadySo();
        Scenario.Given().When(delete, Clock, kept).ThenNotVisible();
    }

    [Fact]
    public void Parties_and_operators_put_and_only_the_host_itself_deletes()
    {
        ImageRoles.Table.Of(typeof(PutImage)).ShouldBe([ActorRole.Merchant, ActorRole.Creator, ActorRole.OpsReviewer, ActorRole.OpsAdmin]);
        ImageRoles.Table.Of(typeof(DeleteUnusedImage)).ShouldBe([ActorRole.System]);
    }
}
