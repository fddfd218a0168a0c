using LiveCommerce.Kernel;
using LiveCommerce.Store;

namespace LiveCommerce.Audit;

/// <summary>How a thing stood at a place in its history, and the fact that made it so.</summary>
/// <param name="Thing">What kind of thing it is.</param>
/// <param name="Stream">Which one.</param>
/// <param name="Status">Its status in a word, such as <c>Approved</c>.</param>
/// <param name="Since">From when on it had this status, on the axis of effect.</param>
/// <param name="State">Everything that was true of it.</param>
/// <param name="Facts">The facts that counted, in order; at least one.</param>
/// <param name="Deciding">The fact that decided the status; the campaign's, where its end had come and no fact said so yet.</param>
/// <param name="IsDue">Whether the campaign's end had brought the status about and no fact that counted said so (C29).</param>
/// <param name="Zone">The shop's time zone, where there is a shop (C53).</param>
public sealed record Standing(
    Audited Thing, Guid Stream, string Status, Moment Since, object State, ValueList<RecordedEvent> Facts, RecordedEvent Deciding, bool IsDue, ZoneId? Zone)
{
    /// <summary>The last fact that counted: its version, its position in the log and its digest are those of the standing.</summary>
    public RecordedEvent Last => Facts[^1];

    /// <summary>The thing's TypeID.</summary>
    public string Id => Thing.IdOf(Stream);
}

/// <summary>The answer to a question as of a place in history.</summary>
public abstract record Replayed
{
    Replayed() { }

    /// <summary>How it stood.</summary>
    public sealed record Found(Standing Standing) : Replayed;

    /// <summary>There is no such thing at all.</summary>
    public sealed record Unknown : Replayed;

    /// <summary>The history is shorter than the version that was asked for.</summary>
    /// <param name="Last">The last version.</param>
    public sealed record Beyond(long Last) : Replayed;

    /// <summary>No fact counted yet at that instant, or at a version below 1.</summary>
    /// <param name="First">The first fact.</param>
    public sealed record Before(RecordedEvent First) : Replayed;
}
