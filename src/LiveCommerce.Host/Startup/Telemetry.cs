using OpenTelemetry;
using OpenTelemetry.Logs;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace LiveCommerce.Host.Startup;

/// <summary>Logs, traces and metrics over OTLP, switched on by the standard variable that says whereto.</summary>
static class Telemetry
{
    const string Name = "livecommerce";

    static ResourceBuilder Resource => ResourceBuilder.CreateDefault().AddService(Name);

    public static void AddTelemetry(this WebApplicationBuilder builder)
    {
        if (string.IsNullOrWhiteSpace(builder.Configuration["OTEL_EXPORTER_OTLP_ENDPOINT"])) return;
        builder.Services.AddHostedService<Exporters>();
        builder.Logging.AddOpenTelemetry(logs => logs.SetResourceBuilder(Resource).AddOtlpExporter());
    }

    /// <summary>Lives as long as the host: the last spans and figures leave when it is disposed of.</summary>
    sealed class Exporters : IHostedService, IDisposable
    {
        TracerProvider? traces;
        MeterProvider? metrics;

        public Task StartAsync(CancellationToken cancellationToken)
        {
            traces = Sdk.CreateTracerProviderBuilder().SetResourceBuilder(Resource)
                .AddSource("LiveCommerce", "Microsoft.AspNetCore", "Npgsql").AddOtlpExporter().Build();
            metrics = Sdk.CreateMeterProviderBuilder().SetResourceBuilder(Resource)
                .AddMeter("LiveCommerce", "Microsoft.AspNetCore.Hosting", "Microsoft.AspNetCore.Server.Kestrel", "Npgsql", "System.Runtime").AddOtlpExporter().Build();
            return Task.CompletedTask;
        }

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public void Dispose()
        {
            traces?.Dispose();
            metrics?.Dispose();
        }
    }
}
