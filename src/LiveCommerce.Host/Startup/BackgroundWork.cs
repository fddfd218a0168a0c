using LiveCommerce.Postgres;
using LiveCommerce.Postgres.Campaigns;
using LiveCommerce.Postgres.DueWork;
using LiveCommerce.Postgres.Followers;
using LiveCommerce.Store;

namespace LiveCommerce.Host.Startup;

/// <summary>What goes on beside requests: followers of the log, and work that falls due. It ends before the pipeline does, which it sends commands to.</summary>
sealed class BackgroundWork(
    PostgresDatabase database, IEventStore store, CommandPipeline pipeline, IHostApplicationLifetime lifetime, ILogger<BackgroundWork> logger) : IHostedService, IAsyncDisposable
{
    Following? following;
    DueWorker? due;

    public Task StartAsync(CancellationToken cancellationToken)
    {
        following = new(database, store, new CampaignStatistics());
        _ = Report(following.Completion, fault => logger.LogCritical(fault, "A follower of the log stopped; its figures stand still until the host starts again."));
        due = new(database, pipeline.Send, OpenLog.Now);
        due.Start();
        _ = Report(due.Completion, fault => logger.LogCritical(fault, "Due work stopped; nothing expires here until the host starts again."));
        _ = Report(pipeline.Completion, fault =>
        {
            logger.LogCritical(fault, "The command pipeline broke down; this host takes no command any more and stops.");
            lifetime.StopApplication();
        });
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => DisposeAsync().AsTask();

    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref due, null) is { } worker) await worker.DisposeAsync();
        if (Interlocked.Exchange(ref following, null) is { } followers) await followers.DisposeAsync();
    }

    /// <summary>What stopped leaves things as they were from then on: that must not go unnoticed.</summary>
    static async Task Report(Task work, Action<Exception> tell)
    {
        try
        {
            await work;
        }
#pragma warning disable CA1031 // whatever stopped it is what has to be said
        catch (Exception exception) when (exception is not OperationCanceledException)
#pragma warning restore CA1031
        {
            tell(exception);
        }
    }
}
