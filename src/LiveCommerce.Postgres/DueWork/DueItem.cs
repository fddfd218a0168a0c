using LiveCommerce.Kernel;
using LiveCommerce.Store;

namespace LiveCommerce.Postgres.DueWork;

/// <summary>Something that fell due.</summary>
/// <param name="Kind">What is to be done, snake case.</param>
/// <param name="Subject">To what.</param>
/// <param name="DueAt">When it fell due; the same subject at another instant is other work.</param>
public sealed record DueItem(string Kind, Guid Subject, Moment DueAt)
{
    static readonly Actor Host = new("system", ActorRole.System);

    /// <summary>The idempotency key of a command of this work: whoever repeats it gets the first answer.</summary>
    public string KeyFor(Guid of) => $"due/{Kind}/{Subject}/{DueAt.ToUnixMicroseconds()}/{of}";

    /// <summary>A command of this work, asked by the host itself.</summary>
    public CommandEnvelope Ask(ICommand command, Guid of) => new(command, Host, KeyFor(of));
}
