using System.Collections.Concurrent;
using System.Net;
using System.Text;
using System.Text.Json;
using LiveCommerce.Host.Http.Webhooks;
using LiveCommerce.Kernel;
using LiveCommerce.LiveEvents;
using LiveCommerce.LivePlans;
using LiveCommerce.Postgres.LiveEvents;
using LiveCommerce.Teasers;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using NodaTime;

namespace LiveCommerce.Tests.Http;

/// <summary>Webhooks after the Standard Webhooks specification, against a real endpoint on this machine.</summary>
public sealed class WebhookTests : IAsyncLifetime
{
    const string Secret = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw", Older = "whsec_C2FVsBQIhrscChlQIMV+b5sSYspob7oD";
    readonly ConcurrentQueue<(Dictionary<string, string> Headers, string Body)> came = new();
    Func<HttpContext, int> answer = _ => 204;
    WebApplication endpoint = null!;

    static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseKestrel().UseUrls("http://127.0.0.1:0");
        endpoint = builder.Build();
        endpoint.MapPost("/{**path}", async (HttpContext context) =>
        {
            using var reader = new StreamReader(context.Request.Body, Encoding.UTF8);
            came.Enqueue((context.Request.Headers.ToDictionary(header => header.Key.ToLowerInvariant(), header => header.Value.ToString()), await reader.ReadToEndAsync()));
            context.Response.StatusCode = answer(context);
        });
        await endpoint.StartAsync(Cancellation);
    }

    public ValueTask DisposeAsync() => endpoint.DisposeAsync();

    [Fact, Rule("PLAN-15"), Rule("PLAN-16")]
    public async Task A_notification_is_signed_and_says_what_happened()
    {
        using var gateway = Gateway($"{Older} {Secret}");
        (await gateway.Deliver(Late, Cancellation)).ShouldBe(new DeliveryOutcome.Delivered());
        var (headers, body) = came.ShouldHaveSingleItem();
        headers["webhook-id"].ShouldBe(Late.Id.ToString());
        // by the specification alone: HMAC-SHA256 over id.timestamp.body under the secret's bytes, in base64 after the version
        var signed = Encoding.UTF8.GetBytes($"{headers["webhook-id"]}.{headers["webhook-timestamp"]}.{body}");
        headers["webhook-signature"].Split(' ').ShouldBe(
            ((string[])[Older, Secret]).Select(secret => "v1," + Convert.ToBase64String(System.Security.Cryptography.HMACSHA256.HashData(Convert.FromBase64String(secret["whsec_".Length..]), signed))));
        Math.Abs(DateTimeOffset.UtcNow.ToUnixTimeSeconds() - long.Parse(headers["webhook-timestamp"], System.Globalization.CultureInfo.InvariantCulture)).ShouldBeLessThan(300);
        var data = JsonDocument.Parse(body).RootElement.GetProperty("data");
        JsonDocument.Parse(body).RootElement.GetProperty("type").GetString().ShouldBe("live_event.started");
        (data.GetProperty("subscriber").GetString(), data.GetProperty("lateByMinutes").GetInt32(), data.GetProperty("penalty").GetString()).ShouldBe(("usr-ayu", 12, "none"));
        data.GetProperty("message").GetString().ShouldBe("\"Batik night\" is LIVE now. It started 12 minutes later than planned, for which there is no penalty.");
        data.TryGetProperty("rescheduledTo", out _).ShouldBeFalse();
    }

    [Fact, Rule("TSR-07")]
    public async Task A_teaser_s_post_is_signed_and_says_all_that_the_account_needs()
    {
        answer = _ => came.Count < 2 ? 503 : 204;
        using var gateway = Gateway();
        (await gateway.Publish(Teaser, Cancellation)).ShouldBe(new DeliveryOutcome.Delivered());
        came.Select(one => (one.Body, one.Headers["webhook-id"])).Distinct().ShouldBe([(came.First().Body, Teaser.Id.ToString())]);
        var body = JsonDocument.Parse(came.First().Body).RootElement;
        var data = body.GetProperty("data");
        (body.GetProperty("type").GetString(), data.GetProperty("version").GetInt32(), data.GetProperty("caption").GetString()).ShouldBe(("teaser.posted", 4, "Tomorrow at eight"));
        (data.GetProperty("video").GetString(), data.GetProperty("cover").GetString()).ShouldBe(($"/v1/teasers/{Teaser.Notice.Teaser}/video", $"/v1/teasers/{Teaser.Notice.Teaser}/cover?frame=3"));
        (data.GetProperty("contentHash").GetString(), data.GetProperty("preferences").GetProperty("allowsComments").GetBoolean()).ShouldBe((new string('b', 64), true));
        data.TryGetProperty("products", out _).ShouldBeFalse();
    }

    [Fact]
    public void The_signature_is_that_of_the_specification_s_example()
    {
        var at = DateTimeOffset.FromUnixTimeSeconds(1614265330);
        var signature = WebhookEndpoint.Read("https://example.com", Secret, false).Sign("msg_p5jXN8AQM9LWM0D4loKWxJek", at, """{"test": 2432232314}""").Single(header => header.Name == "webhook-signature").Value;
        signature.ShouldBe("v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");
    }

    [Fact, Rule("PLAN-15")]
    public async Task What_passes_is_tried_again_at_once_and_the_body_is_the_same_at_each_attempt()
    {
        answer = _ => came.Count < 3 ? 503 : 200;
        using var gateway = Gateway();
        (await gateway.Deliver(Late, Cancellation)).ShouldBe(new DeliveryOutcome.Delivered());
        came.Count.ShouldBe(3);
        came.Select(one => (one.Body, one.Headers["webhook-id"])).Distinct().ShouldHaveSingleItem();
    }

    [Theory, Rule("PLAN-15")]
    [InlineData(400, 3)]
    [InlineData(500, 3)]
    public async Task What_stays_is_left_to_the_outbox(int status, int attempts)
    {
        answer = _ => status;
        using var gateway = Gateway();
        (await gateway.Deliver(Late, Cancellation)).ShouldBe(new DeliveryOutcome.TryLater($"The endpoint answered {status}."));
        came.Count.ShouldBe(attempts);
    }

    [Fact, Rule("PLAN-15")]
    public async Task A_wish_to_be_asked_later_is_kept_to()
    {
        answer = context =>
        {
            context.Response.Headers.RetryAfter = "600";
            return 429;
        };
        var before = SystemClock.Instance.GetCurrentInstant();
        using var gateway = Gateway();
        var later = (await gateway.Deliver(Late, Cancellation)).ShouldBeOfType<DeliveryOutcome.TryLater>();
        (later.NotBefore.ShouldNotBeNull() >= Moment.From(before + Duration.FromSeconds(599))).ShouldBeTrue();
        came.Count.ShouldBe(1);
    }

    [Fact, Rule("PLAN-15")]
    public async Task Nothing_is_followed_elsewhere_and_an_endpoint_that_is_gone_is_given_up()
    {
        answer = context =>
        {
            context.Response.Headers.Location = "/elsewhere";
            return 307;
        };
        using var gateway = Gateway();
        (await gateway.Deliver(Late, Cancellation)).ShouldBe(new DeliveryOutcome.TryLater("The endpoint redirects (307), which is not followed."));
        came.ShouldAllBe(one => one.Body.Contains("live_event", StringComparison.Ordinal));
        answer = _ => 410;
        (await gateway.Deliver(Late, Cancellation)).ShouldBe(new DeliveryOutcome.GiveUp("The endpoint is gone (410)."));
    }

    [Theory]
    [InlineData("localhost")]
    [InlineData("127.0.0.1")]
    [InlineData("[::1]")]
    public async Task A_private_address_is_not_connected_to(string name)
    {
        using var gateway = new WebhookGateway(WebhookEndpoint.Read($"https://{name}:{new Uri(endpoint.Urls.Single()).Port}/", Secret, false), TimeProvider.System);
        (await gateway.Deliver(Late, Cancellation)).ShouldBe(new DeliveryOutcome.GiveUp("The endpoint's address is private."));
        came.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("8.8.8.8", true)]
    [InlineData("2606:4700::1111", true)]
    [InlineData("10.1.2.3", false)]
    [InlineData("100.64.0.1", false)]
    [InlineData("172.31.255.255", false)]
    [InlineData("172.32.0.1", true)]
    [InlineData("192.168.1.1", false)]
    [InlineData("169.254.169.254", false)]
    [InlineData("0.0.0.0", false)]
    [InlineData("224.0.0.1", false)]
    [InlineData("255.255.255.255", false)]
    [InlineData("::", false)]
    [InlineData("::ffff:10.0.0.1", false)]
    [InlineData("fd00::1", false)]
    [InlineData("fe80::1", false)]
    [InlineData("2002:7f00:1::", false)]
    [InlineData("64:ff9b::7f00:1", false)]
    public void An_address_is_public_by_the_registries(string address, bool isPublic) => PublicAddress.Is(IPAddress.Parse(address)).ShouldBe(isPublic);

    [Theory]
    [InlineData("http://example.com", Secret)]
    [InlineData("ftp://example.com", Secret)]
    [InlineData("https://user:word@example.com", Secret)]
    [InlineData("/hooks", Secret)]
    [InlineData("https://example.com", null)]
    [InlineData("https://example.com", "secret")]
    [InlineData("https://example.com", "whsec_c2hvcnQ=")]
    public void An_endpoint_that_cannot_be_used_is_refused_in_a_sentence(string address, string? secret) => Should.Throw<FormatException>(() => WebhookEndpoint.Read(address, secret, false)).Message.ShouldEndWith(".");

    static LiveEventNotification Late
    {
        get
        {
            var start = Moment.From(Instant.FromUtc(2026, 3, 1, 13, 0));
            var plan = new LivePlanId(new("01930000-0000-7000-8000-000000000001"));
            PersonalText Text(string value) => PersonalText.Seal(plan.Value, plan.Value, new byte[16], value);
            var creation = new LivePlanCreated(plan, default, Text("Batik night"), Text("Shawls"), new("2026-03-01", "20:00", 60, ZoneId.TryParse("Asia/Jakarta")!, LocalTimeRule.AsWritten, start), ["P1"], [], null);
            var notice = new LiveEventNotice(NoticeKind.LiveStarted, plan, new LiveSessionId(plan.Value), null, start + Duration.FromMinutes(12));
            return new(notice.IdFor(SubscriberId.Of("usr-ayu")), new(notice, creation, null), SubscriberId.Of("usr-ayu"), "usr-ayu");
        }
    }

    static TeaserPublication Teaser
    {
        get
        {
            var (teaser, zone, at) = (new TeaserId(new("01930000-0000-7000-8000-000000000002")), ZoneId.Parse("Asia/Jakarta"), Moment.From(Instant.FromUtc(2026, 3, 1, 13, 0)));
            var caption = PersonalText.Seal(teaser.Value, teaser.Value, new byte[16], "Tomorrow at eight");
            var notice = new TeaserNotice(NoticeKind.TeaserPosted, teaser, 4, at);
            return new(notice.Id, notice, notice.TellsOf(
            [
                new TeaserPreparationStarted(teaser, default, zone, new(default, null, 0, 40_000)), new TeaserPrepared(1, new(new('b', 64), 270, 480, 40_000, 1_000, false)),
                new TeaserDescribed(new(caption, new(TeaserAudience.Everyone, true, false), 3)), new TeaserPosted(default, at), new TeaserPresentationEdited(null, 5, at),
            ]).ShouldNotBeNull());
        }
    }

    WebhookGateway Gateway(string secret = Secret) => new(WebhookEndpoint.Read(endpoint.Urls.Single() + "/hooks", secret, true), new HastyClock());

    /// <summary>The real time, but whoever waits is woken at once: pauses are the outbox's to prove.</summary>
    sealed class HastyClock : TimeProvider
    {
        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
            System.CreateTimer(callback, state, dueTime > TimeSpan.Zero && dueTime < TimeSpan.FromSeconds(4) ? TimeSpan.Zero : dueTime, period);
    }
}
