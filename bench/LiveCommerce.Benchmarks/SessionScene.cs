using LiveCommerce.Kernel;
using LiveCommerce.LiveSessions;
using LiveCommerce.Postgres;
using LiveCommerce.Sellers;
using LiveCommerce.Store;
using NodaTime;

namespace LiveCommerce.Benchmarks;

/// <summary>Shops with LIVE sessions of 240 minutes, in each of which every product sells; all of it by the public command path.</summary>
sealed class SessionScene : IAsyncDisposable
{
    internal const int Length = 240;
    internal const int Hour = 60;

    // 22:00 on the shops' clocks: a LIVE that starts then goes on after midnight, so that recaps meet sessions over an edge
    internal static readonly Moment Now = Moment.From(Instant.FromUtc(2026, 6, 15, 14, 0));
    internal static readonly ZoneId Zone = ZoneId.Parse("Asia/Kuala_Lumpur");

    static readonly Actor Admin = new("admin", ActorRole.OpsAdmin);

    readonly PostgresEventStore store;
    readonly CommandPipeline pipeline;
    readonly MinuteFigures[] minutes;

    internal SessionScene(PostgresDatabase database, int products)
    {
        store = new(database, LiveCommerceEvents.Catalog);
        pipeline = new(LiveCommerceModel.Default, store, () => Now);
        minutes = [.. Enumerable.Range(0, Length).Select(minute => new MinuteFigures(
            minute, 120 + minute, 80 + (minute % 60), 12, 30, 2, 400, 25, products, products,
            Enumerable.Range(1, products).Select(product => new ProductGmv($"17293847560000{product:0000}", new($"{10 + ((minute + product) % 50)}.90", "MYR"))).ToValueList()))];
    }

    /// <summary>A shop whose sessions have started.</summary>
    internal async Task<(MerchantId Shop, LiveSessionId[] Sessions)> Shop(int sessions, Func<int, Moment> start)
    {
        var (shop, account) = (new MerchantId(Guid.CreateVersion7()), new AccountId(Guid.CreateVersion7()));
        PersonalText Text(string value) => PersonalText.Seal(shop.Value, Guid.CreateVersion7(), Guid.NewGuid().ToByteArray(), value);
        await Send(new OnboardMerchant(shop, Text("shop"), Zone));
        await Send(new AddTikTokAccount(account, AccountType.Official, Text("handle"), Text("uid"), null, null, null));
        await Send(new LinkOfficialAccount(shop, account));
        var ids = Enumerable.Range(0, sessions).Select(_ => new LiveSessionId(Guid.CreateVersion7())).ToArray();
        foreach (var chunk in ids.Index().Chunk(200)) await Task.WhenAll(chunk.Select(one => Send(new StartLiveSession(one.Item, account, null, start(one.Index)))));
        return (shop, ids);
    }

    /// <summary>Tells so many minutes of a session.</summary>
    internal Task Tell(LiveSessionId session, int first, int count) => Send(new RecordMinuteFigures(session, FigureSource.LiveFeed, minutes[first..(first + count)].ToValueList()));

    internal Task End(LiveSessionId session, Moment at) => Send(new EndLiveSession(session, at));

    async Task Send(ICommand command)
    {
        var answer = await pipeline.Send(new(command, Admin, Guid.NewGuid().ToString()));
        if (answer is not { Status: CommandStatus.Answered, Receipt.Recorded: true }) throw new InvalidOperationException($"The scene was refused: {answer.Status} {answer.Receipt?.Refusals}");
    }

    public async ValueTask DisposeAsync()
    {
        await pipeline.DisposeAsync();
        await store.DisposeAsync();
    }
}
