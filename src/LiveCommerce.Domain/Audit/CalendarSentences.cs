using LiveCommerce.Calendars;

namespace LiveCommerce.Audit;

/// <summary>Calendars of shops in sentences: a line for each kind of fact.</summary>
static class CalendarSentences
{
    internal static Sentences Table { get; } = Sentences.None
        .Say<CalendarLinkIssued>(it => $"made a secret link to the calendar of shop {it.Merchant}; one that was there leads nowhere any more")
        .Say<CalendarLinkRevoked>(_ => "revoked the secret link to the calendar");
}
