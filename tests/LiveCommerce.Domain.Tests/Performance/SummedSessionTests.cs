using FsCheck;
using FsCheck.Fluent;
using LiveCommerce.Kernel;
using LiveCommerce.LiveSessions;
using LiveCommerce.Performance;
using NodaTime;
using static LiveCommerce.Tests.LiveSessions.LiveSessionSample;
using static LiveCommerce.Tests.Performance.RecapSample;
using static LiveCommerce.Tests.Sample;

namespace LiveCommerce.Tests.Performance;

/// <summary>Rows answer faster than facts and never otherwise (ADR 16).</summary>
public sealed class SummedSessionTests
{
    static readonly TimeRange[] times = [Range("2026-01-09T23:00:00Z", "2026-01-09T23:30:00Z"), Range("2026-01-09T23:30:00Z", "2026-01-10T01:00:00Z"), Range("2026-01-09T00:00:00Z", "2026-01-11T00:00:00Z"), Range("2026-01-08T00:00:00Z", "2026-01-09T00:00:00Z")];

    static readonly Gen<Fact[]> told =
        from source in Gen.Elements(FigureSource.LiveFeed, FigureSource.LiveFeed, FigureSource.ShopAnalytics)
        from isRestated in Gen.Elements(true, false)
        from first in Gen.Choose(0, 40)
        from count in Gen.Choose(1, 30)
        from views in Gen.Choose(0, 500)
        from hasExposures in Gen.Frequency((5, Gen.Constant(true)), (1, Gen.Constant(false)))
        from currency in Gen.Elements("MYR", "MYR", "VND")
        let minutes = Enumerable.Range(first, count).Select(minute => Figures(minute, views + minute, Sold($"{views}", "a", currency), Sold("3", null, currency)) with { CartExposures = hasExposures ? views : null }).ToArray()
        select new[] { isRestated ? Restated(Session, source, 0, Start, minutes) : Fact(Session, source, 0, Start, minutes) };

    static readonly Gen<(Fact[] Facts, Moment? End)> days =
        from facts in Gen.Choose(1, 4).SelectMany(size => told.ArrayOf(size))
        from end in Gen.Elements<Moment?>(null, Start + Duration.FromMinutes(20), Start + Duration.FromMinutes(45), Start + Duration.FromMinutes(90))
        select (facts.SelectMany(one => one).Select((fact, index) => fact with { Version = index + 1, EffectiveAt = Start + Duration.FromMinutes(index) }).ToArray(), end);

    [Fact, Rule("RECAP-06"), Rule("RECAP-07"), Rule("RECAP-08"), Rule("C44")]
    public void Sums_of_rows_are_those_of_the_minutes_or_say_that_they_cannot_tell()
    {
        var (summed, asked) = (0, 0);
        Prop.ForAll(days.ToArbitrary(), drawn =>
        {
            var session = RowOf(drawn.End);
            var rows = drawn.Facts.GroupBy(fact => fact.Stream).Select(one => one.Aggregate((LiveFiguresRecord?)null, LiveFiguresRecord.Fold).ShouldNotBeNull()).ToArray();
            var exact = Fold([.. Begun(Started()), .. EndOf(drawn.End), .. drawn.Facts]);
            var fromRows = SessionFigures.Of(session.State, rows);
            var sums = new SummedSession(session.State, rows.Select(SourceTotals.Of).ToValueList());
            foreach (var time in times)
            {
                fromRows.Within(time).ShouldBe(exact.Within(time));
                if (sums.Within(time) is { } quick) quick.ShouldBe(exact.Within(time));
                (summed, asked) = (summed + (sums.Within(time) is { Views: > 0 } ? 1 : 0), asked + 1);
            }
            SessionMetrics.Of(fromRows).ShouldBe(SessionMetrics.Of(exact));
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(300));
        summed.ShouldBeGreaterThan(asked / 20);
    }

    [Fact]
    public void A_session_that_lies_in_the_time_and_is_told_whole_needs_no_minute()
    {
        ToldMinute[] hour = [.. Enumerable.Range(0, 30).Select(minute => new ToldMinute(Start, Figures(minute)))];
        SourceTotals live = new(FigureSource.LiveFeed, 0, 29, true, FigureTotals.Of(hour)), part = new(FigureSource.LiveFeed, 3, 9, false, FigureTotals.Of(hour.Take(1))), shop = live with { Source = FigureSource.ShopAnalytics };
        new SummedSession(RowOf(null).State, [live]).Within(times[0]).ShouldBe(live.Totals);
        new SummedSession(RowOf(null).State, [part, shop]).Within(times[0]).ShouldBe(shop.Totals);
        new SummedSession(RowOf(null).State, [live, part with { Source = FigureSource.ShopAnalytics }]).Within(times[0]).ShouldBeNull();
        new SummedSession(RowOf(null).State, []).Within(times[0]).ShouldBe(FigureTotals.None);
    }

    static LiveSessionRecord RowOf(Moment? end) => Begun(Started()).Concat(EndOf(end)).Aggregate((LiveSessionRecord?)null, LiveSessionRecord.Fold).ShouldNotBeNull();

    static Fact[] EndOf(Moment? end) => end is { } at ? [new(Session.Value, 2, at, new LiveSessionEnded(at))] : [];
}
