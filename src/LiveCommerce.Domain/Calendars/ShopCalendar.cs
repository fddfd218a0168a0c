using System.Diagnostics;
using System.Text.Json.Serialization;
using LiveCommerce.Kernel;
using LiveCommerce.Sellers;

namespace LiveCommerce.Calendars;

/// <summary>The calendar of a shop's plans; derived from the shop, so it is never chosen.</summary>
[JsonConverter(typeof(TypedIdConverter<ShopCalendarId>))]
public readonly record struct ShopCalendarId(Guid Value) : ITypedId<ShopCalendarId>
{
    /// <inheritdoc />
    public static string Prefix => "cal";

    /// <inheritdoc />
    public static ShopCalendarId From(Guid value) => new(value);

    /// <summary>TypeID text.</summary>
    public override string ToString() => TypeId.Format(this);
}

/// <summary>A secret link to a shop's calendar was made; one that was there before leads nowhere any more (BEY-14).</summary>
/// <param name="Merchant">Whose calendar.</param>
/// <param name="TokenDigest">SHA-256 of the token, in lower-case hexadecimal; the token itself is known to whoever got the answer.</param>
public sealed record CalendarLinkIssued(MerchantId Merchant, string TokenDigest) : IEvent;

/// <summary>The link leads nowhere any more.</summary>
public sealed record CalendarLinkRevoked : IEvent;

/// <summary>A shop's calendar: shared by one secret link, or not.</summary>
public abstract record ShopCalendar
{
    ShopCalendar() { }

    /// <summary>No link was ever made.</summary>
    public sealed record NotShared : ShopCalendar;

    /// <summary>It was shared once, whatever became of the link.</summary>
    /// <param name="Merchant">Whose calendar.</param>
    public abstract record Known(MerchantId Merchant) : ShopCalendar;

    /// <summary>One link leads to it.</summary>
    /// <param name="Merchant">Whose calendar.</param>
    /// <param name="TokenDigest">SHA-256 of the token that opens it.</param>
    public sealed record Shared(MerchantId Merchant, string TokenDigest) : Known(Merchant);

    /// <summary>No link leads to it any more.</summary>
    /// <param name="Merchant">Whose calendar.</param>
    public sealed record Revoked(MerchantId Merchant) : Known(Merchant);

    /// <summary>Calendars as streams.</summary>
    public static StreamKind<ShopCalendar> Kind { get; } = new("shop_calendar", new NotShared(), Evolve);

    /// <summary>The id of a shop's calendar.</summary>
    public static ShopCalendarId IdOf(MerchantId merchant) => new(DerivedId.Of(merchant.Value, "calendar"));

    /// <summary>The stream of one calendar.</summary>
    public static StreamRef<ShopCalendar> At(ShopCalendarId id) => Kind.At(id.Value);

    /// <summary>The calendar after one more fact.</summary>
    public static ShopCalendar Evolve(ShopCalendar state, IEvent fact) => (state, fact) switch
    {
        (NotShared or Known, CalendarLinkIssued it) => new Shared(it.Merchant, it.TokenDigest),
        (Shared calendar, CalendarLinkRevoked) => new Revoked(calendar.Merchant),
        _ => throw new UnreachableException($"{fact.GetType().Name} cannot follow {state.GetType().Name}."),
    };
}
