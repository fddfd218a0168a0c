using LiveCommerce.Kernel;
using LiveCommerce.LiveEvents;

namespace LiveCommerce.Teasers;

/// <summary>Something that happened to a posted teaser and is told to whoever posts on the account: its post, an edit, its end (TSR-07, TSR-14, TSR-15).</summary>
/// <param name="Kind">What happened.</param>
/// <param name="Teaser">The teaser.</param>
/// <param name="Version">The version of the teaser by that: whoever knows a later one needs no earlier one any more.</param>
/// <param name="HappenedAt">When.</param>
public sealed record TeaserNotice(NoticeKind Kind, TeaserId Teaser, long Version, Moment HappenedAt) : Notice(Kind, HappenedAt)
{
    /// <summary>The one id under which it is told.</summary>
    public NotificationId Id => new(DerivedId.Of(Teaser.Value, $"{Name}/{Numeral.Of(Version)}"));

    /// <summary>What a fact of a teaser is told as; null for a fact that nobody is told of. A deletion is told of what was posted alone.</summary>
    /// <param name="teaser">The teaser.</param>
    /// <param name="version">The teaser's version by the fact.</param>
    /// <param name="fact">The fact.</param>
    /// <param name="effectiveAt">When it took effect.</param>
    public static TeaserNotice? Of(TeaserId teaser, long version, IEvent fact, Moment effectiveAt) =>
        fact is TeaserPosted ? new(NoticeKind.TeaserPosted, teaser, version, effectiveAt)
        : fact is TeaserPresentationEdited ? new(NoticeKind.TeaserEdited, teaser, version, effectiveAt)
        : fact is TeaserDeleted ? new(NoticeKind.TeaserDeleted, teaser, version, effectiveAt)
        : null;

    /// <summary>The teaser on the account as the notice tells of it; of a deletion, as it was there last. Null where it was not posted.</summary>
    /// <param name="history">The teaser's facts from the first on.</param>
    public Teaser.Posted? TellsOf(IEnumerable<IEvent> history) =>
        LiveCommerce.Teasers.Teaser.Kind.Fold(history.Take((int)(Kind == NoticeKind.TeaserDeleted ? Version - 1 : Version))) as Teaser.Posted;
}
