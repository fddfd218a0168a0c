namespace LiveCommerce.Host.Startup;

/// <summary>Where settings come from: appsettings.json beside the program, the environment, and last the command line.</summary>
static class HostConfiguration
{
    public static IConfiguration Read(string? dataFolder, string? urls) => new ConfigurationBuilder()
        .SetBasePath(AppContext.BaseDirectory)
        .AddJsonFile("appsettings.json", optional: true)
        .AddEnvironmentVariables("ASPNETCORE_")
        .AddEnvironmentVariables()
        .AddInMemoryCollection(Given(("LiveCommerce:DataFolder", dataFolder), ("urls", urls)))
        .Build();

    static IEnumerable<KeyValuePair<string, string?>> Given(params (string Key, string? Value)[] options) =>
        options.Where(option => option.Value is not null).Select(option => KeyValuePair.Create(option.Key, option.Value));
}
