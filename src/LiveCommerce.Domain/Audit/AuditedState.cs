using LiveCommerce.Kernel;
using LiveCommerce.Sellers;
using LiveCommerce.Store;

namespace LiveCommerce.Audit;

/// <summary>What an instant has brought about though no fact that counts says so yet.</summary>
/// <param name="Fact">The fact that says so once it is recorded.</param>
/// <param name="At">When it takes effect.</param>
/// <param name="Because">The recorded fact that it follows from.</param>
sealed record Due(IEvent Fact, Moment At, RecordedEvent Because);

/// <summary>A kind of thing with its state's type.</summary>
/// <param name="prefix">The TypeID prefix.</param>
/// <param name="kind">The kind of stream.</param>
/// <param name="status">The status of a state, judged at an instant where one was asked for; and since when, where the state itself says it.</param>
/// <param name="decidedBy">What of a state its status follows from: the fact that last changed it decided.</param>
/// <param name="shopOf">The shop whose clock it lives by.</param>
/// <param name="due">What an instant has brought about.</param>
sealed class AuditedState<TState>(
    string prefix,
    StreamKind<TState> kind,
    Func<TState, Moment?, (string Name, Moment? Since)> status,
    Func<TState, object> decidedBy,
    Func<TState, MerchantId?> shopOf,
    Func<TState, AsOf.Instant, Histories, Due?> due) : Audited(prefix, kind)
    where TState : class
{
    public override string StatusAfter(IReadOnlyList<RecordedEvent> history, int count) => status(kind.Fold(history.Take(count).Select(fact => fact.Body)), null).Name;

    private protected override Standing Stand(Guid stream, ValueList<RecordedEvent> facts, AsOf asOf, Histories histories)
    {
        var (state, deciding) = Deciding(kind, facts, decidedBy);
        var zone = shopOf(state) is { } shop && Merchant.Kind.Fold(histories.BodiesOf(shop.Value)) is Merchant.Onboarded known ? known.Zone : null;
        if (asOf is AsOf.Instant instant && due(state, instant, histories) is { } found)
        {
            var then = (TState)kind.EvolveState(state, found.Fact);
            return new(this, stream, status(then, found.At).Name, found.At, then, facts, found.Because, true, zone);
        }
        var (name, since) = status(state, (asOf as AsOf.Instant)?.JudgedAt);
        return new(this, stream, name, since ?? deciding.Envelope.EffectiveAt, state, facts, deciding, false, zone);
    }

    /// <summary>The state after some facts, and the fact that last changed what its status follows from.</summary>
    internal static (TState State, RecordedEvent Deciding) Deciding(StreamKind<TState> kind, ValueList<RecordedEvent> facts, Func<TState, object> decidedBy)
    {
        var (state, deciding) = (kind.Fold([facts[0].Body]), facts[0]);
        foreach (var fact in facts.Skip(1))
        {
            var next = (TState)kind.EvolveState(state, fact.Body);
            if (!decidedBy(next).Equals(decidedBy(state))) deciding = fact;
            state = next;
        }
        return (state, deciding);
    }
}
