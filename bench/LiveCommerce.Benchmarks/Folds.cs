using System.Globalization;
using LiveCommerce.Campaigns;
using LiveCommerce.Kernel;
using LiveCommerce.Registrations;

namespace LiveCommerce.Benchmarks;

/// <summary>Histories that lie in memory folded into states, on one thread: registrations that were submitted, assessed and approved, and the quotas whose slots they took.</summary>
static class Folds
{
    internal const string Name = "fold in memory";
    const int Quotas = 512;
    static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(2);
    static readonly TimeSpan Measured = TimeSpan.FromSeconds(5);

    internal static async Task<LogPass> Measure()
    {
        var submissions = new Submissions(new(Guid.CreateVersion7()), Quotas);
        var written = Enumerable.Range(0, Quotas * RegistrationPolicy.Cap).SelectMany(_ => submissions.Next().Events).ToLookup(fact => fact.Body is SlotTaken);
        IEvent[][] registrations = [.. written[false].Select(fact => (IEvent[])[fact.Body, new LevelAssessed("S"), new RegistrationApproved()])];
        IEvent[][] quotas = [.. written[true].GroupBy(fact => fact.Stream.Id, (_, facts) => facts.Select(fact => fact.Body).ToArray())];
        Repeat(registrations, quotas, WarmUp);
        var facts = 0L;
        var pass = await LogPass.Of(Name, 1, () => Task.FromResult(Note(facts = Repeat(registrations, quotas, Measured))));
        return pass with { Facts = facts };

        string Note(long folded) => string.Create(CultureInfo.InvariantCulture, $"{registrations.Length:N0} registrations and {quotas.Length:N0} quotas, again and again: one thread");
    }

    static long Repeat(IEvent[][] registrations, IEvent[][] quotas, TimeSpan duration)
    {
        var (folded, until) = (0L, DateTime.UtcNow + duration);
        while (DateTime.UtcNow < until)
        {
            foreach (var history in registrations) folded += Registration.Kind.Fold(history) is Registration.Approved ? history.Length : throw new InvalidOperationException("Not approved.");
            foreach (var history in quotas) folded += CampaignQuota.Kind.Fold(history) is { Remaining: 0 } ? history.Length : throw new InvalidOperationException("Not full.");
        }
        return folded;
    }
}
