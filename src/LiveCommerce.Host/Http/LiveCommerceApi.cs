using System.Globalization;
using LiveCommerce.Host.Catalogue;
using LiveCommerce.Host.Export;
using LiveCommerce.Host.Http.Answers;
using LiveCommerce.Host.Http.Audit;
using LiveCommerce.Host.Http.Calendars;
using LiveCommerce.Host.Http.Campaigns;
using LiveCommerce.Host.Http.Catalogue;
using LiveCommerce.Host.Http.Documents;
using LiveCommerce.Host.Http.Health;
using LiveCommerce.Host.Http.Images;
using LiveCommerce.Host.Http.Json;
using LiveCommerce.Host.Http.LiveEvents;
using LiveCommerce.Host.Http.LivePlans;
using LiveCommerce.Host.Http.LiveSessions;
using LiveCommerce.Host.Http.Overview;
using LiveCommerce.Host.Http.Problems;
using LiveCommerce.Host.Http.Reading;
using LiveCommerce.Host.Http.Registrations;
using LiveCommerce.Host.Http.Requests;
using LiveCommerce.Host.Http.Sellers;
using LiveCommerce.Host.Http.SignIn;
using LiveCommerce.Host.Http.Teasers;
using LiveCommerce.Host.Media;
using LiveCommerce.Host.Import;
using LiveCommerce.Host.Pages;
using LiveCommerce.Postgres;
using LiveCommerce.Postgres.Calendars;
using LiveCommerce.Postgres.Campaigns;
using LiveCommerce.Postgres.Images;
using LiveCommerce.Postgres.LiveEvents;
using LiveCommerce.Postgres.LivePlans;
using LiveCommerce.Postgres.LiveSessions;
using LiveCommerce.Postgres.Reading;
using LiveCommerce.Postgres.Registrations;
using LiveCommerce.Postgres.Teasers;
using LiveCommerce.Postgres.Sellers;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace LiveCommerce.Host.Http;

/// <summary>The HTTP API on one page: what it needs, and everything that it serves.</summary>
static class LiveCommerceApi
{
    /// <summary>Adds the API. The caller adds <c>PostgresDatabase</c>, <c>IEventStore</c> and <c>CommandPipeline</c> as singletons.</summary>
    internal static IServiceCollection AddLiveCommerceApi(this IServiceCollection services, SignInOptions signIn)
    {
        CultureInfo.DefaultThreadCurrentCulture = CultureInfo.InvariantCulture; // wherever the machine stands, answers read the same
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton<CommandDoor>().AddSingleton<States>().AddSingleton<Replays>().AddSingleton<LogReader>().AddSingleton<CampaignExport>().AddSingleton<StoppedWork>();
        services.AddSingleton<CampaignQueries>().AddSingleton<RegistrationQueries>().AddSingleton<RegistrationRoutes.Listing>();
        services.AddSingleton<ImageUploads>();
        services.AddSingleton<PlanQueries>().AddSingleton<FullOverview>();
        services.AddSingleton<SubscriptionQueries>().AddSingleton<OutboxQueries>();
        services.AddSingleton<SessionQueries>().AddSingleton<RecapQueries>().AddSingleton<AccountQueries>().AddSingleton<SessionImport>();
        services.AddSingleton<CatalogueQueries>().AddSingleton<ReadinessQueries>().AddSingleton<CatalogueImport>();
        services.TryAddSingleton(services => new ReadModels(services.GetRequiredService<PostgresDatabase>()));
        services.AddSingleton<TeaserQueries>().AddSingleton<OutsideVideoQueries>().AddSingleton<CalendarQueries>().AddSingleton<Studio>();
        services.TryAddSingleton(OverviewReference.Shipped);
        services.TryAddSingleton(LiveGuide.Shipped);
        services.TryAddSingleton(new PageSetup());
        services.AddSingleton<LatestRegistrations>().AddRazorComponents();
        services.AddBearerSignIn(signIn);
        services.AddApiDocument();
        services.ConfigureHttpJsonOptions(options => EdgeJson.Apply(options.SerializerOptions));
        services.Configure<RouteHandlerOptions>(options => options.ThrowOnBadRequest = true);
        services.Configure<KestrelServerOptions>(options =>
        {
            options.AddServerHeader = false;
            options.Limits.RequestHeadersTimeout = TimeSpan.FromSeconds(15);
            options.Limits.MaxRequestHeadersTotalSize = 16 * 1024;
        });
        return services;
    }

    /// <summary>Maps the API onto an application: problem documents outermost, then sign-in, then the routes.</summary>
    internal static WebApplication MapLiveCommerceApi(this WebApplication app)
    {
        app.UseMiddleware<ProblemMiddleware>();
        app.UseAuthentication();
        app.UseAuthorization();
        app.MapHealth();
        app.MapProblemPages();
        app.MapPages();
        app.MapOpenApi().AllowAnonymous();
        var api = app.MapGroup("/v1");
        api.MapOverview();
        api.MapGuide();
        api.MapMerchants();
        api.MapAccounts();
        api.MapCampaigns();
        api.MapInvitations();
        api.MapRegistrations();
        api.MapImages();
        api.MapPlans();
        api.MapLiveEvents();
        api.MapNotifications();
        api.MapSessions();
        api.MapCatalogue();
        api.MapPromotionTools();
        api.MapMarket();
        api.MapReadiness();
        api.MapFootage();
        api.MapTeasers();
        api.MapOutsideVideos();
        api.MapTimeline();
        api.MapCalendars();
        api.MapHistories();
        api.MapStandings();
        api.MapSlotLedger();
        api.MapFeed();
        api.MapExport();
        return app;
    }
}
