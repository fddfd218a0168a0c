namespace LiveCommerce.Postgres;

/// <summary>A read model whose rows in use were made by another version of its fold than this program has.</summary>
/// <param name="View">The read model.</param>
/// <param name="Here">This program's fold version.</param>
/// <param name="InUse">That of the rows in use.</param>
public sealed record FoldDifference(string View, int Here, int InUse)
{
    /// <summary>What must be done, in a sentence.</summary>
    public override string ToString() => Here > InUse
        ? $"The read model '{View}' in use has fold version {InUse} and this program {Here}: run `rebuild` with this program; hosts of the older version serve until it is done."
        : $"The read model '{View}' in use has fold version {InUse} and this program {Here}: it was rebuilt for a newer program, which must take this one's place.";
}
