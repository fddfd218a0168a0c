using LiveCommerce.Host.CommandLine;
using Microsoft.Extensions.Configuration;

namespace LiveCommerce.Tests.Startup;

/// <summary>A command line as the program runs it, from its arguments to what it says and the code it ends with, without a process of its own.</summary>
static class CommandLine
{
    internal static async Task<(int Code, string Output, string Errors)> Run(string database, params string[] arguments)
    {
        var settings = new ConfigurationBuilder().AddInMemoryCollection([KeyValuePair.Create("ConnectionStrings:LiveCommerce", (string?)database)]).Build();
        await using StringWriter output = new(), errors = new();
        var code = await CommandLineProgram.Run(arguments, (_, _) => settings, output, errors, TestContext.Current.CancellationToken);
        return (code, $"{output}", $"{errors}".Trim());
    }
}
