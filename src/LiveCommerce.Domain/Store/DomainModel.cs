using System.Collections.Frozen;
using System.Text.Json;

namespace LiveCommerce.Store;

/// <summary>All that a pipeline must know of a domain: its wire names, its commands with their deciders, and who may ask for them.</summary>
/// <param name="catalog">The wire names.</param>
/// <param name="routes">The deciders.</param>
public sealed class DomainModel(EventCatalog catalog, params IReadOnlyList<CommandRoute> routes)
{
    readonly FrozenDictionary<Type, CommandRoute> byCommand = routes.Append(RecordSuppressedRefusals.Route)
        .SelectMany(route => route.Roles.Commands.Select(command => (Command: command, Route: route)))
        .ToFrozenDictionary(pair => pair.Command, pair => pair.Route);

    /// <summary>The wire names.</summary>
    public EventCatalog Catalog { get; } = catalog;

    /// <summary>Every command.</summary>
    public IEnumerable<Type> Commands => byCommand.Keys;

    /// <summary>The roles that may ask for a command.</summary>
    /// <exception cref="ArgumentException">The model has no such command.</exception>
    public ValueList<ActorRole> RolesOf(Type command) => RouteOf(command).Roles.Of(command);

    /// <summary>The route of a command, and the name under which receipts and refusals know it.</summary>
    internal (CommandRoute Route, string Name) RouteOf(ICommand command) => (RouteOf(command.GetType()), NameOf(command.GetType()));

    /// <summary>Why this actor may not ask for that, whatever the states are; null where they may.</summary>
    internal Refusal? RefusalOf(ICommand command, Actor actor) =>
        RolesOf(command.GetType()) is var roles && roles.Contains(actor.Role) ? null
        : CommandRoles.NotAllowed.Of(null, ("role", actor.Role.ToString()), ("allowed_roles", string.Join(" ", roles)));

    static string NameOf(Type command) => JsonNamingPolicy.SnakeCaseLower.ConvertName(command.Name);

    CommandRoute RouteOf(Type command) =>
        byCommand.TryGetValue(command, out var route) ? route
        : throw new ArgumentException($"{command.Name} has no line in any table of roles, so nobody may ask for it: add one to the table of its route.", nameof(command));
}
