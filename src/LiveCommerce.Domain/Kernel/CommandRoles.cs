using System.Collections.Immutable;

namespace LiveCommerce.Kernel;

/// <summary>
/// Who may ask for what: a line for each command. It is asked before any decision, so it says nothing about whose a thing is; that is
/// the decider's to know.
/// </summary>
public sealed class CommandRoles
{
    readonly ImmutableArray<(Type Command, ValueList<ActorRole> Roles)> lines;

    CommandRoles(ImmutableArray<(Type, ValueList<ActorRole>)> lines) => this.lines = lines;

    /// <summary>A table without lines.</summary>
    public static CommandRoles None { get; } = new([]);

    /// <summary>The role may not ask for that. Like a missing sign-in it is told to the caller and recorded nowhere.</summary>
    public static RefusalKind NotAllowed { get; } = new("sign-in.role-not-allowed", "ROLE-01", "Your role may not do this.", "Ask somebody whose role may.");

    /// <summary>The commands, in the order of the lines.</summary>
    public IEnumerable<Type> Commands => lines.Select(line => line.Command);

    /// <summary>The table with one more line: these roles, and no other, may ask for the command.</summary>
    /// <typeparam name="TCommand">The command's own class; its subclasses need lines of their own.</typeparam>
    public CommandRoles Let<TCommand>(params ReadOnlySpan<ActorRole> roles) where TCommand : class, ICommand => new(lines.Add((typeof(TCommand), ValueList.Create(roles))));

    /// <summary>The roles that may ask for a command; none where it has no line.</summary>
    public ValueList<ActorRole> Of(Type command) => lines.FirstOrDefault(line => line.Command == command).Roles ?? [];
}
