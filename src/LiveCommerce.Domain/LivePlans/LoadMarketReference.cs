using System.Diagnostics;
using LiveCommerce.Kernel;

namespace LiveCommerce.LivePlans;

/// <summary>A command about the market's reference data.</summary>
public interface IMarketReferenceCommand : ICommand
{
    /// <summary>Which reference data: that of the log's market.</summary>
    MarketReferenceId Reference { get; }

    StreamRef ICommand.Target => MarketReferenceData.At(Reference);
}

/// <summary>Loads reference data: all of it anew, in place of what was loaded before (PLAN-08, PLAN-09).</summary>
/// <param name="Reference">The id that reference data has in every market.</param>
/// <param name="RushHours">At most 24 stretches of a day.</param>
/// <param name="Competitors">At most 500 known LIVEs of competitors.</param>
public sealed record LoadMarketReference(MarketReferenceId Reference, ValueList<RushHours> RushHours, ValueList<CompetitorLive> Competitors) : IMarketReferenceCommand;

/// <summary>Decides loads of reference data.</summary>
public static class MarketReferenceDecider
{
    /// <summary>The policy that is recorded with each decision.</summary>
    public const string Policy = "market/1";

    const int MostRushHours = 24, MostCompetitors = 500, MinutesOfDay = 1440;

    /// <summary>A line for each command: administrators load what the platform knows of the market.</summary>
    public static CommandRoles Roles { get; } = CommandRoles.None.Let<LoadMarketReference>(ActorRole.OpsAdmin);

    /// <summary>Gathers what the command needs and decides; null when states must be loaded first.</summary>
    public static Decision? Handle(IReads reads, IMarketReferenceCommand command, DecisionContext context) =>
        reads.Of(MarketReferenceData.At(command.Reference)) is { } state ? Decide(state, command) : null;

    /// <summary>Decides a command about reference data.</summary>
    public static Decision Decide(MarketReferenceData state, IMarketReferenceCommand command) => command switch
    {
        LoadMarketReference it => Load(state, it),
        _ => throw new UnreachableException(),
    };

    static Decision Load(MarketReferenceData state, LoadMarketReference command) =>
        command.Reference != MarketReferenceData.Id ? Decision.NotVisible
        : Bad(command).ToValueList() is { Count: > 0 } refusals ? Decision.Refuse(MarketReferenceData.At(command.Reference), refusals)
        : state is MarketReferenceData.Loaded known && known.RushHours.Equals(command.RushHours) && known.Competitors.Equals(command.Competitors) ? Decision.AlreadySo
        : Decision.Record(MarketReferenceData.At(command.Reference), new MarketReferenceLoaded(command.RushHours, command.Competitors));

    // what is too long is refused for its length; no more than may be are looked at
    static IEnumerable<Refusal> Bad(LoadMarketReference command)
    {
        if (command.RushHours.Count > MostRushHours) yield return MarketRefusals.TooMany.Of("rushHours", ("most", Numeral.Of(MostRushHours)), ("given", Numeral.Of(command.RushHours.Count)));
        if (command.Competitors.Count > MostCompetitors) yield return MarketRefusals.TooMany.Of("competitors", ("most", Numeral.Of(MostCompetitors)), ("given", Numeral.Of(command.Competitors.Count)));
        foreach (var (rush, index) in command.RushHours.Take(MostRushHours).Select((rush, index) => (rush, index)))
            if (rush.From < 0 || rush.From >= rush.To || rush.To > MinutesOfDay) yield return MarketRefusals.RushHoursInvalid.Of($"rushHours[{Numeral.Of(index)}]");
        foreach (var (live, index) in command.Competitors.Take(MostCompetitors).Select((live, index) => (live, index)))
        {
            if (!PlanRules.IsId(live.Key)) yield return MarketRefusals.CompetitorKey.Of($"competitors[{Numeral.Of(index)}].key");
            if (!live.Range.IsOrdered) yield return MarketRefusals.CompetitorRange.Of($"competitors[{Numeral.Of(index)}].range");
        }
    }
}
