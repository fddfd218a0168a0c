namespace LiveCommerce.Kernel;

/// <summary>Asks for all states that are known to be needed, so that one round loads them together.</summary>
/// <param name="reads">Where states come from.</param>
public sealed class ReadRound(IReads reads)
{
    /// <summary>False once a state was asked for that must be loaded first.</summary>
    public bool IsComplete { get; private set; } = true;

    /// <summary>The state of a stream; null where none is wanted, or where it must be loaded first.</summary>
    public TState? Of<TState>(StreamRef<TState>? stream) where TState : class
    {
        if (stream is null) return null;
        var state = reads.Of(stream);
        IsComplete &= state is not null;
        return state;
    }
}
