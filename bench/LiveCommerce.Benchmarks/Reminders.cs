using System.Diagnostics;
using System.Globalization;
using LiveCommerce.Kernel;
using LiveCommerce.LiveEvents;
using LiveCommerce.LivePlans;
using LiveCommerce.LiveSessions;
using LiveCommerce.Postgres;
using LiveCommerce.Postgres.Followers;
using LiveCommerce.Postgres.LiveEvents;
using LiveCommerce.Sellers;
using LiveCommerce.Store;
using NodaTime;

namespace LiveCommerce.Benchmarks;

/// <summary>The start of a LIVE with many subscribers: how fast the outbox has a row for each, and what commands wait meanwhile.</summary>
static class Reminders
{
    const int Abreast = 2_000;
    static readonly Actor Admin = new("admin", ActorRole.OpsAdmin);

    /// <summary>Fills the outbox once, while one caller sends command after command; and the same caller alone.</summary>
    internal static async Task<IReadOnlyList<Figure>> Measure(Server server, int subscribers)
    {
        await using var database = PostgresDatabase.Open(await server.Database());
        await using var store = new PostgresEventStore(database, LiveCommerceEvents.Catalog);
        await using var pipeline = new CommandPipeline(LiveCommerceModel.Default, store, Now);
        var (merchant, account, plan) = (new MerchantId(Guid.CreateVersion7()), new AccountId(Guid.CreateVersion7()), new LivePlanId(Guid.CreateVersion7()));
        await Send(pipeline, new OnboardMerchant(merchant, Text(merchant.Value), ZoneId.Parse("Etc/UTC")));
        await Send(pipeline, new AddTikTokAccount(account, AccountType.Official, Text(account.Value), Text(account.Value)));
        await Send(pipeline, new LinkOfficialAccount(merchant, account));
        await Send(pipeline, new CreateLivePlan(plan, merchant, Text(plan.Value), Text(plan.Value), new(Now().Instant.InUtc().Date.PlusDays(2).ToString("uuuu-MM-dd", CultureInfo.InvariantCulture), "20:00", 60), ["P1"], []));
        foreach (var some in Enumerable.Range(0, subscribers).Select(number => SubscriberId.Of($"buyer {number}")).Chunk(Abreast))
            await Task.WhenAll(some.Select(buyer => Send(pipeline, SubscribeToLiveEvent.For(plan, buyer, Text(buyer.Value)))));
        var outbox = new LiveEventOutbox();
        await Following.CatchUp(database, store, outbox, CancellationToken.None);
        await Send(pipeline, new StartLiveSession(new(Guid.CreateVersion7()), account, plan));

        var alone = await Commands(pipeline, Task.Delay(Load.Measured), "Commands of one caller, while no outbox is filled");
        var clock = Stopwatch.StartNew();
        var filling = Following.CatchUp(database, store, outbox, CancellationToken.None);
        var meanwhile = await Commands(pipeline, filling, "Commands of one caller, while the outbox is filled");
        await filling;
        var seconds = clock.Elapsed.TotalSeconds;
        var rows = (await new OutboxQueries(database).CountsOf(plan, CancellationToken.None)).Sum(one => one.Count);
        if (rows != subscribers + 1) throw new InvalidOperationException($"The outbox has {rows} rows for {subscribers} subscribers.");
        var name = string.Create(CultureInfo.InvariantCulture, $"Rows of the outbox, of one start with {subscribers:N0} subscribers");
        return [new(name, 1, rows / seconds, double.NaN, double.NaN) { Note = string.Create(CultureInfo.InvariantCulture, $"{seconds:0.00} s in all") }, meanwhile, alone];
    }

    static async Task<Figure> Commands(CommandPipeline pipeline, Task until, string name)
    {
        var (latencies, clock) = (new Latencies(1), Stopwatch.StartNew());
        do
        {
            var began = Stopwatch.GetTimestamp();
            var merchant = new MerchantId(Guid.CreateVersion7());
            await Send(pipeline, new OnboardMerchant(merchant, Text(merchant.Value), ZoneId.Parse("Etc/UTC")));
            latencies.Add(0, Stopwatch.GetElapsedTime(began).TotalMilliseconds);
        }
        while (!until.IsCompleted);
        return latencies.ToFigure(name, clock.Elapsed.TotalSeconds);
    }

    static async Task Send(CommandPipeline pipeline, ICommand command)
    {
        var answer = await pipeline.Send(new(command, Admin, Guid.NewGuid().ToString()));
        if (answer is not { Status: CommandStatus.Answered, Receipt.Recorded: true }) throw new InvalidOperationException($"The scene was refused: {answer.Status} {answer.Receipt?.Refusals}");
    }

    static PersonalText Text(Guid subject) => PersonalText.Seal(subject, Guid.CreateVersion7(), Guid.NewGuid().ToByteArray(), "text");

    static Moment Now() => Moment.From(SystemClock.Instance.GetCurrentInstant());
}
