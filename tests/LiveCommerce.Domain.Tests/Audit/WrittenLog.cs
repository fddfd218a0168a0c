using LiveCommerce.Kernel;
using LiveCommerce.Registrations;
using LiveCommerce.Store;

namespace LiveCommerce.Tests.Audit;

/// <summary>A log that a test writes fact by fact, with both instants of each.</summary>
sealed class WrittenLog
{
    readonly List<RecordedEvent> facts = [];

    public WrittenLog Add(StreamRef stream, IEvent body, Moment effectiveAt, Moment? recordedAt = null, ActorRole role = ActorRole.OpsReviewer, PersonalText? reason = null)
    {
        var type = LiveCommerceEvents.Catalog.Of(body);
        facts.Add(new(facts.Count + 1, Sample.Uuid(5000 + facts.Count), stream.Id, stream.Kind.Alias, Of(stream.Id).Count + 1, type.Alias, body, "{}", new()
        {
            UserId = "usr_lena",
            Role = role,
            Reason = reason,
            CommandId = Guid.Empty,
            Policy = RegistrationPolicy.Version,
            Code = "0",
            Market = "default",
            Rule = type.Rule,
            DecidedAt = effectiveAt,
            EffectiveAt = effectiveAt,
        }, recordedAt ?? effectiveAt));
        return this;
    }

    public IReadOnlyList<RecordedEvent> Of(Guid stream) => [.. facts.Where(fact => fact.Stream == stream)];
}
