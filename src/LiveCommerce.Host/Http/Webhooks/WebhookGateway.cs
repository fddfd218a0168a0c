using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using LiveCommerce.Host.Http.Json;
using LiveCommerce.Host.Http.Reading;
using LiveCommerce.Kernel;
using LiveCommerce.LiveEvents;
using LiveCommerce.Postgres.LiveEvents;
using NodaTime;
using Polly;
using Polly.Retry;
using Polly.Timeout;

namespace LiveCommerce.Host.Http.Webhooks;

/// <summary>Sends notifications, and posts of teasers, as signed webhooks. It tries three times with growing, scattered pauses; what it then leaves to the outbox is tried again later.</summary>
sealed class WebhookGateway : ILiveEventGateway, ITeaserPublisher, IDisposable
{
    const int Retries = 2;
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(5), FirstPause = TimeSpan.FromSeconds(1), LongestPause = TimeSpan.FromSeconds(5);
    static readonly JsonSerializerOptions Json = new(EdgeJson.Options) { DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull };

    readonly WebhookEndpoint endpoint;
    readonly TimeProvider clock;
    readonly HttpClient http;
    readonly ResiliencePipeline<DeliveryOutcome> tries;

    internal WebhookGateway(WebhookEndpoint endpoint, TimeProvider clock) => (this.endpoint, this.clock, http, tries) = (endpoint, clock, ClientOf(endpoint), TriesBy(clock));

    public Task<DeliveryOutcome> Deliver(LiveEventNotification notification, CancellationToken cancellation) => Send(notification.Id, WebhookBody.Of(notification), cancellation);

    public Task<DeliveryOutcome> Publish(TeaserPublication publication, CancellationToken cancellation) => Send(publication.Id, WebhookBody.Of(publication), cancellation);

    public void Dispose() => http.Dispose();

    async Task<DeliveryOutcome> Send(NotificationId id, WebhookBody said, CancellationToken cancellation)
    {
        var body = JsonSerializer.Serialize(said, Json);
        return await tries.ExecuteAsync(async stop => await Try(id.ToString(), body, stop), cancellation);
    }

    async Task<DeliveryOutcome> Try(string id, string body, CancellationToken cancellation)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, endpoint.Address) { Content = new StringContent(body, Encoding.UTF8, "application/json") };
        foreach (var (name, value) in endpoint.Sign(id, clock.GetUtcNow(), body)) request.Headers.Add(name, value);
        try
        {
            using var answer = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellation);
            return Meaning(answer);
        }
        catch (HttpRequestException failure)
        {
            return failure.InnerException is PrivateAddressException ? new DeliveryOutcome.GiveUp("The endpoint's address is private.") : new DeliveryOutcome.TryLater($"{failure.HttpRequestError}");
        }
    }

    DeliveryOutcome Meaning(HttpResponseMessage answer) => answer.StatusCode switch
    {
        _ when answer.IsSuccessStatusCode => new DeliveryOutcome.Delivered(),
        HttpStatusCode.Gone => new DeliveryOutcome.GiveUp("The endpoint is gone (410)."),
        >= HttpStatusCode.MultipleChoices and < HttpStatusCode.BadRequest => new DeliveryOutcome.TryLater($"The endpoint redirects ({(int)answer.StatusCode}), which is not followed."),
        _ => new DeliveryOutcome.TryLater($"The endpoint answered {(int)answer.StatusCode}.", NotBefore(answer)),
    };

    Moment? NotBefore(HttpResponseMessage answer) =>
        answer.Headers.RetryAfter is not { } wish ? null
        : wish.Delta is { } wait ? clock.Now() + Duration.FromTimeSpan(wait)
        : wish.Date is { } date ? Moment.From(Instant.FromDateTimeOffset(date))
        : null;

    static HttpClient ClientOf(WebhookEndpoint endpoint)
    {
        var handler = new SocketsHttpHandler { AllowAutoRedirect = false, UseProxy = false, UseCookies = false, ConnectTimeout = Patience, PooledConnectionLifetime = TimeSpan.FromMinutes(2), MaxResponseHeadersLength = 16 };
        if (!endpoint.AllowsPrivateAddresses) handler.ConnectCallback = PublicAddress.Connect;
        return new(handler) { Timeout = Timeout.InfiniteTimeSpan };
    }

    static ResiliencePipeline<DeliveryOutcome> TriesBy(TimeProvider clock) => new ResiliencePipelineBuilder<DeliveryOutcome> { TimeProvider = clock }
        .AddFallback(new()
        {
            ShouldHandle = new PredicateBuilder<DeliveryOutcome>().Handle<TimeoutRejectedException>(),
            FallbackAction = static _ => Polly.Outcome.FromResultAsValueTask<DeliveryOutcome>(new DeliveryOutcome.TryLater("The endpoint did not answer in time.")),
        })
        .AddRetry(new RetryStrategyOptions<DeliveryOutcome>
        {
            MaxRetryAttempts = Retries,
            Delay = FirstPause,
            BackoffType = DelayBackoffType.Exponential,
            UseJitter = true,
            ShouldHandle = attempt => ValueTask.FromResult(attempt.Outcome switch
            {
                { Exception: TimeoutRejectedException } => true,
                { Result: DeliveryOutcome.TryLater { NotBefore: var wish } } => wish is null || wish <= Moment.From(Instant.FromDateTimeOffset(clock.GetUtcNow() + LongestPause)),
                _ => false,
            }),
            DelayGenerator = attempt => ValueTask.FromResult<TimeSpan?>(attempt.Outcome.Result is DeliveryOutcome.TryLater { NotBefore: { } wish } ? Later(wish - clock.Now()) : null),
        })
        .AddTimeout(Patience)
        .Build();

    static TimeSpan Later(Duration wait) => wait > Duration.Zero ? wait.ToTimeSpan() : TimeSpan.Zero;
}
