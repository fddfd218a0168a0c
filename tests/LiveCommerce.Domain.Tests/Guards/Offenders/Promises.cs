using LiveCommerce.Kernel;

namespace LiveCommerce.Tests.Guards.Offenders;

#pragma warning disable CA1822 // instance members are what a promise is about

/// <summary>What a package promised once.</summary>
public sealed record Promised(string Name, int Count = 1)
{
    public required ValueList<string> Tags { get; init; }

    public Task<string> Find<T>(T key) where T : class => Task.FromResult($"{key}");
}

/// <summary>The same after changes that break callers, all of which compile.</summary>
public sealed record Broken(string? Name, int Count = 2)
{
    public required ValueList<string?> Tags { get; set; }

    public Task<string?> Find<T>(T key) => Task.FromResult(key?.ToString());
}
