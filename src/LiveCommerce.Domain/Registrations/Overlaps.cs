using LiveCommerce.Kernel;
using LiveCommerce.Sellers;

namespace LiveCommerce.Registrations;

/// <summary>Sessions of one account that would run at the same time: told, and not refused (C25).</summary>
static class Overlaps
{
    // one for each period: the latest that is still open; null when registrations must be loaded first
    internal static ValueList<RegisteredSession>? Find(IReads reads, CampaignQuota? quota, TikTokAccount? account, IEnumerable<TimeRange> periods)
    {
        var (found, isComplete) = (new List<RegisteredSession>(), true);
        if (quota is null || account is not TikTokAccount.Added { Id: var live }) return [];
        foreach (var period in periods)
            isComplete &= FindOne(reads, [.. quota.Sessions.Where(session => session.Account == live && session.LivePeriod.Overlaps(period)).Reverse()], period, found);
        return isComplete ? found.ToValueList() : null;
    }

    internal static IEnumerable<Refusal> Warnings(TimeRange period, RegistrationContext context, string field) =>
        context.Overlapping.Where(session => session.EffectivePeriod.Overlaps(period)).Take(1).Select(session => session.IsVisibleTo(context.Actor)
            ? RegistrationRefusals.PeriodOverlaps.Of(
                field, ("registration", session.Submission.Registration.ToString()), ("live_start", session.EffectivePeriod.Start.ToString()), ("live_end", session.EffectivePeriod.End.ToString()))
            : RegistrationRefusals.PeriodOverlaps.Of(field));

    // the read set grows by those looked at, mostly none or one: whoever withdraws that one meanwhile changes the answer
    static bool FindOne(IReads reads, SlottedSession[] candidates, TimeRange period, List<RegisteredSession> found)
    {
        foreach (var candidate in candidates)
        {
            var state = reads.Of(Registration.At(candidate.Registration));
            if (state is null)
            {
                foreach (var other in candidates) reads.Of(Registration.At(other.Registration)); // so that one round loads them all
                return false;
            }
            if (state is not Registration.Open open || !open.Session.EffectivePeriod.Overlaps(period)) continue;
            found.Add(open.Session);
            return true;
        }
        return true;
    }
}
