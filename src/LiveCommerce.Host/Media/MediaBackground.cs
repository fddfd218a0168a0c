using LiveCommerce.Host.Http.Health;
using LiveCommerce.Kernel;
using LiveCommerce.Postgres;
using LiveCommerce.Postgres.DueWork;
using LiveCommerce.Store;

namespace LiveCommerce.Host.Media;

/// <summary>Prepares teasers beside the requests, so many at a time, and keeps the folder clean.</summary>
sealed partial class MediaBackground(Studio studio, PostgresDatabase database, IEventStore store, CommandPipeline pipeline, StoppedWork stopped, ILogger<MediaBackground> logger, Func<Moment> clock) : IHostedService, IAsyncDisposable
{
    /// <summary>A host that dies is silent so long, and then another takes its work up.</summary>
    static readonly TimeSpan lease = TimeSpan.FromSeconds(15);

    readonly List<DueWorker> workers = [];

    public Task StartAsync(CancellationToken cancellationToken)
    {
        if (studio.Tools is not { } tools) AreMissing(MediaTools.Missing);
        else if (!tools.HasNoNetwork) HaveNetwork();
        var works = new Dictionary<string, IDueWork> { [MediaWork.FootageTerm] = new FootageTermWork(store, pipeline.Send, studio.Folder) };
        if (studio.Renderer is { } renderer) works[MediaWork.TeaserVideo] = new TeaserVideoWork(store, pipeline.Send, renderer, studio.Folder, logger);
        for (var worker = 0; worker < Math.Max(1, studio.Options.Renders); worker++) workers.Add(new(database, "media_work", works, lease, clock, Tell));
        foreach (var worker in workers) worker.Start();
        _ = Sweep();
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => DisposeAsync().AsTask();

    public async ValueTask DisposeAsync()
    {
        foreach (var worker in workers) await worker.DisposeAsync();
        workers.Clear();
    }

    async Task Sweep()
    {
        try
        {
            await new MediaSweep(store, studio.Folder).Run(CancellationToken.None);
        }
        catch (Exception trouble) when (trouble is IOException or UnauthorizedAccessException or System.Data.Common.DbException)
        {
            IsNotSwept(trouble);
        }
    }

    void Tell(WorkTrouble trouble)
    {
        IsTriedAgain(trouble.Cause, trouble.Work);
        if (trouble.HasStopped) stopped.Add(trouble);
    }

    [LoggerMessage(LogLevel.Warning, "{Missing}")]
    partial void AreMissing(string missing);

    [LoggerMessage(LogLevel.Warning, "This machine lets nobody make a network namespace: ffmpeg is kept from the network by its own protocol whitelist alone.")]
    partial void HaveNetwork();

    [LoggerMessage(LogLevel.Warning, "{Work} had trouble.")]
    partial void IsTriedAgain(Exception cause, string work);

    [LoggerMessage(LogLevel.Warning, "The media folder could not be swept.")]
    partial void IsNotSwept(Exception cause);
}
