using LiveCommerce.Host.Http;
using LiveCommerce.Host.Http.Overview;
using LiveCommerce.Host.Http.Webhooks;
using LiveCommerce.Host.Media;
using LiveCommerce.Host.Pages;
using LiveCommerce.Host.Season;
using LiveCommerce.Postgres;
using LiveCommerce.Postgres.LiveEvents;
using LiveCommerce.Store;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace LiveCommerce.Host.Startup;

/// <summary>The web application: the log's services, the HTTP API, background work and where it listens.</summary>
static class LiveCommerceServer
{
    public static WebApplication Create(HostSettings settings, IConfiguration configuration, OpenLog log, Development? development)
    {
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory });
        builder.Configuration.AddConfiguration(configuration);
        Log(builder.Logging);
        Listen(builder.WebHost, settings);
        var services = builder.Services;
        services.Configure<ConsoleLifetimeOptions>(options => options.SuppressStatusMessages = true);
        services.AddSingleton(log.Connections);
        services.AddSingleton<IEventStore>(log.Store);
        services.AddSingleton(_ => new CommandPipeline(LiveCommerceModel.Default, log.Store, OpenLog.Now));
        services.AddSingleton(OverviewReference.From(configuration)).AddSingleton(LiveGuide.From(configuration));
        services.AddSingleton<ILiveEventGateway>(_ => settings.Webhook is { } endpoint ? new WebhookGateway(endpoint, TimeProvider.System) : new ReceivingGateway(log.Connections));
        services.AddSingleton<ITeaserPublisher>(_ => settings.TeaserWebhook is { } endpoint ? new WebhookGateway(endpoint, TimeProvider.System) : new ReceivingGateway(log.Connections));
        services.AddHostedService<BackgroundWork>();
        services.AddSingleton(MediaOptions.From(configuration, settings));
        services.AddSingleton(OpenLog.Now).AddHostedService<MediaBackground>();
        if (settings.IsEmbedded && configuration["LiveCommerce:Media:Season"] != "false") services.AddHostedService<SeasonStudio>();
        builder.AddTelemetry();
        services.AddSingleton(new PageSetup(settings.Authority, settings.IsEmbedded) { Development = development });
        services.AddLiveCommerceApi(Development.SignIn(settings, development));
        // Sign-in brings it along; nothing here is protected by it, so it must not leave keys in the home folder.
        services.AddDataProtection().DisableAutomaticKeyGeneration();

        return builder.Build().MapLiveCommerceApi();
    }

    /// <summary>Where it answers, once started.</summary>
    public static string UrlOf(WebApplication app) =>
        app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()?.Addresses.FirstOrDefault() ?? "nowhere";

    static void Listen(ConfigureWebHostBuilder host, HostSettings settings)
    {
        host.UseKestrelHttpsConfiguration();
        host.UseUrls(settings.Urls ?? Loopback.DefaultUrl);
        if (settings.Urls is null) host.UseSockets(Loopback.TakeNextFreePort);
    }

    // Standard output is for the banner and for data.
    static void Log(ILoggingBuilder logging) => logging
        .ClearProviders()
        .AddConsole(console => console.LogToStandardErrorThreshold = LogLevel.Trace)
        .AddFilter("Microsoft", LogLevel.Warning)
        .AddFilter("Microsoft.AspNetCore.DataProtection", LogLevel.None); // that it has no keys, which it shall not have
}
