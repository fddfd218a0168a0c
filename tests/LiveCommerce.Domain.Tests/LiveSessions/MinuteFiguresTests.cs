using LiveCommerce.Kernel;
using LiveCommerce.LiveSessions;
using NodaTime;
using static LiveCommerce.Tests.LiveSessions.LiveSessionSample;
using static LiveCommerce.Tests.Sample;

namespace LiveCommerce.Tests.LiveSessions;

public sealed class MinuteFiguresTests
{
    static Scenario OnAirWith(params NewFact[] facts) => Scenario.InMarket([.. OnAir(Started()), .. facts]);

    [Fact, Rule("AN-01")]
    public void Minutes_are_recorded_in_their_order_in_a_stream_of_session_and_source()
    {
        OnAirWith().When(Tell(Figures(2), Figures(0)), Seller).Then(Told(Figures(0), Figures(2))).WithDetails(("recorded", "2"), ("restated", "0"), ("unchanged", "0"));
        OnAirWith(Told(Figures(0))).When(Tell(Figures(0)) with { Source = FigureSource.ShopAnalytics }, Admin)
            .Then(LiveFigures.At(Session, FigureSource.ShopAnalytics).Is(new LiveMetricsRecorded(Session, FigureSource.ShopAnalytics, [Figures(0)])));
    }

    [Fact, Rule("AN-01")]
    public void A_minute_is_recorded_once_however_often_it_is_sent()
    {
        OnAirWith(Told(Figures(0))).When(Tell(Figures(0)), Seller).WithDetails(("recorded", "0"), ("restated", "0"), ("unchanged", "1")).ThenAlreadySo();
        OnAirWith(Told(Figures(0))).When(Tell(Figures(0), Figures(1)), Seller).Then(Told(Figures(1))).WithDetails(("recorded", "1"), ("unchanged", "1"));
    }

    [Fact]
    public void Order_of_products_and_trailing_zeros_tell_nothing_new() =>
        OnAirWith(Told(Figures(0, 10, Sold("1.50", "a"), Sold("2", "b")))).When(Tell(Figures(0, 10, Sold("2.00", "b"), Sold("1.5", "a"))), Seller).ThenAlreadySo();

    [Fact, Rule("BEY-27")]
    public void Other_figures_of_a_known_minute_are_a_fact_of_their_own()
    {
        OnAirWith(Told(Figures(0))).When(Tell(Figures(0, views: 11), Figures(1)), Seller).Then(Told(Figures(1)), Retold(Figures(0, views: 11))).WithDetails(("recorded", "1"), ("restated", "1"));
        OnAirWith(Told(Figures(0)), Retold(Figures(0, 11))).When(Tell(Figures(0, 11)), Seller).ThenAlreadySo();
        OnAirWith(Told(Figures(0)), Retold(Figures(0, 11))).When(Tell(Figures(0)), Seller).Then(Retold(Figures(0)));
    }

    public static TheoryData<MinuteFigures> Changed =>
    [
        Figures(0) with { Views = 11 }, Figures(0) with { Viewers = 9 }, Figures(0) with { Entries = null }, Figures(0) with { Interactions = 0 }, Figures(0) with { NewFollowers = 0 },
        Figures(0) with { CartExposures = null }, Figures(0) with { ProductClicks = 7 }, Figures(0) with { Orders = 3 }, Figures(0) with { Units = 4 }, Figures(0) with { Gmv = [] },
        Figures(0, 10, Sold("25.01")), Figures(0, 10, Sold("25.00", null)), Figures(0, 10, Sold("25.00", currency: "THB")),
    ];

    [Theory, MemberData(nameof(Changed)), Rule("BEY-27")]
    public void Each_single_figure_that_differs_restates_the_minute(MinuteFigures changed) => OnAirWith(Told(Figures(0))).When(Tell(changed), Seller).Then(Retold(changed));

    [Fact]
    public void Minutes_outside_the_session_are_refused()
    {
        OnAirWith().When(Tell(Figures(-1), Figures(60), Figures(61), Figures(int.MaxValue)), Seller)
            .ThenRefused("figures.minute.outside-session", "figures.minute.outside-session", "figures.minute.outside-session").OnFields("minutes[0].minute", "minutes[2].minute", "minutes[3].minute");
        var over = Over(Started(), Start + Duration.FromMinutes(30));
        Scenario.InMarket(over).When(Tell(Figures(29)), Seller).Then(Told(Figures(29)));
        Scenario.InMarket(over).When(Tell(Figures(30)), Seller).ThenRefused("figures.minute.outside-session").WithDetails(("minute", "30"));
    }

    [Fact]
    public void All_that_is_wrong_with_a_batch_is_said_at_once_and_nothing_is_left_behind() =>
        OnAirWith().When(Tell(
            Figures(0), Figures(0), Figures(-5),
            Figures(1) with { Views = -1, Viewers = -1, Entries = -1, Interactions = -1, NewFollowers = -1, CartExposures = -1, ProductClicks = -1, Orders = -1, Units = -1 },
            Figures(2, 10, Sold("1", ""), Sold("1", "a b"), Sold("-1"), Sold("1.234", "x"), Sold("1e3", "y"), Sold("1", "z", "XYZ"), Sold("1"), Sold("1", null), Sold("2", null))), Seller)
            .ThenRefused(
                ["figures.minute.twice", "figures.minute.outside-session",
                .. Enumerable.Repeat("figures.negative", 9),
                "figures.product.id", "figures.product.id", "figures.amount", "figures.amount", "figures.amount", "figures.currency", "figures.product.twice", "figures.product.twice"])
            .After();

    [Fact]
    public void A_batch_has_1_to_60_minutes_and_a_minute_at_most_150_amounts()
    {
        OnAirWith().When(Tell(), Seller).ThenRefused("figures.batch-size");
        OnAirWith().When(Tell([.. Enumerable.Range(0, 61).Select(minute => Figures(minute))]), Seller).ThenRefused("figures.batch-size").WithDetails(("most", "60"), ("given", "61"));
        ProductGmv[] products = [.. Enumerable.Range(0, 150).Select(number => Sold("1.00", $"p{number}"))];
        MinuteFigures[] hour = [.. Enumerable.Range(0, 60).Select(minute => Figures(minute, 10, products))];
        OnAirWith().When(Tell(hour), Seller).Then(Told(hour));
        OnAirWith().When(Tell(Figures(0, 10, [.. products, Sold("1", "more")])), Seller).ThenRefused("figures.products.too-many");
    }

    [Fact, Rule("BEY-24")]
    public void What_products_came_to_is_told_whole_and_the_same_again_is_already_so()
    {
        NewFact Told(params ProductTotals[] products) => LiveFigures.At(Session, FigureSource.ShopAnalytics).Is(new LiveProductsTold(Session, FigureSource.ShopAnalytics, products.ToValueList()));
        OnAirWith().When(TellTotals(Total("a"), Total("b")), Seller).Then(Told(Total("a"), Total("b")));
        OnAirWith(Told(Total("a"))).When(TellTotals(Total("a")), Seller).ThenAlreadySo();
        OnAirWith(Told(Total("a"))).When(TellTotals(Total("a", "26.00")), Seller).Then(Told(Total("a", "26.00")));
        OnAirWith(Told(Total("a"))).When(TellTotals(Total("a")) with { Source = FigureSource.LiveFeed }, Admin).Then(LiveFigures.At(Session, FigureSource.LiveFeed).Is(new LiveProductsTold(Session, FigureSource.LiveFeed, [Total("a")])));
        OnAirWith().When(TellTotals(), Seller).ThenRefused("figures.products.out-of-range");
        OnAirWith().When(TellTotals([.. Enumerable.Range(0, 151).Select(number => Total($"p{number}"))]), Seller).ThenRefused("figures.products.out-of-range").WithDetails(("given", "151"));
        OnAirWith().When(TellTotals(Total("a b"), Total("c", "-1"), Total("d", currency: "XYZ"), Total("e"), Total("e"), Total("f") with { Units = -1, Orders = -1, Clicks = -1, Impressions = -1 }), Seller)
            .ThenRefused(["figures.product.id", "figures.amount", "figures.currency", "figures.product.twice", .. Enumerable.Repeat("figures.negative", 4)]).After();
        OnAirWith().When(TellTotals(Total()), OtherSeller).ThenNotVisible();
    }

    [Fact]
    public void Nobody_tells_figures_of_what_is_not_theirs_or_not_there()
    {
        OnAirWith().When(Tell(Figures(0)), OtherSeller).ThenNotVisible();
        OnAirWith().When(Tell(Figures(0)), ShopHost).ThenNotVisible();
        Scenario.InMarket().When(Tell(Figures(0)), Seller).ThenNotVisible();
    }

    [Fact]
    public void What_is_kept_in_memory_is_a_digest_for_each_minute()
    {
        var state = LiveFigures.Kind.Fold([Told([.. Enumerable.Range(0, 60).Select(minute => Figures(minute))]).Body, Retold(Figures(0, 11)).Body]);
        (state.Minutes.Count, state.Minutes.Holds(Figures(0)), state.Minutes.Holds(Figures(0, 11)), state.Minutes.Knows(60)).ShouldBe((60, false, true, false));
        state.ShouldBe(LiveFigures.Kind.Fold([Told([Figures(0, 11), .. Enumerable.Range(1, 59).Select(minute => Figures(minute))]).Body]));
        state.ShouldNotBe(LiveFigures.Kind.Fold([Told([.. Enumerable.Range(0, 60).Select(minute => Figures(minute))]).Body]));
    }
}
