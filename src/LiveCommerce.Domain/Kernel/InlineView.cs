namespace LiveCommerce.Kernel;

/// <summary>A fact with all that a read model may fold: neither its place in the log nor the time of recording.</summary>
/// <param name="Stream">The stream's id.</param>
/// <param name="Version">The fact's version in it, from 1.</param>
/// <param name="EffectiveAt">When it took effect.</param>
/// <param name="Body">The fact.</param>
public sealed record Fact(Guid Stream, long Version, Moment EffectiveAt, IEvent Body);

/// <summary>A read model whose rows belong to exactly one stream each and are written in the transaction of the fact.</summary>
/// <param name="name">Snake case, such as <c>registrations</c>.</param>
public abstract class InlineView(string name)
{
    /// <summary>Snake case, such as <c>registrations</c>.</summary>
    public string Name { get; } = name;

    /// <summary>The row after one more fact; null while there is nothing to show.</summary>
    public abstract object? FoldRow(object? row, Fact fact);
}

/// <summary>A read model with its row's type.</summary>
/// <typeparam name="TRow">The row.</typeparam>
/// <param name="name">Snake case, such as <c>registrations</c>.</param>
/// <param name="fold">The row after one more fact.</param>
public sealed class InlineView<TRow>(string name, Func<TRow?, Fact, TRow?> fold) : InlineView(name) where TRow : class
{
    /// <summary>The row after one more fact.</summary>
    public TRow? Fold(TRow? row, Fact fact) => fold(row, fact);

    /// <inheritdoc />
    public override object? FoldRow(object? row, Fact fact) => fold((TRow?)row, fact);
}
