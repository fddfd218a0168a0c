using System.Collections.Concurrent;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace LiveCommerce.Tests.Startup;

/// <summary>Takes what a host exports over OTLP (HTTP, protobuf), whose texts stand in it as they are.</summary>
sealed class OtlpReceiver : IAsyncDisposable
{
    readonly ConcurrentBag<(string Path, string Text)> received = [];
    readonly WebApplication app;

    OtlpReceiver()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        app = builder.Build();
        app.MapPost("/v1/{signal}", async (string signal, HttpRequest request) =>
        {
            using var body = new MemoryStream();
            await request.Body.CopyToAsync(body);
            received.Add((signal, Encoding.UTF8.GetString(body.ToArray())));
            return Results.Bytes([], "application/x-protobuf");
        });
    }

    /// <summary>Everything that came, in one text: of one signal (traces, metrics, logs) or of all.</summary>
    public string Received(string? signal = null) => string.Concat(received.Where(one => signal is null || one.Path == signal).Select(one => one.Text));

    /// <summary>What a host must be told to export here.</summary>
    public (string Name, string Value)[] Settings => [("OTEL_EXPORTER_OTLP_ENDPOINT", app.Urls.Single()), ("OTEL_EXPORTER_OTLP_PROTOCOL", "http/protobuf")];

    public static async Task<OtlpReceiver> Start()
    {
        var receiver = new OtlpReceiver();
        await receiver.app.StartAsync(TestContext.Current.CancellationToken);
        return receiver;
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();
}
