using LiveCommerce.Kernel;

namespace LiveCommerce.LiveSessions;

/// <summary>What a product came to over a whole session. A breakdown beside the minutes: no recap counts it, for the minutes hold the same amounts.</summary>
/// <param name="ProductId">The marketplace's id.</param>
/// <param name="Gmv">What was paid for it, gross.</param>
/// <param name="Units">Units sold.</param>
/// <param name="Orders">Orders that held it.</param>
/// <param name="Clicks">How often it was clicked; null where the source does not tell.</param>
/// <param name="Impressions">How often it was shown; null where the source does not tell.</param>
public sealed record ProductTotals(string ProductId, Money Gmv, int Units, int Orders, int? Clicks, int? Impressions);

/// <summary>Tells what each product of a session came to, all of them anew; the same again is already so.</summary>
/// <param name="Session">The session.</param>
/// <param name="Source">Who tells.</param>
/// <param name="Products">1 to 150 products, each currency of one once.</param>
public sealed record TellProductTotals(LiveSessionId Session, FigureSource Source, ValueList<ProductTotals> Products) : ILiveSessionCommand;

public static partial class LiveSessionDecider
{
    static Decision Tell(TellProductTotals command, LiveSessionContext context) =>
        FigureRules.OfTotals(command.Products).ToValueList() is { Count: > 0 } refusals ? Decision.Refuse(LiveSession.At(command.Session), refusals)
        : context.Figures?.Products is { } known && known.Equals(command.Products) ? Decision.AlreadySo
        : Decision.Record(LiveFigures.At(command.Session, command.Source), new LiveProductsTold(command.Session, command.Source, command.Products));
}
