namespace LiveCommerce.Kernel;

/// <summary>What a decision is told from outside: everything else it knows comes from the facts.</summary>
/// <param name="Now">The host's instant at the decision; recorded as <c>decided_at</c>.</param>
/// <param name="Actor">Who asks.</param>
public record DecisionContext(Moment Now, Actor Actor);

/// <summary>The states a decision reads. What was read, and at which version, is checked again under the append lock.</summary>
public interface IReads
{
    /// <summary>The state of a stream; null when it must be loaded first, and then the decision is asked again.</summary>
    TState? Of<TState>(StreamRef<TState> stream) where TState : class;
}
