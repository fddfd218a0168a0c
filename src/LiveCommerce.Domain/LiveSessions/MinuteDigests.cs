using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace LiveCommerce.LiveSessions;

/// <summary>
/// Which minutes are known and what was last told of each, as a digest: enough to know a figure again, and 240 entries
/// where the figures of 150 products would be 36,000. The order of products and trailing zeros of amounts tell nothing.
/// </summary>
public sealed class MinuteDigests : IEquatable<MinuteDigests>
{
    readonly ImmutableSortedDictionary<int, UInt128> minutes;

    MinuteDigests(ImmutableSortedDictionary<int, UInt128> minutes) => this.minutes = minutes;

    /// <summary>No minute is known.</summary>
    public static MinuteDigests None { get; } = new(ImmutableSortedDictionary<int, UInt128>.Empty);

    /// <summary>How many minutes are known.</summary>
    public int Count => minutes.Count;

    /// <summary>Whether anything was told of a minute.</summary>
    public bool Knows(int minute) => minutes.ContainsKey(minute);

    /// <summary>Whether just these figures were told last.</summary>
    public bool Holds(MinuteFigures figures) => minutes.TryGetValue(figures.Minute, out var known) && known == DigestOf(figures);

    /// <summary>With these figures as the last that were told of their minutes.</summary>
    public MinuteDigests With(IEnumerable<MinuteFigures> told) => new(minutes.SetItems(told.Select(figures => KeyValuePair.Create(figures.Minute, DigestOf(figures)))));

    /// <inheritdoc />
    public bool Equals(MinuteDigests? other) => other is not null && minutes.SequenceEqual(other.minutes);

    /// <inheritdoc />
    public override bool Equals(object? obj) => Equals(obj as MinuteDigests);

    /// <inheritdoc />
    public override int GetHashCode() => minutes.Count == 0 ? 0 : HashCode.Combine(minutes.Count, minutes.Values.Last());

    /// <inheritdoc />
    public override string ToString() => $"{minutes.Count} minutes";

    static UInt128 DigestOf(MinuteFigures it)
    {
        var text = new StringBuilder(256).Append(CultureInfo.InvariantCulture,
            $"{it.Views}|{it.Viewers}|{it.Entries}|{it.Interactions}|{it.NewFollowers}|{it.CartExposures}|{it.ProductClicks}|{it.Orders}|{it.Units}");
        foreach (var line in it.Gmv.OrderBy(line => line.ProductId, StringComparer.Ordinal).ThenBy(line => line.Gmv.Currency, StringComparer.Ordinal))
            text.Append(CultureInfo.InvariantCulture, $"|{line.ProductId}={Shortest(line.Gmv.Amount)} {line.Gmv.Currency}");
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString()), hash);
        return System.Buffers.Binary.BinaryPrimitives.ReadUInt128BigEndian(hash);
    }

    static string Shortest(string amount) => amount.Contains('.', StringComparison.Ordinal) ? amount.TrimEnd('0').TrimEnd('.') : amount;
}
