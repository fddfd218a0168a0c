namespace LiveCommerce.Host.Season;

/// <summary>How large a season is, and which one of that size: the same size, seed and day give the same facts on every machine, byte for byte.</summary>
/// <param name="Merchants">How many shops; from 7, who are in every season, to 20,000. Half as many creators come with them.</param>
/// <param name="Seed">What all that is drawn is drawn from; 0 or more.</param>
sealed record SeasonScale(int Merchants, long Seed)
{
    public const int Fewest = 7;
    public const int Most = 20_000;

    /// <summary>The season that <c>./run</c> loads.</summary>
    public static SeasonScale Usual { get; } = new(40, 1);

    /// <summary>The smallest season: the named parties alone.</summary>
    public static SeasonScale Smallest { get; } = new(Fewest, 1);

    /// <summary>The correlation id of all its facts: by it a log knows which season it holds.</summary>
    public string Name => $"sample-season/{Merchants}/{Seed}";

    public int Creators => Math.Max(SeasonParties.Creators.Count, Merchants / 2);

    public bool IsValid => Merchants is >= Fewest and <= Most && Seed >= 0;
}
