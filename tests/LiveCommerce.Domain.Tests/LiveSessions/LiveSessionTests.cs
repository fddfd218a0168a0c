using LiveCommerce.Audit;
using LiveCommerce.Kernel;
using LiveCommerce.LiveSessions;
using LiveCommerce.Sellers;
using NodaTime;
using static LiveCommerce.Tests.LiveSessions.LiveSessionSample;
using static LiveCommerce.Tests.Sample;

namespace LiveCommerce.Tests.LiveSessions;

public sealed class LiveSessionTests
{
    static readonly StartLiveSession start = new(Session, Official);
    static readonly EndLiveSession end = new(Session);
    static readonly LiveSessionStarted now = Started(at: Now);

    [Fact, Rule("PLAN-17")]
    public void A_session_starts_without_a_plan() => Scenario.InMarket().When(start, Seller).Then(OnAir(now)).Warned();

    [Fact, Rule("PLAN-16"), Rule("PLAN-17")]
    public void The_audit_tells_a_late_start_and_that_it_has_no_penalty()
    {
        AuditSentence.What(now with { Plan = new(Plan, Start) }).ShouldEndWith($", for plan {Plan}, later than its 9 Jan 2026, 23:00 UTC, which has no penalty");
        AuditSentence.What(now with { Plan = new(Plan, Now) }).ShouldEndWith($", for plan {Plan}");
        AuditSentence.What(now).ShouldEndWith(", without a plan");
    }

    [Fact, Rule("RECAP-03")]
    public void The_kind_of_account_is_that_of_the_account_and_not_said_by_who_starts()
    {
        Scenario.InMarket().When(start with { Account = Marketing }, Seller).Then(OnAir(now with { Account = Marketing, AccountType = AccountType.Marketing }));
        Scenario.InMarket().When(new StartLiveSession(AffiliateSession, ShopAffiliate), ShopHost).Then(OnAir(ByAffiliate(Now)));
        Scenario.InMarket().When(start with { Account = Affiliate }, Host)
            .Then(OnAir(now with { Account = Affiliate, AccountType = AccountType.Affiliate, Party = Party.Of(Creator), Creator = Creator }));
    }

    [Fact]
    public void A_past_start_is_effective_when_it_was() => Scenario.InMarket().When(start with { StartedAt = Start }, Admin).Then(OnAir(Started()));

    [Fact]
    public void All_that_is_wrong_with_a_start_is_said_at_once() =>
        Scenario.InMarket().When(start with { Account = Spare, StartedAt = Now + Duration.FromSeconds(1) }, Admin)
            .ThenRefused("account.not-bound", "session.start.in-future").OnFields("account", "startedAt");

    [Fact]
    public void Nobody_starts_a_session_on_an_account_of_somebody_else()
    {
        Scenario.InMarket().When(start, OtherSeller).ThenNotVisible();
        Scenario.InMarket().When(start, Host).ThenNotVisible();
        Scenario.InMarket().When(start, Auditor).ThenNotVisible();
        Scenario.InMarket().When(start with { Account = new(Uuid(29)) }, Admin).ThenNotVisible();
    }

    [Fact]
    public void Starting_it_again_is_already_so_and_with_other_particulars_refused()
    {
        Scenario.InMarket(OnAir(Started())).When(start, Seller).ThenAlreadySo();
        Scenario.InMarket(Over(Started(), Now)).When(start with { StartedAt = Start }, Seller).ThenAlreadySo();
        Scenario.InMarket(OnAir(Started())).When(start with { Account = Marketing }, Seller).ThenRefused("session.already-started");
        Scenario.InMarket(OnAir(Started())).When(start with { Plan = Plan }, Seller).ThenRefused("session.already-started");
        Scenario.InMarket(OnAir(Started())).When(start with { StartedAt = Now }, Seller).ThenRefused("session.already-started");
        Scenario.InMarket(OnAir(Started())).When(start, OtherSeller).ThenNotVisible();
    }

    [Fact]
    public void A_session_ends_now_or_when_it_ended()
    {
        Scenario.InMarket(OnAir(Started())).When(end, Seller).Then(LiveSession.At(Session).Is(new LiveSessionEnded(Now), Now));
        Scenario.InMarket(OnAir(Started())).When(end with { EndedAt = Start }, Admin).Then(LiveSession.At(Session).Is(new LiveSessionEnded(Start), Start));
    }

    [Fact]
    public void A_session_ends_once()
    {
        Scenario.InMarket(Over(Started(), Now)).When(end, Seller, Now + Duration.FromHours(1)).ThenRefused("session.already-ended").WithDetails(("ended_at", Now.ToString()));
        Scenario.InMarket(Over(Started(), Now)).When(end with { EndedAt = Now }, Seller).ThenRefused("session.already-ended");
    }

    [Fact]
    public void A_session_ends_neither_before_it_starts_nor_in_the_future()
    {
        Scenario.InMarket(OnAir(Started())).When(end with { EndedAt = Moment.From(Start.Instant - Duration.FromSeconds(1)) }, Seller).ThenRefused("session.end.before-start");
        Scenario.InMarket(OnAir(Started())).When(end with { EndedAt = Now + Duration.FromSeconds(1) }, Seller).ThenRefused("session.end.in-future");
    }

    [Fact]
    public void Nobody_ends_what_is_not_theirs_or_not_there()
    {
        Scenario.InMarket(OnAir(Started())).When(end, OtherSeller).ThenNotVisible();
        Scenario.InMarket(OnAir(Started())).When(end, ShopHost).ThenNotVisible();
        Scenario.InMarket().When(end, Seller).ThenNotVisible();
        Scenario.InMarket(OnAir(ByAffiliate())).When(end with { Session = AffiliateSession }, ShopHost).Then(LiveSession.At(AffiliateSession).Is(new LiveSessionEnded(Now), Now));
    }
}
