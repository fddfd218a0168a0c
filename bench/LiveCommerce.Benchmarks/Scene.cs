using LiveCommerce.Campaigns;
using LiveCommerce.Kernel;
using LiveCommerce.Registrations;
using LiveCommerce.Sellers;
using LiveCommerce.Store;
using NodaTime;

namespace LiveCommerce.Benchmarks;

/// <summary>Merchants with a bound official account and open campaigns: everything a submission stands on, loaded by the public command path.</summary>
sealed class Scene
{
    internal const int Parties = 256;
    internal const int Campaigns = 1_000;

    /// <summary>So many facts each campaign has (drafted, published), and each merchant (onboarded, linked).</summary>
    internal const int Facts = 2;

    static readonly Guid Root = new("0b7ee0d5-5a60-5d1c-8d51-000000000001");
    static readonly Actor Admin = new("admin", ActorRole.OpsAdmin);

    internal static Moment Now() => Moment.From(SystemClock.Instance.GetCurrentInstant());

    internal static MerchantId Merchant(int party) => new(DerivedId.Of(Root, $"merchant/{party}"));

    internal static AccountId Account(int party) => new(DerivedId.Of(Root, $"account/{party}"));

    internal static CampaignId Campaign(int number) => new(DerivedId.Of(Root, $"campaign/{number}"));

    internal static Actor Seller(int party) => new($"seller-{party}", ActorRole.Merchant, Party.Of(Merchant(party)));

    /// <summary>A form for each slot of a quota, one session after another: nobody goes LIVE a hundred times at once.</summary>
    internal static RegistrationForm[] Forms(Moment now) => [.. Enumerable.Range(0, RegistrationPolicy.Cap).Select(slot => Form(now + Duration.FromDays(2) + Duration.FromHours(2 * slot)))];

    static RegistrationForm Form(Moment start) => new(["standard"], new(start, start + Duration.FromHours(2)), "fashion", PlatformMerchandiseSupport: true);

    /// <summary>The submission of a party that has asked so many times before: campaign after campaign as the hundred fill up.</summary>
    internal static CommandEnvelope Submission(int party, int number, Guid registration, RegistrationForm[] forms) =>
        Submission(party, number / RegistrationPolicy.Cap, registration, forms[number % RegistrationPolicy.Cap]);

    internal static CommandEnvelope Submission(int party, int campaign, Guid registration, RegistrationForm form) => new(
        new SubmitRegistration(new(registration), Campaign(campaign), form, Entry: RegistrationEntry.TikTokAppLink), Seller(party), registration.ToString())
    {
        Channel = "SellerCenter",
    };

    internal static async Task Prepare(CommandPipeline pipeline, int parties = Parties, int campaigns = Campaigns)
    {
        var now = Now();
        var terms = new CampaignTerms(
            "Benchmark", "A campaign to measure with.", null, CampaignVisibility.Public, [new("standard", 60)],
            new(now, now + Duration.FromDays(20)), new(now + Duration.FromDays(1), now + Duration.FromDays(30)), []);
        await All(pipeline, Enumerable.Range(0, campaigns).Select(i => (ICommand)new DraftCampaign(Campaign(i), terms with { Name = $"Benchmark {i}" })));
        await All(pipeline, Enumerable.Range(0, campaigns).Select(i => (ICommand)new PublishCampaign(Campaign(i))));
        await All(pipeline, Enumerable.Range(0, parties).Select(i => (ICommand)new OnboardMerchant(Merchant(i), Text(i, "shop"), Zone)));
        await All(pipeline, Enumerable.Range(0, parties).Select(i =>
            (ICommand)new AddTikTokAccount(Account(i), AccountType.Official, Text(i, "handle"), Text(i, "uid"), null, null, null)));
        await All(pipeline, Enumerable.Range(0, parties).Select(i => (ICommand)new LinkOfficialAccount(Merchant(i), Account(i))));
    }

    static ZoneId Zone => ZoneId.TryParse("Asia/Kuala_Lumpur") ?? throw new InvalidOperationException("No such zone.");

    static PersonalText Text(int party, string field) =>
        PersonalText.Seal(Merchant(party).Value, DerivedId.Of(Merchant(party).Value, field), Guid.NewGuid().ToByteArray(), $"{field} {party}");

    static async Task All(CommandPipeline pipeline, IEnumerable<ICommand> commands)
    {
        foreach (var chunk in commands.Chunk(1_000))
            foreach (var answer in await Task.WhenAll(chunk.Select(command => pipeline.Send(new(command, Admin, Guid.NewGuid().ToString())))))
                if (answer is not { Status: CommandStatus.Answered, Receipt.Recorded: true })
                    throw new InvalidOperationException($"The scene was refused: {answer.Status} {answer.Receipt?.Refusals}");
    }
}
