namespace LiveCommerce.Store;

/// <summary>Which commands a decider answers, who may ask for them, and under which policy.</summary>
/// <param name="Roles">A line for each command.</param>
/// <param name="Policy">The policy's name with its version.</param>
/// <param name="Handle">Gathers the states and decides; null when a state must be loaded first.</param>
public sealed record CommandRoute(CommandRoles Roles, string Policy, Func<IReads, ICommand, DecisionContext, Decision?> Handle)
{
    /// <summary>Routes the commands of one closed interface to their decider.</summary>
    /// <exception cref="ArgumentException">The table names a command that the decider does not take.</exception>
    public static CommandRoute To<TCommand>(string policy, CommandRoles roles, Func<IReads, TCommand, DecisionContext, Decision?> handle) where TCommand : ICommand =>
        roles.Commands.FirstOrDefault(command => !command.IsAssignableTo(typeof(TCommand))) is { } stranger
            ? throw new ArgumentException($"{stranger.Name} is no {typeof(TCommand).Name}.", nameof(roles))
            : new(roles, policy, (reads, command, context) => handle(reads, (TCommand)command, context));
}
