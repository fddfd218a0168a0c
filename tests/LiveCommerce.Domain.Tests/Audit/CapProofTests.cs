using LiveCommerce.Audit;
using LiveCommerce.Kernel;
using LiveCommerce.Registrations;
using static LiveCommerce.Tests.Sample;

namespace LiveCommerce.Tests.Audit;

public sealed class CapProofTests
{
    static readonly Guid Quota = CampaignQuota.At(Campaign, Party.Of(Shop)).Id;

    [Fact, Rule("BEY-02"), Rule("REG-03"), Rule("C22")]
    public void A_hundred_slots_are_proved_and_the_hundred_and_first_is_found_where_it_stands()
    {
        Over(Slots(100)).ShouldBe(new(1, 100, 100, []));
        Over(Slots(101)).Breaches.ShouldBe([new(202, Quota, "registration number 101 of 100")]);
    }

    [Fact, Rule("BEY-02")]
    public void Gaps_repetitions_and_slots_that_are_nobodys_are_found()
    {
        var (one, two, three) = (Submission(1, 1), Submission(2, 2), Submission(3, 3));
        Over([one, Slot(1, 1), three, Slot(3, 3)]).Breaches.ShouldBe([new(4, Quota, "slot 3 follows slot 1")]);
        Over([one, Slot(1, 1), two, Slot(1, 2)]).Breaches.ShouldBe(
        [
            new(3, Quota, $"{Reg(2)} was submitted with slot 2, which was not taken for it"),
            new(4, Quota, "slot 1 follows slot 1"), new(4, Quota, $"slot 1 was taken for {Reg(2)}, which was not submitted with it"),
        ]);
        Over([one, Slot(1, 1), Slot(2, 1)]).Breaches.Select(breach => breach.What).ShouldBe([$"{Reg(1)} holds a slot already", $"slot 2 was taken for {Reg(1)}, which was not submitted with it"]);
        Over([one]).Breaches.ShouldBe([new(1, Quota, $"{Reg(1)} was submitted with slot 1, which was not taken for it")]);
    }

    static SlotTaken Slot(int slot, int registration) => new(slot, Reg(registration), RegistrationChannel.SellerCenter);

    static IEnumerable<IEvent> Slots(int count) => Enumerable.Range(1, count).SelectMany(slot => new IEvent[] { Submission(slot, slot), Slot(slot, slot) });

    static CapFindings Over(IEnumerable<IEvent> facts)
    {
        var proof = new CapProof();
        foreach (var (index, fact) in facts.Index()) proof.Add(index + 1, fact is SlotTaken ? Quota : Guid.Empty, fact);
        return proof.Findings();
    }
}
