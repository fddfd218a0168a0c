using LiveCommerce.Host.Http.Requests;
using LiveCommerce.Host.Http.Webhooks;
using LiveCommerce.Postgres.Cluster;

namespace LiveCommerce.Host.Startup;

/// <summary>What the configuration says about where the log lies, who signs in and where to listen.</summary>
/// <param name="ConnectionString">A database that was named; null for the private cluster's.</param>
/// <param name="DataFolder">Where the private cluster and the development key lie.</param>
/// <param name="Authority">Who issues tokens; null where nobody was named.</param>
/// <param name="Audience">For whom the authority issues them.</param>
/// <param name="Urls">Where to listen; null for the loopback default.</param>
/// <param name="Webhook">Where notifications go; null for the shipped receiver.</param>
/// <param name="TeaserWebhook">Where teasers are posted; null for the shipped receiver.</param>
sealed record HostSettings(string? ConnectionString, string DataFolder, string? Authority, string? Audience, string? Urls, WebhookEndpoint? Webhook, WebhookEndpoint? TeaserWebhook)
{
    /// <summary>Whether this host runs a database of its own, for somebody who tries it out.</summary>
    public bool IsEmbedded => ConnectionString is null;

    /// <summary>Whether the host issues tokens for the sample's personas: nowhere but on its own database, and only where nobody else was named.</summary>
    public bool IssuesTokens => IsEmbedded && Authority is null;

    public static HostSettings From(IConfiguration configuration)
    {
        var settings = new HostSettings(
            Named(configuration.GetConnectionString("LiveCommerce")),
            Named(configuration["LiveCommerce:DataFolder"]) ?? PrivateCluster.DefaultFolder,
            Named(configuration["Authentication:Authority"]),
            Named(configuration["Authentication:Audience"]),
            Named(configuration["urls"]),
            WebhookOf(configuration.GetSection("LiveEvents:Webhook")),
            WebhookOf(configuration.GetSection("Teasers:Webhook")));
        if (settings.Authority is not null && settings.Audience is null)
            throw new CannotStartException("Authentication:Authority is set without Authentication:Audience: say for whom the tokens are issued.");
        return settings;
    }

    /// <summary>What only a host that serves must have.</summary>
    public void CheckForServing()
    {
        if (!TextRules.CanCompose)
            throw new CannotStartException("Text cannot be composed (NFC), because .NET runs without ICU: install libicu, and do not set DOTNET_SYSTEM_GLOBALIZATION_INVARIANT.");
        if (!IsEmbedded && Authority is null)
            throw new CannotStartException("A database is named, but nobody who signs callers in: set Authentication:Authority and Authentication:Audience.");
        if (IssuesTokens && Urls is not null && !Loopback.IsOnly(Urls))
            throw new CannotStartException(
                $"'{Urls}' can be reached from other machines, and development tokens are for this one: set Authentication:Authority, or listen on 127.0.0.1.");
    }

    static WebhookEndpoint? WebhookOf(IConfigurationSection section)
    {
        if (Named(section["Address"]) is not { } address) return null;
        try
        {
            return WebhookEndpoint.Read(address, section["Secret"], section.GetValue<bool>("AllowPrivateAddresses"));
        }
        catch (Exception wrong) when (wrong is FormatException or InvalidOperationException)
        {
            throw new CannotStartException($"{section.Path} cannot be used: {wrong.Message}");
        }
    }

    static string? Named(string? text) => string.IsNullOrWhiteSpace(text) ? null : text;
}
