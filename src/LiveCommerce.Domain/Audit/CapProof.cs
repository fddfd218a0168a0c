using LiveCommerce.Kernel;
using LiveCommerce.Registrations;

namespace LiveCommerce.Audit;

/// <summary>A place of the log at which the cap did not hold.</summary>
/// <param name="Position">The fact's position.</param>
/// <param name="Quota">The quota's stream.</param>
/// <param name="What">What is wrong there.</param>
public sealed record CapBreach(long Position, Guid Quota, string What);

/// <summary>What one pass over the log showed (BEY-02).</summary>
/// <param name="Quotas">Parties in campaigns that hold slots.</param>
/// <param name="Slots">Slots taken by all of them.</param>
/// <param name="Fullest">The most slots of any.</param>
/// <param name="Breaches">Where the cap did not hold, in the order of the log; empty for a proof.</param>
public sealed record CapFindings(int Quotas, long Slots, int Fullest, ValueList<CapBreach> Breaches);

/// <summary>
/// Shows in one pass over the log that no party ever had more than 100 registrations in a campaign (REG-03): at every prefix the slots of
/// each quota are 1 to n without a gap, n is at most 100, and slots and registrations belong to each other one to one.
/// </summary>
public sealed class CapProof
{
    readonly Dictionary<Guid, int> used = [];
    readonly HashSet<Guid> holders = [];
    readonly Dictionary<(Guid Quota, int Slot, Guid Registration), Half> halves = [];
    readonly List<CapBreach> breaches = [];
    long slots;

    enum Side { Slot, Registration }

    sealed record Half(Side Side, long Position);

    /// <summary>Looks at the next fact of the log.</summary>
    public void Add(long position, Guid stream, IEvent fact)
    {
        if (fact is SlotTaken taken) Take(position, stream, taken);
        else if (fact is RegistrationSubmitted it) Match(position, (CampaignQuota.At(it.Campaign, it.Party).Id, it.SlotNumber, it.Registration.Value), Side.Registration);
    }

    /// <summary>Says that a fact at this place cannot be read, so that nothing is shown for its quota.</summary>
    public void AddUnreadable(long position, Guid stream) => breaches.Add(new(position, stream, "a fact about the cap cannot be read"));

    /// <summary>What was shown, once the last fact was looked at.</summary>
    public CapFindings Findings()
    {
        var alone = halves.Select(half => new CapBreach(half.Value.Position, half.Key.Quota, half.Value.Side == Side.Slot
            ? $"slot {half.Key.Slot} was taken for {new RegistrationId(half.Key.Registration)}, which was not submitted with it"
            : $"{new RegistrationId(half.Key.Registration)} was submitted with slot {half.Key.Slot}, which was not taken for it"));
        return new(used.Count, slots, used.Values.DefaultIfEmpty().Max(), breaches.Concat(alone).OrderBy(breach => breach.Position).ToValueList());
    }

    void Take(long position, Guid quota, SlotTaken taken)
    {
        var count = used[quota] = used.GetValueOrDefault(quota) + 1;
        slots++;
        if (count > RegistrationPolicy.Cap) breaches.Add(new(position, quota, $"registration number {count} of {RegistrationPolicy.Cap}"));
        if (taken.Slot != count) breaches.Add(new(position, quota, $"slot {taken.Slot} follows slot {count - 1}"));
        if (!holders.Add(taken.Registration.Value)) breaches.Add(new(position, quota, $"{taken.Registration} holds a slot already"));
        Match(position, (quota, taken.Slot, taken.Registration.Value), Side.Slot);
    }

    // a slot and its registration are recorded together, so what waits for its other half is never much
    void Match(long position, (Guid, int, Guid) key, Side side)
    {
        if (halves.TryGetValue(key, out var half) && half.Side != side) halves.Remove(key);
        else halves[key] = new(side, position);
    }
}
