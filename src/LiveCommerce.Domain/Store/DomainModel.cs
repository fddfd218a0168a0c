using System.Collections.Concurrent;
using System.Text.Json;

namespace LiveCommerce.Store;

/// <summary>Which commands a decider answers, and under which policy.</summary>
/// <param name="Commands">The closed interface of the commands.</param>
/// <param name="Policy">The policy's name with its version.</param>
/// <param name="Handle">Gathers the states and decides; null when a state must be loaded first.</param>
public sealed record CommandRoute(Type Commands, string Policy, Func<IReads, ICommand, DecisionContext, Decision?> Handle)
{
    /// <summary>Routes the commands of one closed interface to their decider.</summary>
    public static CommandRoute To<TCommand>(string policy, Func<IReads, TCommand, DecisionContext, Decision?> handle) where TCommand : ICommand =>
        new(typeof(TCommand), policy, (reads, command, context) => handle(reads, (TCommand)command, context));
}

/// <summary>All that a pipeline must know of a domain: its wire names and its deciders.</summary>
/// <param name="catalog">The wire names.</param>
/// <param name="routes">The deciders.</param>
public sealed class DomainModel(EventCatalog catalog, params IReadOnlyList<CommandRoute> routes)
{
    readonly CommandRoute[] all = [.. routes, CommandRoute.To<RecordSuppressedRefusals>(RecordSuppressedRefusals.Policy, RecordSuppressedRefusals.Handle)];
    readonly ConcurrentDictionary<Type, (CommandRoute Route, string Name)> known = new();

    /// <summary>The wire names.</summary>
    public EventCatalog Catalog { get; } = catalog;

    internal (CommandRoute Route, string Name) RouteOf(ICommand command) => known.GetOrAdd(command.GetType(), type =>
        (all.Single(route => route.Commands.IsAssignableFrom(type)), JsonNamingPolicy.SnakeCaseLower.ConvertName(type.Name)));
}
