using System.Diagnostics;
using LiveCommerce.Kernel;
using LiveCommerce.LiveSessions;

namespace LiveCommerce.Teasers;

/// <summary>A command about footage.</summary>
public interface IFootageCommand : ICommand
{
    /// <summary>The footage it is about.</summary>
    FootageId Footage { get; }

    StreamRef ICommand.Target => Teasers.Footage.At(Footage);
}

/// <summary>What a decision about footage is told.</summary>
/// <param name="Now">The host's instant at the decision.</param>
/// <param name="Actor">Who asks.</param>
/// <param name="Session">The session that a recording shows.</param>
/// <param name="OfShop">What lies ready for the shop.</param>
public sealed record FootageContext(Moment Now, Actor Actor, LiveSession? Session = null, ShopFootage? OfShop = null) : DecisionContext(Now, Actor);

/// <summary>Decides commands about footage.</summary>
public static partial class FootageDecider
{
    /// <summary>Gathers what the command needs and decides; null when states must be loaded first.</summary>
    public static Decision? Handle(IReads reads, IFootageCommand command, DecisionContext context)
    {
        var round = new ReadRound(reads);
        var footage = round.Of(Footage.At(command.Footage));
        var session = round.Of(command is PutFootage { Of: { } of } ? LiveSession.At(of.Session) : null);
        var ofShop = round.Of(((command as PutFootage)?.Merchant ?? (footage as Footage.Present)?.Put.Merchant) is { } shop ? ShopFootage.At(shop) : null);
        return footage is null || !round.IsComplete ? null : Decide(footage, command, new(context.Now, context.Actor, session, ofShop));
    }

    /// <summary>Decides a command on footage.</summary>
    public static Decision Decide(Footage state, IFootageCommand command, FootageContext context) => command switch
    {
        PutFootage it => Put(state, it, context),
        DeleteOldFootage => Delete(state, command.Footage, context),
        _ => throw new UnreachableException(),
    };
}
