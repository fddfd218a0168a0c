namespace LiveCommerce.Host.CommandLine;

/// <summary>What the program's end says to a script.</summary>
static class ExitCode
{
    public const int Done = 0;

    /// <summary>The command line makes no sense; System.CommandLine's own.</summary>
    public const int Usage = 1;

    /// <summary>Something outside must change first: configuration, database, machine.</summary>
    public const int CannotStart = 2;

    /// <summary>There is no such thing.</summary>
    public const int NotFound = 3;

    /// <summary>What was to be proved is not so; the output says where.</summary>
    public const int Disproved = 4;

    /// <summary>What was given is not right: each thing that is wrong with it was said, and nothing was recorded.</summary>
    public const int Refused = 5;

    /// <summary>Interrupted before it was done, as a shell says it.</summary>
    public const int Interrupted = 130;
}
