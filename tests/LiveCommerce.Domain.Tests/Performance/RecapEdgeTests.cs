using LiveCommerce.Kernel;
using LiveCommerce.Performance;
using NodaTime;
using static LiveCommerce.Tests.LiveSessions.LiveSessionSample;
using static LiveCommerce.Tests.Performance.RecapSample;
using static LiveCommerce.Tests.Sample;

namespace LiveCommerce.Tests.Performance;

public sealed class RecapEdgeTests
{
    [Theory, Rule("C53")]
    [InlineData("Asia/Kuala_Lumpur", "2026-01-20T15:30:00Z", "2026-01-12T16:00:00Z", "2026-01-19T16:00:00Z", 168)]
    [InlineData("Asia/Kuala_Lumpur", "2026-01-20T16:00:00Z", "2026-01-13T16:00:00Z", "2026-01-20T16:00:00Z", 168)]
    [InlineData("America/New_York", "2026-03-10T12:00:00Z", "2026-03-03T05:00:00Z", "2026-03-10T04:00:00Z", 167)] // clocks forward on 8 March
    [InlineData("America/New_York", "2026-11-03T12:00:00Z", "2026-10-27T04:00:00Z", "2026-11-03T05:00:00Z", 169)] // clocks back on 1 November
    [InlineData("Africa/Cairo", "2026-04-24T12:00:00Z", "2026-04-16T22:00:00Z", "2026-04-23T22:00:00Z", 168)] // the day of 24 April begins at 01:00
    public void The_edges_are_those_of_the_shop_s_days_over_clock_changes_too(string zone, string now, string start, string end, int hours)
    {
        var period = new RecapPeriod.Last7Days().In(ZoneOf(zone), On(now));
        period.ShouldBe(Range(start, end));
        period.Length.ShouldBe(Duration.FromHours(hours));
        new RecapPeriod.Last7Days().ComparedWith(ZoneOf(zone), On(now)).ShouldNotBeNull().End.ShouldBe(period.Start);
    }

    [Fact, Rule("C53")]
    public void A_custom_day_of_a_clock_change_has_its_own_length()
    {
        var day = new LocalDate(2026, 3, 8);
        new RecapPeriod.Custom(day, day).In(ZoneOf("America/New_York"), Now).Length.ShouldBe(Duration.FromHours(23));
    }

    [Fact, Rule("RECAP-01")]
    public void A_session_over_an_edge_counts_by_its_minutes()
    {
        var session = At("2026-01-19T23:58:00Z", Figures(0, 1), Figures(1, 2), Figures(2, 4), Figures(3, 8));
        Recap(new RecapPeriod.Last7Days(), session).Figures.Views.Value.ShouldBe("3");
        Recap(new RecapPeriod.Custom(new(2026, 1, 20), new(2026, 1, 20)), session).Figures.Views.Value.ShouldBe("12");
    }
}
