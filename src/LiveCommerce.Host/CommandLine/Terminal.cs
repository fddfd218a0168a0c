using LiveCommerce.Host.Startup;

namespace LiveCommerce.Host.CommandLine;

/// <summary>What a command is run with, and where it speaks: data goes to standard output, everything said about it to standard error.</summary>
/// <param name="configuration">What was set.</param>
/// <param name="output">Standard output as text.</param>
/// <param name="errors">Standard error as text.</param>
sealed class Terminal(IConfiguration configuration, TextWriter output, TextWriter errors)
{
    internal IConfiguration Configuration => configuration;

    /// <summary>What was set, as a host needs it.</summary>
    internal HostSettings Settings => HostSettings.From(configuration);

    internal TextWriter Output => output;

    internal TextWriter Errors => errors;

    /// <summary>Says why there is no data, and gives the code to end with.</summary>
    internal int Say(int code, string message)
    {
        errors.WriteLine(message);
        return code;
    }
}
