using LiveCommerce.Audit;
using LiveCommerce.Kernel;
using LiveCommerce.LiveSessions;
using LiveCommerce.Performance;
using LiveCommerce.Sellers;
using NodaTime;
using static LiveCommerce.Tests.LiveSessions.LiveSessionSample;
using static LiveCommerce.Tests.Performance.RecapSample;
using static LiveCommerce.Tests.Sample;

namespace LiveCommerce.Tests.Performance;

public sealed class RecapTests
{
    static readonly RecapPeriod week = new RecapPeriod.Last7Days(), custom = new RecapPeriod.Custom(new(2026, 1, 13), new(2026, 1, 19));

    [Fact, Rule("RECAP-06"), Rule("RECAP-07"), Rule("RECAP-08"), Rule("C11")]
    public void Orders_views_GMV_and_GPM_are_summed_over_minutes_and_sessions()
    {
        var recap = Recap(week, At("2026-01-13T10:00:00Z", Figures(0, 10, Sold("0.10")), Figures(1, 20, Sold("0.20"))), At("2026-01-19T10:00:00Z", Figures(0, 5, Sold("100.00", "a"), Sold("0.03", null))));
        (recap.Figures.Orders.Value, recap.Figures.Views.Value).ShouldBe(("6", "35"));
        var money = recap.Figures.ByCurrency.ShouldHaveSingleItem();
        (money.LiveGmv.Value, money.Gpm.Value).ShouldBe((new Money("100.33", "MYR"), "167.2167")); // 100.33 / 600 x 1000
    }

    [Fact, Rule("RECAP-01"), Rule("RECAP-02"), Rule("C51")]
    public void The_last_7_days_are_full_days_and_are_compared_with_the_7_before()
    {
        var recap = Recap(week);
        recap.Period.ShouldBe(Range("2026-01-13T00:00:00Z", "2026-01-20T00:00:00Z"));
        recap.Comparison.ShouldNotBeNull().Period.ShouldBe(Range("2026-01-06T00:00:00Z", "2026-01-13T00:00:00Z"));
    }

    [Fact, Rule("RECAP-01"), Rule("RECAP-02")]
    public void A_custom_period_has_both_its_days_and_no_comparison_at_all()
    {
        var recap = Recap(custom, At("2026-01-12T23:59:00Z", Figures(0), Figures(1)), At("2026-01-19T23:59:00Z", Figures(0), Figures(1)));
        recap.Period.ShouldBe(Range("2026-01-13T00:00:00Z", "2026-01-20T00:00:00Z"));
        recap.Figures.Views.Value.ShouldBe("20");
        recap.Comparison.ShouldBeNull();
    }

    [Fact, Rule("RECAP-02"), Rule("RECAP-01")]
    public void A_comparison_of_a_custom_period_is_refused()
    {
        Codes(custom, true).ShouldBe(["recap.comparison.only-last-7-days"]);
        Codes(custom, false).Concat(Codes(custom)).Concat(Codes(week, true)).Concat(Codes(week)).ShouldBeEmpty();
        Codes(new RecapPeriod.Custom(new(2026, 1, 2), new(2026, 1, 1)), true).ShouldBe(["recap.comparison.only-last-7-days", "recap.period.reversed"]);
        Codes(new RecapPeriod.Custom(new(2025, 1, 1), new(2026, 1, 1))).ShouldBeEmpty();
        Codes(new RecapPeriod.Custom(new(2025, 1, 1), new(2026, 1, 2))).ShouldBe(["recap.period.too-long"]);
    }

    [Fact, Rule("RECAP-03"), Rule("RECAP-05")]
    public void Only_the_shop_s_own_official_account_counts()
    {
        var at = On("2026-01-15T10:00:00Z");
        var recap = Recap(
            week, With(Started(at: at), Figures(0, 1)), With(ByAffiliate(at), Figures(0, 2)), With(Started(at: at) with { Account = Marketing, AccountType = AccountType.Marketing }, Figures(0, 4)),
            With(Started(at: at) with { Account = OtherOfficial, Party = Party.Of(OtherShop) }, Figures(0, 8)));
        (recap.Figures.Views.Value, recap.Figures.ByCurrency.Single().LiveGmv.Value.Amount).ShouldBe(("1", "25.00"));
    }

    [Fact, Rule("RECAP-04")]
    public void What_was_paid_counts_gross_and_nothing_is_ever_taken_off()
    {
        Scenario.InMarket(OnAir(Started())).When(Tell(Figures(0, 10, Sold("-5.00"))), Seller).ThenRefused("figures.amount");
        typeof(MinuteFigures).GetProperties().Concat(typeof(ProductGmv).GetProperties()).Select(property => property.Name)
            .Where(name => name.Contains("Refund", StringComparison.Ordinal) || name.Contains("Return", StringComparison.Ordinal) || name.Contains("Cancel", StringComparison.Ordinal)).ShouldBeEmpty();
    }

    [Fact]
    public void Currencies_are_never_added()
    {
        var recap = Recap(week, At("2026-01-15T10:00:00Z", Figures(0, 10, Sold("10.00"), Sold("300", null, "VND"), Sold("0.500", null, "KWD")), Figures(1, 10, Sold("10.00"), Sold("7", "x", "VND"))));
        recap.Figures.ByCurrency.Select(one => one.LiveGmv.Value).ShouldBe([new("0.500", "KWD"), new("20.00", "MYR"), new("307", "VND")]);
    }

    [Fact, Rule("C11"), Rule("C51")]
    public void A_denominator_of_0_or_unknown_and_a_baseline_of_0_give_null()
    {
        Gpm(Figures(0) with { CartExposures = 0 }).ShouldBeNull();
        Gpm(Figures(0) with { CartExposures = null }).ShouldBeNull();
        Gpm(Figures(0), Figures(1) with { CartExposures = null }).ShouldBeNull();
        Gpm(Figures(0) with { CartExposures = 1 }).ShouldBe("25000");
        var comparison = Recap(week, At("2026-01-15T10:00:00Z", Figures(0))).Comparison.ShouldNotBeNull();
        (comparison.Orders, comparison.Views, comparison.ByCurrency.Single()).ShouldBe((null, null, new("MYR", null, null)));
    }

    [Fact, Rule("C51")]
    public void A_change_is_a_part_of_what_was_before()
    {
        var comparison = Recap(
            week, At("2026-01-15T10:00:00Z", Figures(0, 15, Sold("10.00"), Sold("1.00", "y", "SGD"))), At("2026-01-12T23:59:00Z", Figures(0, 10, Sold("40.00"), Sold("8.00", "x", "THB")))).Comparison.ShouldNotBeNull();
        (comparison.Orders, comparison.Views, comparison.Before.Views.Value).ShouldBe(("0", "0.5", "10"));
        comparison.ByCurrency.ShouldBe([new("MYR", "-0.75", "-0.75"), new("SGD", null, null), new("THB", "-1", null)]);
    }

    [Fact, Rule("C44")]
    public void Every_figure_says_as_of_when_its_data_is_and_the_recap_whether_it_can_grow()
    {
        var (start, told) = (On("2026-01-15T10:00:00Z"), On("2026-01-15T10:07:00Z"));
        Fact[] facts = [.. Begun(Started(at: start)), Fact(Session, FigureSource.LiveFeed, 1, start, Figures(0)), Fact(Session, FigureSource.LiveFeed, 2, told, Figures(1))];
        var recap = Recap(week, Fold(facts));
        var (money, figures) = (recap.Figures.ByCurrency.Single(), recap.Figures);
        new[] { figures.Orders.DataAsOf, figures.Views.DataAsOf, money.LiveGmv.DataAsOf, money.Gpm.DataAsOf }.ShouldAllBe(asOf => asOf == told);
        recap.Freshness.ShouldBe(Freshness.Growing);
        recap.Comparison.ShouldNotBeNull().Before.Orders.ShouldBe(new("0", null));
        Recap(week, Fold([.. facts, new(Session.Value, 2, told, new LiveSessionEnded(told))])).Freshness.ShouldBe(Freshness.Settled);
    }

    [Fact, Rule("C9")]
    public void Every_figure_names_the_definition_that_it_follows_with_its_version()
    {
        var figures = typeof(RecapFigures).GetProperties().Concat(typeof(CurrencyFigures).GetProperties()).Where(figure => figure.PropertyType == typeof(Figure) || figure.PropertyType == typeof(MoneyFigure));
        MetricDefinition.OfRecap.Select(definition => definition.Id).ShouldBe(figures.Select(figure => $"{System.Text.Json.JsonNamingPolicy.KebabCaseLower.ConvertName(figure.Name)}/1"), ignoreOrder: true);
        MetricDefinition.OfRecap.ShouldAllBe(definition => RuleBook.Statement(definition.Rule) != null && definition.Statement.Length > 0);
    }

    [Fact, Rule("C45")]
    public void It_says_where_the_page_is_found() => LivePerformanceRecap.AvailableOn.ShouldBe([Surface.SellerCenterPc]);

    static string? Gpm(params MinuteFigures[] minutes) => Recap(week, At("2026-01-15T10:00:00Z", minutes)).Figures.ByCurrency.Single().Gpm.Value;

    static IEnumerable<string> Codes(RecapPeriod period, bool? withComparison = null) => LivePerformanceRecap.Broken(period, withComparison).Select(refusal => refusal.Code);
}
