[assembly: AssemblyFixture(typeof(LiveCommerce.Tests.Startup.SeasonFolder))]

namespace LiveCommerce.Tests.Startup;

/// <summary>A data folder that one host filled with the sample season when a test first asked, to begin from: hosts go on with a copy as with a folder of their own.</summary>
public sealed class SeasonFolder : IAsyncDisposable
{
    readonly Lazy<Task<DataFolder>> filled = new(Fill);

    internal async Task CopyTo(DataFolder folder) => await Shell.Paste($"cp -a '{(await filled.Value).Path}/.' '{folder.Path}'");

    public async ValueTask DisposeAsync()
    {
        if (filled.IsValueCreated) await (await filled.Value).DisposeAsync();
    }

    static async Task<DataFolder> Fill()
    {
        var data = new DataFolder();
        await using var host = await HostProcess.Serving(data.Path);
        (await host.Stop("TERM")).ShouldBe(0);
        return data;
    }
}
