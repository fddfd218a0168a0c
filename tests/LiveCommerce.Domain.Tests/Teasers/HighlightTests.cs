using LiveCommerce.Kernel;
using LiveCommerce.LiveSessions;
using LiveCommerce.Performance;
using LiveCommerce.Teasers;
using NodaTime;
using static LiveCommerce.Tests.LiveSessions.LiveSessionSample;

namespace LiveCommerce.Tests.Teasers;

public sealed class HighlightTests
{
    static readonly LiveSession.Ended session = new(Started(), Start + Duration.FromMinutes(30));

    [Fact, Rule("TSR-02")]
    public void The_minutes_of_highest_GMV_come_first_and_those_alike_by_engagement()
    {
        Minutes(At(3, "50.00"), At(9, "80.00"), At(15, "50.00", 20), At(21, "10.00")).ShouldBe([9, 15, 3, 21]);
        Minutes(At(3, "9.00"), At(9, "80.00"), At(15, "100.00")).ShouldBe([15, 9, 3]); // as numbers, not as text
        Minutes(At(5, "50.00"), At(3, "50.00")).ShouldBe([3, 5]);
    }

    [Fact, Rule("TSR-02")]
    public void Of_neighbours_the_better_one_is_offered_and_at_most_five_in_all()
    {
        Minutes(At(3, "50.00"), At(4, "80.00"), At(5, "70.00"), At(6, "60.00")).ShouldBe([4, 6]);
        Minutes([.. Enumerable.Range(0, 15).Select(minute => At(minute * 2, "10.00"))]).ShouldBe([0, 2, 4, 6, 8]);
    }

    [Fact, Rule("TSR-02")]
    public void Amounts_are_compared_in_the_currency_of_most_minutes_and_quiet_minutes_are_none()
    {
        Minutes(At(3, "50.00"), At(9, "40.00"), Figures(15, 10, Sold("900.00", currency: "SGD"))).ShouldBe([3, 9, 15]);
        Minutes(Figures(3) with { Gmv = [], Interactions = 0, NewFollowers = 0 }).ShouldBeEmpty();
        Minutes(Figures(3) with { Gmv = [] }).ShouldBe([3]);
    }

    [Fact, Rule("TSR-02"), Rule("C10")]
    public void A_candidate_names_its_peak_its_GMV_and_its_engagement()
    {
        var found = Of(At(29, "50.00"), At(3, "9.00")).ToArray();
        found[1].ShouldBe(new(Session, 3, Start + Duration.FromSeconds(210), [new("9.00", "MYR")], "0.5"));
        found[0].Peak.ShouldBe(Start + Duration.FromSeconds((29 * 60) + 30));
        HighlightCandidates.Of(new(session with { EndedAt = Start + Duration.FromSeconds((29 * 60) + 20) }, [Told(At(29, "50.00"))]))[0].Peak.ShouldBe(Start + Duration.FromSeconds((29 * 60) + 10));
        Of(At(3, "1.00") with { Views = 0 })[0].EngagementRate.ShouldBeNull();
    }

    static int[] Minutes(params MinuteFigures[] minutes) => [.. Of(minutes).Select(one => one.Minute)];

    static ValueList<HighlightCandidate> Of(params MinuteFigures[] minutes) => HighlightCandidates.Of(new(session, minutes.OrderBy(one => one.Minute).Select(Told).ToValueList()));

    static SessionMinute Told(MinuteFigures figures) => new(FigureSource.LiveFeed, session.StartOf(figures.Minute), Start, figures);

    static MinuteFigures At(int minute, string gmv, int interactions = 4) => Figures(minute, 10, Sold(gmv)) with { Interactions = interactions };
}
