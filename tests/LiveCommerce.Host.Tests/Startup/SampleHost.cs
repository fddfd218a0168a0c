namespace LiveCommerce.Tests.Startup;

/// <summary>One host on its sample season for the tests of a class.</summary>
public sealed class SampleHost(SeasonFolder season) : IAsyncLifetime
{
    internal DataFolder Data { get; } = new();

    internal HostProcess Host { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        await season.CopyTo(Data);
        Host = await HostProcess.Serving(Data.Path, Media.TeaserClient.Small);
    }

    public async ValueTask DisposeAsync()
    {
        await Host.DisposeAsync();
        await Data.DisposeAsync();
    }
}
