namespace LiveCommerce.Kernel;

/// <summary>A kind of stream: its Marten alias, the state before the first fact, and how facts change it.</summary>
/// <param name="alias">Snake case, as Marten writes it into <c>mt_streams.type</c>.</param>
public abstract class StreamKind(string alias)
{
    /// <summary>Snake case, as Marten writes it into <c>mt_streams.type</c>.</summary>
    public string Alias { get; } = alias;

    /// <summary>The inline read model of this kind of stream, where it has one.</summary>
    public InlineView? View { get; protected init; }

    /// <summary>Whether the latest fact alone says all of the state, so that whoever reads it needs no other. Such a kind is a reader's: nothing is decided into it.</summary>
    public bool IsToldByLatest { get; init; }

    internal abstract object InitialState { get; }

    internal abstract object EvolveState(object state, IEvent fact);
}

/// <summary>A kind of stream with its state's type.</summary>
/// <typeparam name="TState">A closed set of records.</typeparam>
public sealed class StreamKind<TState> : StreamKind where TState : class
{
    readonly TState initial;
    readonly Func<TState, IEvent, TState> evolve;

    /// <summary>Names a kind of stream.</summary>
    /// <param name="alias">The Marten alias, snake case.</param>
    /// <param name="initial">The state before the first fact.</param>
    /// <param name="evolve">The state after one more fact; it trusts history.</param>
    /// <param name="view">The inline read model, where there is one.</param>
    public StreamKind(string alias, TState initial, Func<TState, IEvent, TState> evolve, InlineView? view = null) : base(alias)
    {
        (this.initial, this.evolve) = (initial, evolve);
        View = view;
    }

    /// <summary>The stream with this id.</summary>
    public StreamRef<TState> At(Guid id) => new(this, id);

    /// <summary>The state after these facts.</summary>
    public TState Fold(IEnumerable<IEvent> facts) => facts.Aggregate(initial, evolve);

    internal override object InitialState => initial;

    internal override object EvolveState(object state, IEvent fact) => evolve((TState)state, fact);
}

/// <summary>One stream: its kind and its id.</summary>
/// <param name="Kind">What it is a history of.</param>
/// <param name="Id">Its uuid.</param>
public abstract record StreamRef(StreamKind Kind, Guid Id);

/// <summary>One stream with its state's type.</summary>
/// <typeparam name="TState">The state's type.</typeparam>
public sealed record StreamRef<TState> : StreamRef where TState : class
{
    /// <summary>Names a stream.</summary>
    public StreamRef(StreamKind<TState> kind, Guid id) : base(kind, id)
    {
    }
}
