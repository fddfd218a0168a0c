using LiveCommerce.Campaigns;
using LiveCommerce.Kernel;
using LiveCommerce.Registrations;
using LiveCommerce.Sellers;
using LiveCommerce.Store;

namespace LiveCommerce.Tests.Harness;

/// <summary>Shops that each have an official account with a creator, and open campaigns: ids and contents follow from numbers, so every process knows them.</summary>
static class Market
{
    static readonly Guid Root = new("5e1a0f52-93a1-5d0e-8f0a-000000000001");

    internal static readonly Actor Admin = new("admin", ActorRole.OpsAdmin);

    internal static readonly RegistrationForm Form = new(["standard"], Range("2090-01-01T10:00:00Z", "2090-01-01T12:00:00Z"), "fashion", PlatformMerchandiseSupport: true);

    static readonly CampaignTerms Terms = new(
        "Harness", "A campaign to be stormed.", null, CampaignVisibility.Public, [new("standard", 60)],
        Range("2020-01-01T00:00:00Z", "2090-01-01T00:00:00Z"), Range("2020-01-02T00:00:00Z", "2091-01-01T00:00:00Z"), []);

    internal static MerchantId Merchant(int party) => new(Id($"merchant/{party}"));

    internal static CreatorId Creator(int party) => new(Id($"creator/{party}"));

    internal static AccountId Account(int party) => new(Id($"account/{party}"));

    internal static CampaignId Campaign(int number) => new(Id($"campaign/{number}"));

    internal static RegistrationId Registration(string request) => new(Id(request));

    internal static Actor Seller(int party) => new($"seller-{party}", ActorRole.Merchant, Party.Of(Merchant(party)));

    internal static Actor Host(int party) => new($"creator-{party}", ActorRole.Creator, Party.Of(Creator(party)));

    internal static PersonalText Text(string value) => PersonalText.Seal(Id("somebody"), Id($"text/{value}"), Id("salt").ToByteArray(), value);

    /// <summary>Odd numbers come from the shop in Seller Center, even ones from the creator of its official account in LIVE Manager; both use the shop's slots (C21).</summary>
    internal static CommandEnvelope Submission(int campaign, int party, int number, string key) => int.IsOddInteger(number)
        ? new(new SubmitRegistration(Registration(key), Campaign(campaign), Form, Entry: RegistrationEntry.TikTokAppLink), Seller(party), key) { Channel = "SellerCenter" }
        : new(new SubmitRegistration(Registration(key), Campaign(campaign), Form, Account(party)), Host(party), key) { Channel = "LiveManager" };

    /// <summary>The shop duplicates what it registered by an earlier request, on one day after the other.</summary>
    internal static CommandEnvelope Series(string original, int party, int count, string key) => new(
        new DuplicateSeries(Registration(original), Enumerable.Range(1, count).Select(day => new SeriesSession(Registration($"{key}#{day}"), On(day))).ToValueList()), Seller(party), key) { Channel = "SellerCenter" };

    static TimeRange On(int day) => new(Form.LivePeriod.Start + NodaTime.Duration.FromDays(day), Form.LivePeriod.End + NodaTime.Duration.FromDays(day));

    /// <summary>Loads it all by the public command path.</summary>
    internal static async Task Open(CommandPipeline pipeline, int parties, int campaigns)
    {
        await All(pipeline, campaigns, number => new DraftCampaign(Campaign(number), Terms with { Name = $"Harness {number}" }));
        await All(pipeline, campaigns, number => new PublishCampaign(Campaign(number)));
        await All(pipeline, parties, party => new OnboardMerchant(Merchant(party), Text($"shop {party}"), Zone));
        await All(pipeline, parties, party => new AddTikTokAccount(Account(party), AccountType.Official, Text($"@{party}"), Text($"uid {party}"), null, Creator(party), null));
        await All(pipeline, parties, party => new LinkOfficialAccount(Merchant(party), Account(party)));
    }

    static async Task All(CommandPipeline pipeline, int count, Func<int, ICommand> command)
    {
        var answers = await Task.WhenAll(Enumerable.Range(0, count).Select(number => pipeline.Send(new(command(number), Admin, $"{command(number).GetType().Name}/{number}"))));
        foreach (var answer in answers)
            if (answer is not { Status: CommandStatus.Answered, Receipt.Recorded: true }) throw new InvalidOperationException($"The market was refused: {Answer.Of(answer)}");
    }

    internal static Guid Id(string name) => DerivedId.Of(Root, name);

    static ZoneId Zone => ZoneId.TryParse("Asia/Kuala_Lumpur") ?? throw new InvalidOperationException("No such zone.");

    static TimeRange Range(string start, string end) => new(At(start), At(end));

    static Moment At(string text) => Moment.TryParse(text, out var moment) ? moment : throw new FormatException(text);
}
