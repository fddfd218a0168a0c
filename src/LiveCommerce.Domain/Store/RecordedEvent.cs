namespace LiveCommerce.Store;

/// <summary>A fact as it stands in the log.</summary>
/// <param name="Position">Its place among all facts: the order of commit (<c>seq_id</c>).</param>
/// <param name="Id">The event's id.</param>
/// <param name="Stream">The stream's id.</param>
/// <param name="StreamType">The stream's alias.</param>
/// <param name="Version">Its version in the stream, from 1 without a gap.</param>
/// <param name="Type">Its wire name.</param>
/// <param name="Body">The fact.</param>
/// <param name="CanonicalBody">The body in canonical form, as it was digested.</param>
/// <param name="Envelope">Who, when, why and by which rule.</param>
/// <param name="RecordedAt">When the log took it; never falls along the log.</param>
public sealed record RecordedEvent(
    long Position, Guid Id, Guid Stream, string StreamType, long Version, string Type, IEvent Body, string CanonicalBody, Envelope Envelope, Moment RecordedAt)
{
    /// <summary>What a read model may fold of it.</summary>
    public Fact ToFact() => new(Stream, Version, Envelope.EffectiveAt, Body);

    /// <summary>Whether body and envelope still are what was recorded, and no text beside them was altered; an erased one may be.</summary>
    public bool IsIntact() => !HasAlteredText() && Envelope.DigestOf(Id, Stream, Version, Type, CanonicalBody) == Envelope.Digest;

    bool HasAlteredText()
    {
        var met = new List<PersonalText>();
        EventCodec.Write(Body, met);
        return Envelope.Reason is { IsAltered: true } || met.Exists(text => text.IsAltered);
    }
}
