using LiveCommerce.Host.Http.Health;
using LiveCommerce.Postgres;
using LiveCommerce.Postgres.Campaigns;
using LiveCommerce.Postgres.DueWork;
using LiveCommerce.Postgres.Followers;
using LiveCommerce.Postgres.LiveEvents;
using LiveCommerce.Store;

namespace LiveCommerce.Host.Startup;

/// <summary>What goes on beside requests: followers of the log, work that falls due, and notifications on their way. It ends before the pipeline does, which it sends commands to.</summary>
sealed partial class BackgroundWork(
    PostgresDatabase database, IEventStore store, CommandPipeline pipeline, ILiveEventGateway gateway, ITeaserPublisher publisher, StoppedWork stopped, IHostApplicationLifetime lifetime, ILogger<BackgroundWork> logger)
    : IHostedService, IAsyncDisposable
{
    Following? following;
    DueWorker? due;
    OutboxWorker? outbox;

    public Task StartAsync(CancellationToken cancellationToken)
    {
        following = new(database, store, Tell, new CampaignStatistics(), new LiveEventOutbox());
        due = new(database, pipeline.Send, OpenLog.Now, Tell);
        due.Start();
        outbox = new(database, store, gateway, publisher, OpenLog.Now, Tell);
        outbox.Start();
        _ = StopWithPipeline();
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => DisposeAsync().AsTask();

    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref outbox, null) is { } sender) await sender.DisposeAsync();
        if (Interlocked.Exchange(ref due, null) is { } worker) await worker.DisposeAsync();
        if (Interlocked.Exchange(ref following, null) is { } followers) await followers.DisposeAsync();
    }

    async Task StopWithPipeline()
    {
        try
        {
            await pipeline.Completion;
        }
        catch (PipelineStoppedException fault)
        {
            HasBrokenDown(fault);
            lifetime.StopApplication();
        }
    }

    /// <summary>What stopped leaves things as they were from then on: that must not go unnoticed.</summary>
    void Tell(WorkTrouble trouble)
    {
        if (!trouble.HasStopped)
        {
            IsTriedAgain(trouble.Cause, trouble.Work);
            return;
        }
        stopped.Add(trouble);
        HasStopped(trouble.Cause, trouble.Work);
    }

    [LoggerMessage(LogLevel.Warning, "{Work} is tried again.")]
    partial void IsTriedAgain(Exception cause, string work);

    [LoggerMessage(LogLevel.Critical, "{Work} stopped; what it keeps stands still until the host starts again.")]
    partial void HasStopped(Exception cause, string work);

    [LoggerMessage(LogLevel.Critical, "The command pipeline broke down; this host takes no command any more and stops.")]
    partial void HasBrokenDown(Exception cause);
}
