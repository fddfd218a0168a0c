using System.Security.Cryptography;
using LiveCommerce;
using LiveCommerce.Audit;
using LiveCommerce.Kernel;
using LiveCommerce.Sellers;
using LiveCommerce.Store;

var store = new InMemoryEventStore(LiveCommerceEvents.Catalog, Now);
await using var pipeline = new CommandPipeline(LiveCommerceModel.Default, store, Now);
var merchant = new MerchantId(Guid.CreateVersion7());
var shop = PersonalText.Seal(merchant.Value, Guid.CreateVersion7(), RandomNumberGenerator.GetBytes(16), "Batik Laras");
var command = new OnboardMerchant(merchant, shop, ZoneId.Parse("Asia/Jakarta"));
var result = await pipeline.Send(new(command, new Actor("usr_me", ActorRole.OpsAdmin), "my-first-key"));
Console.WriteLine($"{result.Status}: {result.Receipt?.Outcome}");
foreach (var recorded in await store.HistoryOf(Merchant.At(merchant))) Console.WriteLine(AuditSentence.Of(recorded));
Console.WriteLine(await store.Replay(Merchant.At(merchant)));

static Moment Now() => Moment.From(NodaTime.SystemClock.Instance.GetCurrentInstant());
