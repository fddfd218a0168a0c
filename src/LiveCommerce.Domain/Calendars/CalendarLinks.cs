using System.Diagnostics;
using LiveCommerce.Kernel;
using LiveCommerce.Sellers;

namespace LiveCommerce.Calendars;

/// <summary>A command about a shop's calendar.</summary>
public interface IShopCalendarCommand : ICommand
{
    /// <summary>The calendar.</summary>
    ShopCalendarId Calendar { get; }

    /// <summary>Whose it is.</summary>
    MerchantId Merchant { get; }

    StreamRef ICommand.Target => ShopCalendar.At(Calendar);
}

/// <summary>Makes a secret link to a shop's calendar; it takes the place of one that is there (BEY-14).</summary>
/// <param name="Calendar">The id that follows from the shop.</param>
/// <param name="Merchant">Whose plans it shows.</param>
/// <param name="TokenDigest">SHA-256 of 128 random bits that were drawn for it.</param>
public sealed record IssueCalendarLink(ShopCalendarId Calendar, MerchantId Merchant, string TokenDigest) : IShopCalendarCommand;

/// <summary>Makes the link to a shop's calendar lead nowhere.</summary>
/// <param name="Calendar">The id that follows from the shop.</param>
/// <param name="Merchant">Whose calendar.</param>
public sealed record RevokeCalendarLink(ShopCalendarId Calendar, MerchantId Merchant) : IShopCalendarCommand;

/// <summary>Decides commands about calendars.</summary>
public static class ShopCalendarDecider
{
    /// <summary>The policy that is recorded with each decision.</summary>
    public const string Policy = "calendars/1";

    /// <summary>A line for each command: sellers share their own calendar, administrators for them.</summary>
    public static CommandRoles Roles { get; } = CommandRoles.None
        .Let<IssueCalendarLink>(ActorRole.Merchant, ActorRole.OpsAdmin)
        .Let<RevokeCalendarLink>(ActorRole.Merchant, ActorRole.OpsAdmin);

    /// <summary>Gathers what the command needs and decides; null when states must be loaded first.</summary>
    public static Decision? Handle(IReads reads, IShopCalendarCommand command, DecisionContext context)
    {
        var round = new ReadRound(reads);
        var (calendar, merchant) = (round.Of(ShopCalendar.At(command.Calendar)), round.Of(Sellers.Merchant.At(command.Merchant)));
        return calendar is null || merchant is null ? null
            : merchant is Merchant.Onboarded ? Decide(calendar, command, context)
            : Decision.NotVisible;
    }

    /// <summary>Decides a command on a calendar of a shop that is there.</summary>
    public static Decision Decide(ShopCalendar state, IShopCalendarCommand command, DecisionContext context) =>
        command.Calendar != ShopCalendar.IdOf(command.Merchant) || !(context.Actor.IsPlatform || context.Actor.Party == Party.Of(command.Merchant)) ? Decision.NotVisible
        : (state, command) switch
        {
            (ShopCalendar.Shared known, IssueCalendarLink it) when known.TokenDigest == it.TokenDigest => Decision.AlreadySo,
            (ShopCalendar.NotShared or ShopCalendar.Known, IssueCalendarLink it) => Decision.Record(ShopCalendar.At(command.Calendar), new CalendarLinkIssued(it.Merchant, it.TokenDigest)),
            (ShopCalendar.Shared, RevokeCalendarLink) => Decision.Record(ShopCalendar.At(command.Calendar), new CalendarLinkRevoked()),
            (ShopCalendar.NotShared or ShopCalendar.Revoked, RevokeCalendarLink) => Decision.AlreadySo,
            _ => throw new UnreachableException(),
        };
}
