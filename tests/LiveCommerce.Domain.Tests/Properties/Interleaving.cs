using LiveCommerce.Kernel;
using LiveCommerce.Registrations;
using static LiveCommerce.Tests.Sample;

namespace LiveCommerce.Tests.Properties;

/// <summary>Writers that read at one time and append at another; an append is refused when a stream that was read has moved since, as the stores do it.</summary>
static class Interleaving
{
    const int TakenBefore = 95;

    sealed record Pending(Decision Decision, (StreamRef Stream, int Version)[] Reads);

    sealed class Reading(History history) : IReads
    {
        public List<(StreamRef Stream, int Version)> Reads { get; } = [];

        public TState Of<TState>(StreamRef<TState> stream) where TState : class
        {
            Reads.Add((stream, history.FactsOf(stream).Count));
            return history.Of(stream);
        }
    }

    public static void Run(Step[] submissions, int[] turns)
    {
        var history = new History();
        history.Append([.. Market, .. Enumerable.Range(1, TakenBefore).SelectMany(slot => Registered(Submission(2_000_000 + slot, slot)))]);
        var pending = new Pending?[submissions.Length];
        foreach (var turn in turns) pending[turn] = pending[turn] is { } ready ? Append(history, ready) : Decide(history, submissions[turn]);

        var slots = history.FactsOf(CampaignQuota.At(Campaign, Party.Of(Shop))).Select(fact => ((SlotTaken)fact.Body).Slot).ToArray();
        slots.ShouldBe(Enumerable.Range(1, slots.Length));
        slots.Length.ShouldBeInRange(TakenBefore, RegistrationPolicy.Cap);
    }

    static Pending Decide(History history, Step submission)
    {
        var reading = new Reading(history);
        var decision = RegistrationDecider.Handle(reading, (SubmitRegistration)submission.Command, new(Now, submission.Actor)).ShouldNotBeNull();
        return new(decision, [.. reading.Reads]);
    }

    // whether appended or refused as stale: the writer begins anew
    static Pending? Append(History history, Pending ready)
    {
        if (ready.Reads.All(read => history.FactsOf(read.Stream).Count == read.Version)) history.Append(ready.Decision.Facts);
        return null;
    }
}
