using LiveCommerce.Kernel;
using LiveCommerce.Registrations;
using static LiveCommerce.Tests.Sample;

namespace LiveCommerce.Tests.Registrations;

public sealed class CapTests
{
    static readonly SubmitRegistration Next = new(Reg(500), Campaign, SellerForm);

    [Fact, Rule("REG-03"), Rule("C22")]
    public void The_hundredth_registration_is_the_last()
    {
        Scenario.InMarket(Registered(Submission(1, 99))).When(Next, Seller)
            .Then(SubmitTests.Accepted(Submission(500, 100))).WithDetails(("used", "100"), ("remaining", "0"), ("slot", "100"));
        Scenario.InMarket(Registered(Submission(1, 100))).When(Next, Seller)
            .ThenRefused("registration.cap-reached").ForRule("REG-03").WithDetails(("used", "100"), ("remaining", "0"));
    }

    [Fact, Rule("REG-03")]
    public void Both_channels_share_one_cap() =>
        Scenario.InMarket(Registered(Submission(1, 100))).When(Next with { Form = CreatorForm, Account = ShopAffiliate }, ShopHost)
            .ThenRefused("registration.cap-reached");

    [Fact, Rule("REG-03")]
    public void Each_party_and_each_campaign_has_its_own_cap()
    {
        CampaignQuota.At(Campaign, Party.Of(Shop)).ShouldNotBe(CampaignQuota.At(Campaign, Party.Of(OtherShop)));
        CampaignQuota.At(Campaign, Party.Of(Shop)).ShouldNotBe(CampaignQuota.At(Private, Party.Of(Shop)));
        Scenario.InMarket(Registered(Submission(1, 100))).When(Next with { Form = CreatorForm, Account = Affiliate }, Host)
            .Then(SubmitTests.Accepted(CreatorSubmission(500)));
    }

    [Fact, Rule("REG-03"), Rule("C20")]
    public void What_was_withdrawn_rejected_or_removed_still_counts() =>
        Scenario.InMarket(
            [
                .. Registered(Submission(1, 98), new RegistrationCancelled(RegistrationChannel.SellerCenter)),
                .. Registered(Submission(2, 99), new RegistrationRejected(Text("no"))),
                .. Registered(Submission(3, 100), new RegistrationRemovedByPlatform(Text("no"))),
            ])
            .When(Next, Seller).ThenRefused("registration.cap-reached");

    [Fact, Rule("RREC-15")]
    public void A_duplicate_uses_a_slot_too() =>
        Scenario.InMarket(Registered(Submission(1, 100))).When(Next with { DuplicatedFrom = Reg(1) }, Seller).ThenRefused("registration.cap-reached");

    [Fact, Rule("REG-03")]
    public void A_hundred_and_fifty_submissions_take_slots_1_to_100()
    {
        var history = new History();
        history.Append(Market);
        var decisions = Enumerable.Range(1, 150).Select(number =>
        {
            var decision = history.Decide(Next with { Registration = Reg(number) }, new(Now, Seller));
            if (decision.Outcome == Outcome.Recorded) history.Append(decision.Facts);
            var (slots, taken) = (CampaignQuota.At(Campaign, Party.Of(Shop)), SlotsTaken.At(Campaign, Party.Of(Shop)));
            taken.Id.ShouldBe(slots.Id);
            SlotsTaken.Kind.Fold(history.FactsOf(slots).TakeLast(1).Select(fact => fact.Body)).Used.ShouldBe(history.Of(slots).Used); // whoever only counts reads the latest fact
            return decision;
        }).ToArray();
        decisions.Count(decision => decision.Outcome == Outcome.Recorded).ShouldBe(100);
        decisions.Skip(100).ShouldAllBe(decision => decision.Refusals[0].Code == "registration.cap-reached");
        history.FactsOf(CampaignQuota.At(Campaign, Party.Of(Shop))).Select(fact => ((SlotTaken)fact.Body).Slot).ShouldBe(Enumerable.Range(1, 100));
    }
}
