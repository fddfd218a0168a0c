using LiveCommerce.Kernel;
using LiveCommerce.Teasers;
using NodaTime;
using static LiveCommerce.Tests.Sample;
using static LiveCommerce.Tests.Teasers.TeaserSample;

namespace LiveCommerce.Tests.Teasers;

public sealed class EditTests
{
    static readonly EditTeaserCaptionAndCover edit = new(Id, Text("Tonight at eight"), 3);
    static readonly Moment end = On("2026-01-17T00:00:00Z");

    static NewFact Edited(Moment at, string caption = "Tonight at eight") => Fact(new TeaserPresentationEdited(Text(caption), 3, at));

    [Fact, Rule("TSR-14"), Rule("C52")]
    public void Caption_and_cover_change_together_or_each_alone()
    {
        Ready(Posted).When(edit, Seller).Then(Edited(Now)).WithDetails(("next_edit_at", "2026-01-10T16:00:00Z"), ("edits_until", "2026-01-17T00:00:00Z"));
        Ready(Posted).When(edit with { Cover = null }, Seller).Then(Fact(new TeaserPresentationEdited(edit.Caption, null, Now)));
        Ready(Posted).When(edit with { Caption = null }, Seller).Then(Fact(new TeaserPresentationEdited(null, 3, Now)));
        Ready(Posted).When(edit with { Caption = Described.Caption, Cover = 0 }, Seller).ThenAlreadySo();
        Ready(Posted).When(new EditTeaserCaptionAndCover(Id, null, null), Seller).ThenAlreadySo();
        Ready(Posted, Edited(Now).Body).When(edit, Seller, Now + Duration.FromMinutes(1)).ThenAlreadySo();
        Ready(Posted).When(edit with { Cover = 8 }, Seller).ThenRefused("teaser.cover");
        Ready().When(edit, Seller).ThenRefused("teaser.not-posted");
        Ready(Posted).When(edit, OtherSeller).ThenNotVisible();
    }

    [Fact, Rule("TSR-14"), Rule("C52")]
    public void The_last_moment_is_just_before_seven_times_twenty_four_hours()
    {
        Ready(Posted).When(edit, Seller, end + Duration.FromMilliseconds(-1)).Then(Edited(end + Duration.FromMilliseconds(-1))).WithDetails(("next_edit_at", "never"));
        Ready(Posted).When(edit, Seller, end).ThenRefused("teaser.edit.window-closed").ForRule("TSR-14").WithDetails(("edits_ended_at", $"{end}"));
        Ready(Posted).When(edit, Seller, end + Duration.FromDays(1)).ThenRefused("teaser.edit.window-closed");
    }

    [Fact, Rule("TSR-14")]
    public void A_second_edit_of_the_day_says_when_the_next_one_is_possible()
    {
        // 07:00 in Kuala Lumpur; the next day begins there at 16:00 UTC
        var second = edit with { Caption = Text("one") };
        Ready(Posted, Edited(Now).Body).When(second, Seller, On("2026-01-10T15:59:59Z")).ThenRefused("teaser.edit.already-edited-today").WithDetails(("next_edit_at", "2026-01-10T16:00:00Z"));
        Ready(Posted, Edited(Now).Body).When(second, Seller, On("2026-01-10T16:00:00Z")).Then(Edited(On("2026-01-10T16:00:00Z"), "one"));
        // on the last day there is no next one
        Ready(Posted, Edited(On("2026-01-16T20:00:00Z")).Body).When(second, Seller, On("2026-01-16T21:00:00Z")).ThenRefused("teaser.edit.already-edited-today").WithDetails(("next_edit_at", "never"));
        // a host whose clock is behind another's
        Ready(Posted, Edited(On("2026-01-10T16:00:01Z")).Body).When(second, Seller, On("2026-01-10T15:59:59Z")).ThenRefused("teaser.edit.already-edited-today").WithDetails(("next_edit_at", "2026-01-11T16:00:00Z"));
    }

    [Theory, Rule("TSR-14"), Rule("C52"), Rule("C53")]
    [InlineData("Pacific/Kiritimati", "2026-01-11T09:59:59Z", "2026-01-11T10:00:00Z")] // UTC+14: the day is 14 hours ahead
    [InlineData("Pacific/Pago_Pago", "2026-01-11T10:59:59Z", "2026-01-11T11:00:00Z")] // UTC-11: and 11 behind
    [InlineData("Asia/Kathmandu", "2026-01-11T18:14:59Z", "2026-01-11T18:15:00Z")] // UTC+5:45
    [InlineData("America/New_York", "2026-03-08T05:30:00Z", "2026-03-09T04:00:00Z")] // a day of 23 hours
    [InlineData("America/New_York", "2026-11-01T04:30:00Z", "2026-11-02T05:00:00Z")] // a day of 25 hours
    [InlineData("America/Havana", "2026-03-07T12:00:00Z", "2026-03-08T05:00:00Z")] // midnight is skipped: the day begins at 01:00
    [InlineData("America/Havana", "2026-10-31T12:00:00Z", "2026-11-01T04:00:00Z")] // midnight comes twice: the day begins with the first
    [InlineData("America/Sao_Paulo", "2018-02-17T12:00:00Z", "2018-02-18T03:00:00Z")] // 23:00 to 24:00 comes twice
    [InlineData("Asia/Kuala_Lumpur", "2028-02-28T15:00:00Z", "2028-02-28T16:00:00Z")] // the leap day is a day
    [InlineData("Asia/Kuala_Lumpur", "2028-02-29T15:00:00Z", "2028-02-29T16:00:00Z")]
    [InlineData("Pacific/Apia", "2011-12-29T12:00:00Z", "2011-12-30T10:00:00Z")] // 30 December was left out there
    public void A_day_is_one_of_the_shop_s_clock(string zone, string first, string next)
    {
        var (editedAt, nextAt, posted) = (On(first), On(next), On(first) + Duration.FromHours(-1));
        Scenario Begun() => InStudio(Fact(Started with { Zone = ZoneId.Parse(zone) }), Fact(new TeaserDescribed(Described)), Fact(new TeaserPrepared(1, Rendered)), Fact(Posted with { PostedAt = posted }), Edited(editedAt));
        var second = edit with { Caption = Text("one") };
        Begun().When(second, Seller, nextAt + Duration.FromMilliseconds(-1)).ThenRefused("teaser.edit.already-edited-today").WithDetails(("next_edit_at", $"{nextAt}"));
        Begun().When(second, Seller, nextAt).Then(Edited(nextAt, "one"));
    }
}

