using System.Text.Json.Serialization;
using NodaTime;

namespace LiveCommerce.Kernel;

/// <summary>A half-open stretch of time: its start belongs to it, its end does not (C16).</summary>
/// <param name="Start">The first moment inside.</param>
/// <param name="End">The first moment after.</param>
public sealed record TimeRange(Moment Start, Moment End)
{
    /// <summary>From start to end; negative where the end comes first.</summary>
    [JsonIgnore]
    public Duration Length => End - Start;

    /// <summary>Whether the end comes after the start.</summary>
    [JsonIgnore]
    public bool IsOrdered => Start < End;

    /// <summary>Whether a moment lies inside.</summary>
    public bool Contains(Moment moment) => Start <= moment && moment < End;

    /// <summary>Whether some moment lies in both.</summary>
    public bool Overlaps(TimeRange other) => Start < other.End && other.Start < End;

    /// <summary>Whether another range lies wholly inside.</summary>
    public bool Contains(TimeRange other) => Start <= other.Start && other.End <= End;
}
