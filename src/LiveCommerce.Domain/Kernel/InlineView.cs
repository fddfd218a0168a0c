namespace LiveCommerce.Kernel;

/// <summary>A fact with all that a read model may fold: neither its place in the log nor the time of recording.</summary>
/// <param name="Stream">The stream's id.</param>
/// <param name="Version">The fact's version in it, from 1.</param>
/// <param name="EffectiveAt">When it took effect.</param>
/// <param name="Body">The fact.</param>
public sealed record Fact(Guid Stream, long Version, Moment EffectiveAt, IEvent Body);

/// <summary>A read model whose rows belong to exactly one stream each and are written in the transaction of the fact.</summary>
/// <param name="name">Snake case, such as <c>registrations</c>.</param>
/// <param name="foldVersion">From 1; raised whenever the fold gives other rows than before, for then the rows must be built anew.</param>
public abstract class InlineView(string name, int foldVersion)
{
    /// <summary>Snake case, such as <c>registrations</c>.</summary>
    public string Name { get; } = name;

    /// <summary>The version of the fold: rows of another one are not written beside these.</summary>
    public int FoldVersion { get; } = foldVersion;

    /// <summary>The row after one more fact; null while there is nothing to show.</summary>
    public abstract object? FoldRow(object? row, Fact fact);
}

/// <summary>A read model with its row's type.</summary>
/// <typeparam name="TRow">The row.</typeparam>
/// <param name="name">Snake case, such as <c>registrations</c>.</param>
/// <param name="fold">The row after one more fact. Of a personal text it may use the reference alone: the value is not part of history, and a rebuild does without it.</param>
/// <param name="foldVersion">From 1; raised whenever the fold gives other rows than before. A read model that is added to streams which have facts already begins at 2.</param>
public sealed class InlineView<TRow>(string name, Func<TRow?, Fact, TRow?> fold, int foldVersion = 1) : InlineView(name, foldVersion) where TRow : class
{
    /// <summary>The row after one more fact.</summary>
    public TRow? Fold(TRow? row, Fact fact) => fold(row, fact);

    /// <inheritdoc />
    public override object? FoldRow(object? row, Fact fact) => fold((TRow?)row, fact);
}
