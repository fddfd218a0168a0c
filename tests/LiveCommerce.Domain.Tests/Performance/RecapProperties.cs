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

/// <summary>Whatever is sent, in whatever order and however often: the recap is the sum of the last words.</summary>
public sealed class RecapProperties
{
    static readonly Gen<MinuteFigures> minutes =
        from minute in Gen.Choose(0, 59)
        from views in Gen.Choose(0, 1_000)
        from orders in Gen.Choose(0, 50)
        from exposures in Gen.Choose(0, 9_000)
        from cents in Gen.Choose(0, 1_000_000)
        from others in Gen.Choose(0, 99)
        select Figures(minute, views, Sold(Amount(cents), "a"), Sold(Amount(others), null), Sold($"{others}", "b", "VND")) with { Orders = orders, CartExposures = exposures };

    static readonly Gen<MinuteFigures[][]> batches = Gen.Choose(1, 12).SelectMany(size => minutes.ArrayOf(size)).Select(all => all.DistinctBy(one => one.Minute).ToArray()).ArrayOf(6);

    [Fact, Rule("RECAP-06"), Rule("RECAP-07"), Rule("RECAP-08")]
    public void The_recap_is_an_independent_sum_over_what_was_sent() => Run(batches, sent =>
    {
        // the sum is made here from the batches alone: the last word on each minute
        var last = sent.SelectMany(batch => batch).GroupBy(one => one.Minute).Select(one => one.Last()).ToArray();
        var recap = RecapOf(sent);
        recap.Orders.Value.ShouldBe($"{last.Sum(one => one.Orders)}");
        recap.Views.Value.ShouldBe($"{last.Sum(one => one.Views)}");
        recap.ByCurrency.Select(one => (one.LiveGmv.Value.Currency, decimal.Parse(one.LiveGmv.Value.Amount, null))).ShouldBe(
            last.SelectMany(one => one.Gmv).GroupBy(one => one.Gmv.Currency).OrderBy(one => one.Key, StringComparer.Ordinal)
                .Select(one => (one.Key, one.Sum(line => decimal.Parse(line.Gmv.Amount, null)))));
        var exposures = last.Sum(one => (decimal)(one.CartExposures ?? 0));
        foreach (var one in recap.ByCurrency)
            if (exposures == 0) one.Gpm.Value.ShouldBeNull();
            else (decimal.Parse(one.Gpm.Value.ShouldNotBeNull(), null) - (decimal.Parse(one.LiveGmv.Value.Amount, null) * 1000 / exposures)).ShouldBeInRange(-0.00005m, 0.00005m);
    });

    [Fact, Rule("AN-01")]
    public void What_is_sent_three_times_counts_once() => Run(minutes.ArrayOf(20).Select(Unlike), sent =>
        RecapOf([sent, sent, [.. sent.Reverse()]]).ShouldBe(RecapOf([sent])));

    [Fact, Rule("AN-01")]
    public void The_order_of_arrival_does_not_matter() => Run(minutes.ArrayOf(20).Select(Unlike).Zip(Gen.Choose(0, int.MaxValue)), drawn =>
    {
        var (sent, seed) = drawn;
        var shuffled = sent.OrderBy(one => HashOf(one.Minute, seed)).ToArray();
        Sums(RecapOf([.. shuffled.Chunk(3)])).ShouldBe(Sums(RecapOf([.. sent.Chunk(7)])));
    });

    static MinuteFigures[] Unlike(MinuteFigures[] drawn) => [.. drawn.DistinctBy(one => one.Minute)];

    static uint HashOf(int minute, int seed) => unchecked((uint)((minute + 1) * 2_654_435_761L) ^ (uint)seed) * 40_503u;

    static object Sums(RecapFigures recap) => (recap.Orders.Value, recap.Views.Value, recap.ByCurrency.Select(one => (one.LiveGmv.Value, one.Gpm.Value)).ToValueList());

    static RecapFigures RecapOf(MinuteFigures[][] batches)
    {
        var history = new History();
        history.Append(OnAir(Started()));
        foreach (var batch in batches) history.Append(history.Decide(Tell(batch), new(Now, Seller)).Facts);
        var session = Fold(Log(history, LiveSession.At(Session), LiveFigures.At(Session, FigureSource.LiveFeed)));
        return LivePerformanceRecap.Of(Shop, new RecapPeriod.Last7Days(), Utc, Now + Duration.FromDays(1), [session]).Figures;
    }

    static string Amount(int cents) => $"{cents / 100}.{cents % 100:00}";

    static void Run<T>(Gen<T> drawn, Action<T> property) => Prop.ForAll(drawn.ToArbitrary(), property).Check(Config.QuickThrowOnFailure.WithMaxTest(100));
}
