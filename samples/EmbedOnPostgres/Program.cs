using System.Security.Cryptography;
using LiveCommerce;
using LiveCommerce.Campaigns;
using LiveCommerce.Kernel;
using LiveCommerce.Postgres;
using LiveCommerce.Postgres.Registrations;
using LiveCommerce.Registrations;
using LiveCommerce.Sellers;
using LiveCommerce.Store;
using NodaTime;
using Npgsql;

var (connectionString, options) = (args[0], new PostgresOptions());
await using (var owner = NpgsqlDataSource.Create(connectionString)) await Schema.Migrate(owner, options);
await using var database = PostgresDatabase.Open(connectionString, options with { Role = options.WriterRole });
await using var store = new PostgresEventStore(database, LiveCommerceEvents.Catalog);
await using var pipeline = new CommandPipeline(LiveCommerceModel.Default, store, Now);

var (campaign, merchant, account, registration) = (new CampaignId(New()), new MerchantId(New()), new AccountId(New()), new RegistrationId(New()));
var (platform, seller) = (new Actor("usr_me", ActorRole.OpsAdmin), new Actor("usr_seller", ActorRole.Merchant, Party.Of(merchant)));
var (today, live) = (Now(), Now() + Duration.FromDays(3));
var terms = new CampaignTerms("Raya", "A month of LIVEs", null, CampaignVisibility.Public, [new("A", 60)], new(today, today + Duration.FromDays(20)), new(today, today + Duration.FromDays(30)), []);
await Ask(platform, new DraftCampaign(campaign, terms));
await Ask(platform, new PublishCampaign(campaign));
await Ask(platform, new OnboardMerchant(merchant, Text("Batik Laras"), ZoneId.Parse("Asia/Jakarta")));
await Ask(platform, new AddTikTokAccount(account, AccountType.Official, Text("@batiklaras"), Text("7123456789")));
await Ask(platform, new LinkOfficialAccount(merchant, account));
var form = new RegistrationForm(["A"], new(live, live + Duration.FromHours(2)), "fashion", PlatformMerchandiseSupport: true);
await Ask(seller, new SubmitRegistration(registration, campaign, form, Entry: RegistrationEntry.TikTokAppLink));
var page = await new RegistrationQueries(database).InCampaign(campaign, null, Now());
foreach (var shown in page.Items) Console.WriteLine($"{shown.Record.Id} is {shown.Status} in slot {shown.Record.Slot}.");

async Task Ask(Actor actor, ICommand command)
{
    var result = await pipeline.Send(new(command, actor, New().ToString()));
    Console.WriteLine($"{command.GetType().Name}: {result.Status}, {result.Receipt?.Outcome}");
    foreach (var refusal in result.Receipt?.Refusals ?? []) Console.WriteLine($"  {refusal.Message} {refusal.Fix} ({refusal.Code}, {refusal.Rule})");
}

PersonalText Text(string value) => PersonalText.Seal(merchant.Value, New(), RandomNumberGenerator.GetBytes(16), value);

static Guid New() => Guid.CreateVersion7();

static Moment Now() => Moment.From(SystemClock.Instance.GetCurrentInstant());
