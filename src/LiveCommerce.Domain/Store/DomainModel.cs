using System.Collections.Frozen;
using System.Text.Json;

namespace LiveCommerce.Store;

/// <summary>All that a pipeline must know of a domain: its wire names, its streams, its commands with their deciders, and who may ask for them.</summary>
public sealed class DomainModel
{
    readonly FrozenDictionary<Type, CommandRoute> byCommand;

    /// <summary>Puts a domain together.</summary>
    /// <param name="catalog">The wire names.</param>
    /// <param name="kinds">The kinds of streams, with their read models.</param>
    /// <param name="routes">The deciders.</param>
    /// <exception cref="ArgumentException">Two things bear one name.</exception>
    public DomainModel(EventCatalog catalog, IReadOnlyList<StreamKind> kinds, params IReadOnlyList<CommandRoute> routes)
    {
        var lines = routes.Append(RecordSuppressedRefusals.Route).SelectMany(route => route.Roles.Commands.Select(command => (Command: command, Route: route))).ToArray();
        Differ(lines.Select(line => line.Command), NameOf, "Receipts would call two commands", command => command.FullName);
        Differ(kinds.Append(RefusalLog.Stream), kind => kind.Alias, "Streams of two kinds would be called", kind => kind.InitialState.GetType().DeclaringType?.FullName ?? kind.InitialState.GetType().FullName);
        Differ(kinds.Select(kind => kind.View).OfType<InlineView>().Distinct(), view => view.Name, "Two read models would be called", view => view.GetType().GetGenericArguments().FirstOrDefault()?.FullName);
        (Catalog, Kinds, Routes) = (catalog, kinds, routes);
        byCommand = lines.ToFrozenDictionary(line => line.Command, line => line.Route);
    }

    /// <summary>The wire names.</summary>
    public EventCatalog Catalog { get; }

    /// <summary>The kinds of streams.</summary>
    public IReadOnlyList<StreamKind> Kinds { get; }

    /// <summary>The deciders.</summary>
    public IReadOnlyList<CommandRoute> Routes { get; }

    /// <summary>Every command.</summary>
    public IEnumerable<Type> Commands => byCommand.Keys;

    /// <summary>This domain and aggregates of your own, for one pipeline and one log.</summary>
    /// <param name="catalog">The wire names of your facts.</param>
    /// <param name="kinds">Your kinds of streams.</param>
    /// <param name="routes">Your deciders.</param>
    /// <exception cref="ArgumentException">Something of yours bears a name that is taken.</exception>
    public DomainModel With(EventCatalog catalog, IReadOnlyList<StreamKind> kinds, params IReadOnlyList<CommandRoute> routes) =>
        new(Catalog.With(catalog), [.. Kinds, .. kinds], [.. Routes, .. routes]);

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

    static void Differ<T>(IEnumerable<T> things, Func<T, string> name, string clash, Func<T, string?> describe)
    {
        if (things.GroupBy(name).FirstOrDefault(same => same.Count() > 1) is { } twice)
            throw new ArgumentException($"{clash} '{twice.Key}': {string.Join(" and ", twice.Select(describe))}.");
    }

    CommandRoute RouteOf(Type command) =>
        byCommand.TryGetValue(command, out var route) ? route
        : throw new ArgumentException($"{command.Name} has no line in any table of roles, so nobody may ask for it: add one to the table of its route.", nameof(command));
}
