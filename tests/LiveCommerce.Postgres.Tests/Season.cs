using System.Globalization;
using LiveCommerce.Campaigns;
using LiveCommerce.Kernel;
using LiveCommerce.LivePlans;
using LiveCommerce.LiveSessions;
using LiveCommerce.Registrations;
using LiveCommerce.Sellers;
using LiveCommerce.Store;
using NodaTime;

namespace LiveCommerce.Tests;

/// <summary>A merchant with a bound account and a published campaign, on a clock that the test sets; everything by the public command path.</summary>
sealed class Season : IAsyncDisposable
{
    internal static readonly Actor Admin = new("admin", ActorRole.OpsAdmin);
    readonly CommandPipeline pipeline;
    int keys;

    internal Season(IEventStore store) => pipeline = new(LiveCommerceModel.Default, store, () => Now);

    internal Moment Now { get; set; } = Moment.From(Instant.FromUtc(2026, 3, 1, 12, 0));

    internal Moment PeriodEnd { get; private set; }

    internal MerchantId Merchant { get; } = new(Guid.CreateVersion7());

    /// <summary>The shop's official account.</summary>
    internal AccountId Account { get; } = new(Guid.CreateVersion7());

    internal CampaignId Campaign { get; } = new(Guid.CreateVersion7());

    internal Party Party => Party.Of(Merchant);

    internal async Task Begin()
    {
        PeriodEnd = Now + Duration.FromDays(30);
        await Do(new OnboardMerchant(Merchant, Text("Shop"), ZoneId.TryParse("Asia/Kuala_Lumpur")!));
        await Do(new AddTikTokAccount(Account, AccountType.Official, Text("handle"), Text("uid"), null, null, null));
        await Do(new LinkOfficialAccount(Merchant, Account));
        await Draft(Campaign, "Spring", CampaignVisibility.Public);
        await Do(new PublishCampaign(Campaign));
    }

    internal Task<CommandResult> Draft(CampaignId campaign, string name, CampaignVisibility visibility) => Do(new DraftCampaign(campaign, new(
        name, "Details.", null, visibility, [new("S", 60)], new(Now, Now + Duration.FromDays(20)), new(Now + Duration.FromDays(1), PeriodEnd), [])));

    /// <summary>A plan of an hour, from an hour from now on.</summary>
    internal async Task<LivePlanId> Plan(Moment? start = null, int minutes = 60)
    {
        var plan = new LivePlanId(Guid.CreateVersion7());
        var local = (start ?? Now + Duration.FromHours(1)).Instant.InZone(DateTimeZoneProviders.Tzdb["Asia/Kuala_Lumpur"]);
        var schedule = new WantedSchedule(local.Date.ToString("uuuu-MM-dd", CultureInfo.InvariantCulture), local.TimeOfDay.ToString("HH:mm", CultureInfo.InvariantCulture), minutes);
        await Do(new CreateLivePlan(plan, Merchant, Text("Batik night"), Text("New shawls"), schedule, ["P1", "P2"], []));
        return plan;
    }

    /// <summary>The plan's session starts now.</summary>
    internal async Task<LiveSessionId> Start(LivePlanId? plan)
    {
        var session = new LiveSessionId(Guid.CreateVersion7());
        await Do(new StartLiveSession(session, Account, plan));
        return session;
    }

    internal async Task<RegistrationId> Submit(string? notes = null, TimeRange? period = null)
    {
        var registration = new RegistrationId(Guid.CreateVersion7());
        var start = Now + Duration.FromDays(2);
        var form = new RegistrationForm(["S"], period ?? new(start, start + Duration.FromHours(2)), "fashion", PlatformMerchandiseSupport: true, Notes: notes is null ? null : Text(notes));
        await Do(new SubmitRegistration(registration, Campaign, form, Entry: RegistrationEntry.TikTokAppLink), new("seller", ActorRole.Merchant, Party));
        return registration;
    }

    /// <summary>A submission whose live period is over: refused.</summary>
    internal Task<CommandResult> SubmitTooLate() => Send(new(
        new SubmitRegistration(new(Guid.CreateVersion7()), Campaign, new(["S"], new(Now + Duration.FromHours(-2), Now), "fashion", PlatformMerchandiseSupport: true), Entry: RegistrationEntry.TikTokAppLink),
        new("seller", ActorRole.Merchant, Party), $"late-{Interlocked.Increment(ref keys)}"));

    internal async Task<CommandResult> Do(ICommand command, Actor? actor = null)
    {
        var result = await Send(new(command, actor ?? Admin, $"key-{++keys}"));
        result.Receipt.ShouldNotBeNull().Refusals.ShouldBeEmpty();
        return result;
    }

    internal Task<CommandResult> Send(CommandEnvelope envelope) => pipeline.Send(envelope);

    internal PersonalText Text(string value) => PersonalText.Seal(Merchant.Value, Guid.CreateVersion7(), Guid.NewGuid().ToByteArray(), value);

    public ValueTask DisposeAsync() => pipeline.DisposeAsync();
}
