using LiveCommerce.Campaigns;
using LiveCommerce.Kernel;
using LiveCommerce.Registrations;
using static LiveCommerce.Tests.Sample;

namespace LiveCommerce.Tests.Registrations;

public sealed class SeriesTests
{
    [Fact, Rule("BEY-11"), Rule("RREC-13"), Rule("RREC-15")]
    public void A_series_takes_its_slots_one_after_the_other_in_its_order() =>
        Scenario.InMarket(Registered(Submission())).When(Series(3), Seller)
            .Then([.. Accepted(0, 2), .. Accepted(1, 3), .. Accepted(2, 4)]).Warned().WithDetails(("used", "4"), ("remaining", "96"));

    [Fact, Rule("BEY-11"), Rule("RREC-15"), Rule("REG-03")]
    public void What_does_not_fit_as_a_whole_is_refused_as_a_whole_and_every_period_that_is_too_many_is_named()
    {
        var at95 = Scenario.InMarket(Registered(Submission(1, 95)));
        at95.When(Series(20), Seller).ThenRefused([.. Enumerable.Repeat("registration.cap-reached", 15)])
            .OnFields([.. Enumerable.Range(5, 15).Select(number => $"livePeriods[{number}]")]).WithDetails(("used", "95"), ("remaining", "5")).After();
        at95.When(Series(5), Seller).Then([.. Enumerable.Range(0, 5).SelectMany(number => Accepted(number, 96 + number))]);
    }

    [Fact, Rule("BEY-11"), Rule("BEY-01")]
    public void Every_period_is_judged_like_a_submission_and_every_reason_is_said()
    {
        var command = Series(Day(0), Live(60, "2026-03-05T12:00:00Z"), Live(30, "2026-02-09T12:00:00Z"), Live(60, "2026-01-05T12:00:00Z"), new(Day(4).End, Day(4).Start));
        Scenario.InMarket(Registered(Submission(1, 99))).When(command, Seller)
            .ThenRefused(
                "registration.period.outside-campaign", "registration.cap-reached", "registration.period.too-short", "registration.cap-reached",
                "registration.period.outside-campaign", "registration.period.over", "registration.cap-reached", "registration.period.invalid", "registration.cap-reached")
            .OnFields("livePeriods[1]", "livePeriods[1]", "livePeriods[2]", "livePeriods[2]", "livePeriods[3]", "livePeriods[3]", "livePeriods[3]", "livePeriods[4]", "livePeriods[4]").After();
    }

    [Fact, Rule("BEY-11")]
    public void What_all_of_them_break_is_said_once()
    {
        Scenario.InMarket(Registered(Submission())).When(Series(Day(10), Day(11), Day(12)), Seller, Window.End).ThenRefused("registration.window-closed");
        Scenario.InMarket(Registered(Submission(), new RegistrationCancelled(RegistrationChannel.SellerCenter))).When(Series(3), Seller).ThenRefused("registration.terminal").ForRule("RREC-03");
        Scenario.InMarket(Registered(CreatorSubmission())).When(Series(3), Host).ThenRefused("registration.duplicate.not-seller-center").ForRule("RREC-14");
        Scenario.InMarket(Registered(Submission(1, 100), new RegistrationCancelled(RegistrationChannel.SellerCenter))).When(Series(2), Seller)
            .ThenRefused("registration.terminal", "registration.cap-reached", "registration.cap-reached").OnFields(null, "livePeriods[0]", "livePeriods[1]");
    }

    [Fact, Rule("BEY-11")]
    public void A_series_has_1_to_100_periods()
    {
        Scenario.InMarket(Registered(Submission())).When(Series(), Seller).ThenRefused("registration.series.out-of-range").OnFields("livePeriods");
        var whole = Series([.. Enumerable.Repeat(Day(0), 101)]);
        Scenario.InMarket(Registered(Submission())).When(whole, Seller).ThenRefused("registration.series.out-of-range", "registration.cap-reached").OnFields("livePeriods", "livePeriods[99]");
    }

    [Fact, Rule("C25")]
    public void Periods_that_overlap_with_each_other_or_with_an_open_session_are_told() =>
        Scenario.InMarket(Registered(Submission())).When(Series(Live(60), Day(1), Day(1)), Seller)
            .Then([.. Accepted(0, 2, Live(60)), .. Accepted(1, 3, Day(1)), .. Accepted(2, 4, Day(1))])
            .Warned("registration.period.overlaps", "registration.period.overlaps").WithDetails(("registration", Reg(1).ToString()), ("with", "livePeriods[1]"));

    [Fact, Rule("BEY-11")]
    public void An_id_is_taken_once()
    {
        var twice = new DuplicateSeries(Reg(1), [new(Reg(200), Day(0)), new(Reg(200), Day(1)), new(Reg(1), Day(2))]);
        Scenario.InMarket(Registered(Submission())).When(twice, Seller).ThenRefused("registration.already-submitted", "registration.already-submitted").OnFields("livePeriods[1]", "livePeriods[2]");
        Scenario.InMarket([.. Registered(Submission()), .. Registered(CreatorSubmission(200))]).When(twice, Seller).ThenNotVisible();
    }

    [Fact, Rule("RREC-13"), Rule("CAMP-06")]
    public void Nobody_duplicates_what_they_may_not_see()
    {
        Scenario.InMarket().When(Series(2), Seller).ThenNotVisible();
        Scenario.InMarket(Registered(Submission())).When(Series(2), OtherSeller).ThenNotVisible();
        var hidden = Submission() with { Campaign = Private };
        Scenario.InMarket(Registered(hidden)).When(Series(1), Seller).ThenNotVisible();
        Scenario.InMarket(Registered(hidden)).When(Series(1) with { InvitationDigest = TokenDigest }, Seller).Then(Accepted(0, 2, of: hidden));
    }

    [Fact, Rule("RREC-17"), Rule("BEY-11")]
    public void The_platform_duplicates_on_behalf_and_the_notes_come_along()
    {
        var original = Submission() with { Form = SellerForm with { Notes = Text("two hosts") } };
        var name = Text("Ann of ops");
        Scenario.InMarket(Registered(original)).When(new DuplicateSeries(Reg(1), [new(Reg(200), Day(0))], null, name), Reviewer)
            .Then(SubmitTests.Accepted(original with
            {
                Registration = Reg(200), SlotNumber = 2, DuplicatedFrom = Reg(1), Form = original.Form with { LivePeriod = Day(0) }, OpsUser = "u-reviewer", OpsName = name,
            }));
    }

    static TimeRange Day(int number) => Live(60, $"2026-02-{number + 6:00}T12:00:00Z");

    static DuplicateSeries Series(int count) => Series([.. Enumerable.Range(0, count).Select(Day)]);

    static DuplicateSeries Series(params TimeRange[] periods) => new(Reg(1), periods.Select((period, number) => new SeriesSession(Reg(200 + number), period)).ToValueList());

    static NewFact[] Accepted(int number, int slot, TimeRange? period = null, RegistrationSubmitted? of = null)
    {
        var original = of ?? Submission();
        return SubmitTests.Accepted(original with
        {
            Registration = Reg(200 + number), SlotNumber = slot, DuplicatedFrom = Reg(1), Form = original.Form with { LivePeriod = period ?? Day(number) },
        });
    }
}
