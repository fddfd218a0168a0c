using LiveCommerce.Kernel;
using LiveCommerce.Calendars;
using static LiveCommerce.Tests.Sample;

namespace LiveCommerce.Tests.Calendars;

public sealed class CalendarLinkTests
{
    static readonly IssueCalendarLink issue = new(ShopCalendar.IdOf(Shop), Shop, TokenDigest);
    static readonly RevokeCalendarLink revoke = new(ShopCalendar.IdOf(Shop), Shop);

    [Fact, Rule("BEY-14")]
    public void A_calendar_is_shared_by_one_link_and_a_new_one_takes_its_place()
    {
        Scenario.InMarket().When(issue, Seller).Then(Fact(new CalendarLinkIssued(Shop, TokenDigest)));
        Shared().When(issue, Seller).ThenAlreadySo();
        Shared().When(issue with { TokenDigest = NamedDigest }, Admin).Then(Fact(new CalendarLinkIssued(Shop, NamedDigest)));
    }

    [Fact, Rule("BEY-14")]
    public void A_link_is_revoked_once()
    {
        Shared().When(revoke, Seller).Then(Fact(new CalendarLinkRevoked()));
        Scenario.InMarket().When(revoke, Seller).ThenAlreadySo();
    }

    [Fact, Rule("BEY-14")]
    public void A_calendar_is_its_shop_s_and_the_platform_s()
    {
        Scenario.InMarket().When(issue, OtherSeller).ThenNotVisible();
        Scenario.InMarket().When(issue with { Calendar = new(Uuid(7)) }, Seller).ThenNotVisible();
        Scenario.InMarket().When(new IssueCalendarLink(ShopCalendar.IdOf(new(Uuid(3))), new(Uuid(3)), TokenDigest), Admin).ThenNotVisible();
    }

    static Scenario Shared() => Scenario.InMarket(Fact(new CalendarLinkIssued(Shop, TokenDigest)));

    static NewFact Fact(IEvent body) => ShopCalendar.At(issue.Calendar).Is(body);
}
