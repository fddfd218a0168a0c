using System.Diagnostics;
using LiveCommerce.Postgres;
using LiveCommerce.Tests.Harness;

namespace LiveCommerce.Tests.Rebuild;

/// <summary>A rebuild that is killed in its middle is taken up where it was; two at once are not begun.</summary>
public sealed class InterruptedRebuildTests(TestCluster cluster) : RebuildTest(cluster)
{
    [Fact]
    public async Task Killed_in_the_middle_it_goes_on_and_meanwhile_a_second_start_is_refused()
    {
        var before = await Digest("lc_registrations", "id", "1");
        using var process = WriterProcess.Begin(Rebuilder.Command, arena.ConnectionString);
        var models = Rebuilder.Of(database);
        try
        {
            (await process.StandardOutput.ReadLineAsync(Cancellation)).ShouldBe($"registrations {3 * Rebuilder.PageSize}");
            (await Should.ThrowAsync<RebuildRunningException>(() => models.Rebuild("registrations", cancellation: Cancellation))).Message.ShouldStartWith("A rebuild of this log is running.");
            (await Should.ThrowAsync<RebuildRunningException>(() => models.Rebuild("campaigns", cancellation: Cancellation))).ShouldNotBeNull();
        }
        finally
        {
            process.Kill();
            await process.WaitForExitAsync(Cancellation);
        }
        (await Generations()).ShouldContain("registrations 1 {1}");
        (await arena.Ask<long>("select count(*) from lc_registrations_2")).ShouldBe([3 * Rebuilder.PageSize]);
        (await arena.Host().Ask(Requests.Submit(0, 0, 50))).IsAccepted.ShouldBeTrue(); // begun while nobody rebuilds
        (await Digest("lc_registrations", "id", "1")).ShouldNotBe(before);

        var told = new Told();
        await WhenFree(() => models.Rebuild("registrations", told, Cancellation));
        told.First.ShouldNotBeNull().Facts.ShouldBeInRange(3 * Rebuilder.PageSize, (3 * Rebuilder.PageSize) + 1); // the new one may stand before the last
        (await Generations()).ShouldContain("registrations 2 {2}");
        await arena.CheckInvariants();
        (await Digest("lc_registrations", "id", "2 and id in (select stream_id from mt_events where seq_id < (select max(seq_id) - 1 from mt_events))")).ShouldBe(before);
    }

    [Fact]
    public async Task Stopped_between_two_steps_it_leaves_the_rows_in_use_as_they_were()
    {
        using var stop = new CancellationTokenSource();
        var models = Rebuilder.Of(database);
        await Should.ThrowAsync<OperationCanceledException>(() => models.Rebuild("campaign_statistics", new Told(stop.Cancel), stop.Token));
        (await Generations()).ShouldContain("statistics 1");
        await models.Rebuild("campaign_statistics", cancellation: Cancellation);
        (await arena.Ask<int>("select registrations from lc_campaign_counts where generation = 2")).ShouldBe([Registrations / 2, Registrations / 2]);
    }

    /// <summary>The server notices a little later that a process is gone.</summary>
    static async Task WhenFree(Func<Task> rebuild)
    {
        var patience = Stopwatch.StartNew();
        while (true)
        {
            try
            {
                await rebuild();
                return;
            }
            catch (RebuildRunningException) when (patience.Elapsed < TimeSpan.FromSeconds(20))
            {
                await Task.Delay(10, Cancellation);
            }
        }
    }

    sealed class Told(Action? afterFirst = null) : IProgress<RebuildProgress>
    {
        internal RebuildProgress? First { get; private set; }

        public void Report(RebuildProgress value)
        {
            if (First is not null) afterFirst?.Invoke();
            First ??= value;
        }
    }
}
