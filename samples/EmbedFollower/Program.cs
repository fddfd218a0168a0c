using System.Security.Cryptography;
using LiveCommerce;
using LiveCommerce.Kernel;
using LiveCommerce.Postgres;
using LiveCommerce.Postgres.Followers;
using LiveCommerce.Sellers;
using LiveCommerce.Store;
using NodaTime;
using Npgsql;

var (connectionString, options) = (args[0], new PostgresOptions());
await using var owner = NpgsqlDataSource.Create(connectionString);
await Schema.Migrate(owner, options);
await using (var table = owner.CreateCommand($"""
    create table if not exists {options.Schema}.shops_per_zone (zone text primary key, shops integer not null);
    grant select, insert, update on {options.Schema}.shops_per_zone to {options.WriterRole};
    """)) await table.ExecuteNonQueryAsync();

await using var database = PostgresDatabase.Open(connectionString, options with { Role = options.WriterRole });
await using var store = new PostgresEventStore(database, LiveCommerceEvents.Catalog);
await using var pipeline = new CommandPipeline(LiveCommerceModel.Default, store, Now);
foreach (var (shop, zone) in new[] { ("Batik Laras", "Asia/Jakarta"), ("Kopi Senja", "Asia/Jakarta"), ("Tiny Acorns", "Europe/London") })
{
    var merchant = new MerchantId(Guid.CreateVersion7());
    var name = PersonalText.Seal(merchant.Value, Guid.CreateVersion7(), RandomNumberGenerator.GetBytes(16), shop);
    await pipeline.Send(new(new OnboardMerchant(merchant, name, ZoneId.Parse(zone)), new("usr_me", ActorRole.OpsAdmin), $"onboard {merchant}"));
}

// a program that stays keeps its followers up with: await using var following = new Following(database, store, new ShopsPerZone());
await Following.CatchUp(database, store, new ShopsPerZone(), CancellationToken.None);
await using var reader = await owner.CreateCommand($"select zone, shops from {options.Schema}.shops_per_zone order by zone").ExecuteReaderAsync();
while (await reader.ReadAsync()) Console.WriteLine($"{reader.GetString(0)}: {reader.GetInt32(1)}");

static Moment Now() => Moment.From(SystemClock.Instance.GetCurrentInstant());

/// <summary>How many shops there are in each time zone.</summary>
sealed class ShopsPerZone() : Follower("shops_per_zone")
{
    protected override async Task Apply(NpgsqlConnection connection, IReadOnlyList<RecordedEvent> facts, CancellationToken cancellation)
    {
        foreach (var onboarded in facts.Select(fact => fact.Body).OfType<MerchantOnboarded>())
        {
            await using var command = new NpgsqlCommand(
                "insert into shops_per_zone values ($1, 1) on conflict (zone) do update set shops = shops_per_zone.shops + 1", connection);
            command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = onboarded.Zone.Id });
            await command.ExecuteNonQueryAsync(cancellation);
        }
    }
}
