using LiveCommerce.Kernel;
using LiveCommerce.LiveEvents;
using LiveCommerce.LivePlans;
using LiveCommerce.Store;
using LiveCommerce.Teasers;

namespace LiveCommerce.Tests.Harness;

/// <summary>A host dies at every place between a plan's start or rescheduling, or a teaser's post, and the last of its notifications: fifteen times, by SIGKILL.</summary>
public sealed class NotificationKillTests(TestCluster cluster)
{
    const int Buyers = 25;

    [Fact, Rule("PLAN-15"), Rule("BEY-12"), Rule("TSR-07")]
    public async Task Each_subscriber_has_one_row_one_id_and_is_shown_one()
    {
        await using var arena = await Arena.Open(cluster);
        await using (var host = new WriterHost(arena.ConnectionString)) await Prepare(host.Pipeline);
        var kills = 0;
        foreach (var what in (string[])["start", "reschedule", "post"])
        {
            foreach (var point in Announcer.Points)
            {
                (await Until(arena, what, point)).ShouldBe($"at {point}");
                kills++;
            }
            (await Until(arena, what, "")).ShouldBe("at ");
        }
        kills.ShouldBe(15);

        var start = new LiveEventNotice(NoticeKind.LiveStarted, Announcer.Started, Announcer.Session, null, default);
        var moved = new LiveEventNotice(NoticeKind.LiveRescheduled, Announcer.Moved, null, Announcer.Next, default);
        Guid[] expected = [start.IdFor(null).Value, .. All.Select(buyer => start.IdFor(buyer).Value), .. All.Select(buyer => moved.IdFor(buyer).Value), new TeaserNotice(NoticeKind.TeaserPosted, Announcer.Teaser, 4, default).Id.Value];
        (await arena.Ask<Guid>("select id from lc_outbox where state = 'Delivered'")).ShouldBe(expected, ignoreOrder: true);
        (await arena.Ask<long>("select count(*) from lc_outbox")).ShouldBe([expected.Length]);
        (await arena.Ask<Guid>("select notification from lc_received")).ShouldBe(expected, ignoreOrder: true, "the receiver shows each once");
        (await arena.Ask<int>("select max(times) from lc_received")).Single().ShouldBeGreaterThan(1, "a host died between a delivery and its settling, so one at least came twice");
        (await arena.Ask<long>("select count(*) from mt_events where type in ('live_plan_went_live', 'live_plan_deleted', 'teaser_posted')")).ShouldBe([3]);
    }

    static IEnumerable<SubscriberId> All => Enumerable.Range(0, Buyers).Select(number => SubscriberId.Of($"buyer {number}"));

    /// <summary>Runs a host until it says that it stands at the point, and kills it there.</summary>
    static async Task<string> Until(Arena arena, string what, string point)
    {
        using var process = WriterProcess.Begin(Announcer.Command, arena.ConnectionString, what, point);
        try
        {
            while (await process.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken) is { } line)
                if (line.StartsWith("at ", StringComparison.Ordinal)) return line;
            return "ended before";
        }
        finally
        {
            process.Kill();
            await process.WaitForExitAsync(CancellationToken.None);
        }
    }

    static async Task Prepare(CommandPipeline pipeline)
    {
        foreach (var plan in (LivePlanId[])[Announcer.Started, Announcer.Moved])
        {
            await Do(pipeline, new CreateLivePlan(plan, Market.Merchant(0), Market.Text("Batik night"), Market.Text("New shawls"), new("2090-01-01", "20:00", 60), ["P1"], []), Market.Seller(0));
            foreach (var buyer in All) await Do(pipeline, SubscribeToLiveEvent.For(plan, buyer, Market.Text(buyer.ToString())), Actor.Of(buyer));
        }
        var footage = PutFootage.For(Market.Merchant(0), new(new('a', 64), "mp4", "h264", 640, 360, 60_000, 1_000), null);
        await Do(pipeline, footage, Market.Seller(0));
        await Do(pipeline, new MakeUploadedTeaser(Announcer.Teaser, footage.Footage, 0, null), Market.Seller(0));
        await Do(pipeline, new RecordTeaserPrepared(Announcer.Teaser, 1, new(new('b', 64), 270, 480, 40_000, 1_000, HasSticker: false)), new("media", ActorRole.System));
        await Do(pipeline, new DescribeTeaser(Announcer.Teaser, Market.Text("Tomorrow at eight"), new(TeaserAudience.Everyone, true, false), 0), Market.Seller(0));
    }

    static async Task Do(CommandPipeline pipeline, ICommand command, Actor actor) =>
        (await pipeline.Send(new(command, actor, $"{command.GetType().Name}/{command.Target.Id}"))).Receipt.ShouldNotBeNull().Recorded.ShouldBeTrue();
}
