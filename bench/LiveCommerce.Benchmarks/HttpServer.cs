using System.Diagnostics;
using System.Globalization;
using LiveCommerce.Host.Http;
using LiveCommerce.Host.Http.SignIn;
using LiveCommerce.Postgres;
using LiveCommerce.Store;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace LiveCommerce.Benchmarks;

/// <summary>The API in a process of its own, so that the load generator's work is not counted as the host's.</summary>
sealed class HttpServer : IDisposable
{
    internal const string Command = "http-server";
    readonly Process process;

    HttpServer(Process process, Uri url) => (this.process, Url) = (process, url);

    internal Uri Url { get; }

    internal TimeSpan ProcessorTime => Process.GetProcessById(process.Id).TotalProcessorTime;

    /// <summary>The most memory that it ever had (VmHWM), in MB.</summary>
    internal long PeakMemory => long.Parse(
        File.ReadLines($"/proc/{process.Id.ToString(CultureInfo.InvariantCulture)}/status").Single(line => line.StartsWith("VmHWM:", StringComparison.Ordinal)).Split(' ')[^2], CultureInfo.InvariantCulture) / 1024;

    internal static async Task<HttpServer> Start(string connection, byte[] key)
    {
        string[] arguments = Environment.ProcessPath!.EndsWith("dotnet", StringComparison.Ordinal) ? ["exec", typeof(HttpServer).Assembly.Location] : [];
        var start = new ProcessStartInfo(Environment.ProcessPath, [.. arguments, Command, connection, Convert.ToHexString(key)]) { RedirectStandardOutput = true, RedirectStandardInput = true };
        var process = Process.Start(start) ?? throw new InvalidOperationException("The server did not start.");
        return new(process, new(await process.StandardOutput.ReadLineAsync() ?? throw new InvalidOperationException("The server did not say where it listens.")));
    }

    /// <summary>Serves until its standard input ends: then whoever started it is gone.</summary>
    internal static async Task<int> Serve(string connection, string key)
    {
        await using var database = PostgresDatabase.Open(connection);
        await using var store = new PostgresEventStore(database, LiveCommerceEvents.Catalog);
        await using var pipeline = new CommandPipeline(LiveCommerceModel.Default, store, Scene.Now);
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Services.AddSingleton(database).AddSingleton<IEventStore>(store).AddSingleton(pipeline).AddLiveCommerceApi(new SignInOptions { DevelopmentKey = Convert.FromHexString(key) });
        await using var app = builder.Build().MapLiveCommerceApi();
        await app.StartAsync();
        Console.WriteLine(app.Urls.First().ToString(CultureInfo.InvariantCulture));
        await Console.In.ReadToEndAsync();
        return 0;
    }

    public void Dispose()
    {
        process.StandardInput.Close();
        process.WaitForExit();
        process.Dispose();
    }
}
