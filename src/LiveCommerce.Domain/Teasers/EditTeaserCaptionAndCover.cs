using System.Diagnostics;
using LiveCommerce.Kernel;
using NodaTime;

namespace LiveCommerce.Teasers;

/// <summary>Edits caption, cover or both of a posted teaser: once a day on the shop's clock, for 7 times 24 hours after it was posted (TSR-14, C52).</summary>
/// <param name="Teaser">The teaser.</param>
/// <param name="Caption">The new caption; left out, it stays.</param>
/// <param name="Cover">The new cover; left out, it stays.</param>
public sealed record EditTeaserCaptionAndCover(TeaserId Teaser, PersonalText? Caption, int? Cover) : ITeaserCommand;

public static partial class TeaserDecider
{
    static readonly Duration editable = Duration.FromDays(7);

    static Decision Edit(Teaser.Known state, EditTeaserCaptionAndCover command, Moment now)
    {
        var stream = Teaser.At(command.Teaser);
        if (state is not Teaser.Posted posted) return Decision.Refuse(stream, [TeaserRefusals.NotPosted.Of("teaser")]);
        var said = posted.Post.Description;
        if ((command.Caption is null || said.Caption.SaysTheSameAs(command.Caption)) && (command.Cover is null || said.Cover == command.Cover)) return Decision.AlreadySo;
        ValueList<Refusal> refusals = [.. BadCover(command.Cover), .. NotNow(posted, now)];
        return refusals.Count > 0 ? Decision.Refuse(stream, refusals)
            : Decision.Record(stream, new TeaserPresentationEdited(command.Caption, command.Cover, now)) with { Details = NextEdit(posted with { Post = posted.Post with { EditedAt = now } }, now) };
    }

    /// <summary>The first moment at which the next edit is possible: now, or the next day on the shop's clock; null once the 7 days are over before that.</summary>
    public static Moment? NextEditOf(Teaser.Posted teaser, Moment now)
    {
        var zone = teaser.Content.Begin.Zone;
        var next = teaser.Post.EditedAt is { } last && DayOf(now, zone) <= DayOf(last, zone) ? StartOfDayAfter(last, zone) : now;
        return next < EditsEnd(teaser.Post.PostedAt) ? next : null;
    }

    /// <summary>The first moment at which a teaser can be edited no more.</summary>
    public static Moment EditsEnd(Moment postedAt) => postedAt + editable;

    static IEnumerable<Refusal> NotNow(Teaser.Posted teaser, Moment now)
    {
        var end = EditsEnd(teaser.Post.PostedAt);
        if (now >= end) yield return TeaserRefusals.EditsOver.Of(null, ("edits_ended_at", end.ToString()));
        else if (NextEditOf(teaser, now) != now) yield return TeaserRefusals.EditedToday.Of(null, [.. NextEdit(teaser, now).Select(detail => (detail.Name, detail.Value))]);
    }

    static ValueList<Detail> NextEdit(Teaser.Posted teaser, Moment now) =>
        [new("next_edit_at", NextEditOf(teaser, now)?.ToString() ?? "never"), new("edits_until", EditsEnd(teaser.Post.PostedAt).ToString())];

    static LocalDate DayOf(Moment moment, ZoneId zone) => moment.Instant.InZone(zone.Rules).Date;

    // where a clock change skips midnight, or a whole day, the next day begins when the clock goes on
    static Moment StartOfDayAfter(Moment moment, ZoneId zone) => Moment.From(zone.Rules.AtLeniently(DayOf(moment, zone).PlusDays(1).AtMidnight()).ToInstant());
}
