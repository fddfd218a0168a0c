using System.Diagnostics;
using System.Text.Json.Serialization;

namespace LiveCommerce.Teasers;

/// <summary>The status of a teaser.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<TeaserStatus>))]
public enum TeaserStatus
{
    /// <summary>The host prepares its video (TSR-03).</summary>
    Preparing,

    /// <summary>Its video could not be prepared.</summary>
    Failed,

    /// <summary>It can be posted.</summary>
    Ready,

    /// <summary>Successfully posted (TSR-07).</summary>
    Posted,

    /// <summary>Deleted (TSR-15); in no list unless it is asked for.</summary>
    Deleted,
}

/// <summary>What lists say of a teaser.</summary>
public static class TeaserStatuses
{
    /// <summary>The status of a state.</summary>
    public static TeaserStatus StatusOf(this Teaser.Known teaser) => teaser switch
    {
        Teaser.Preparing => TeaserStatus.Preparing,
        Teaser.Failed => TeaserStatus.Failed,
        Teaser.Ready => TeaserStatus.Ready,
        Teaser.Posted => TeaserStatus.Posted,
        Teaser.Deleted => TeaserStatus.Deleted,
        _ => throw new UnreachableException(),
    };
}
