using System.Net;
using LiveCommerce.Host.Http.Reading;
using LiveCommerce.Host.Media;
using LiveCommerce.Kernel;
using LiveCommerce.Postgres;
using LiveCommerce.Postgres.DueWork;
using LiveCommerce.Store;
using LiveCommerce.Tests.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace LiveCommerce.Tests.Media;

/// <summary>Footage and teasers, made through the API alone; videos are prepared when a test says so.</summary>
sealed class TeaserWorld(TestHost host)
{
    internal World World { get; } = new(host);

    T Service<T>() where T : notnull => host.App.Services.GetRequiredService<T>();

    /// <summary>Does all media work that is due, as a host's worker does.</summary>
    internal Task<int> Prepare()
    {
        var (store, studio, pipeline) = (Service<IEventStore>(), Service<Studio>(), Service<CommandPipeline>());
        var worker = new DueWorker(Service<PostgresDatabase>(), "media_work", new Dictionary<string, IDueWork>
        {
            [MediaWork.FootageTerm] = new FootageTermWork(store, pipeline.Send, studio.Folder),
            [MediaWork.TeaserVideo] = new TeaserVideoWork(store, pipeline.Send, studio.Renderer.ShouldNotBeNull(), studio.Folder, NullLogger.Instance),
        }, TimeSpan.FromSeconds(15), () => host.Clock.Now());
        return worker.RunDue(TestContext.Current.CancellationToken);
    }

    /// <summary>Records what a host does of a teaser that it cannot prepare.</summary>
    internal async Task Fail(string teaser)
    {
        TypeId.TryParse<LiveCommerce.Teasers.TeaserId>(teaser, out var id).ShouldBeTrue();
        var failed = new LiveCommerce.Teasers.RecordTeaserFailed(id, 1, LiveCommerce.Teasers.TeaserFailure.NotDecodable);
        (await Service<CommandPipeline>().Send(new(failed, new Actor("media", ActorRole.System), $"fail/{teaser}"))).Receipt.ShouldNotBeNull().Recorded.ShouldBeTrue();
    }

    internal static async Task<byte[]> Film(int seconds = 4, string size = "160x90")
    {
        var file = Path.GetTempFileName();
        await Media.Film.Shoot(file, seconds, size);
        var bytes = await File.ReadAllBytesAsync(file, TestContext.Current.CancellationToken);
        File.Delete(file);
        return bytes;
    }

    internal static async Task<string> Footage(Seller seller, int seconds = 4) => (await seller.Caller.PutFootage(await Film(seconds))).ShouldBe(HttpStatusCode.Created).Id;

    internal static async Task<string> Teaser(Seller seller, string? plan = null, string? footage = null) =>
        (await seller.Caller.Post("/v1/teasers/from-upload", new { footage = footage ?? await Footage(seller), plan })).ShouldBe(HttpStatusCode.Created).Id;

    internal static object Description(string caption = "Tomorrow at eight") => new { caption, preferences = new { audience = "Everyone", allowsComments = true, allowsReuse = false }, cover = 2 };

    /// <summary>A teaser that is posted.</summary>
    internal async Task<string> Posted(Seller seller, string? plan = null, string? footage = null)
    {
        var teaser = await Teaser(seller, plan, footage);
        await Prepare();
        (await seller.Caller.Write(HttpMethod.Put, $"/v1/teasers/{teaser}/description", Description())).ShouldBe(HttpStatusCode.OK);
        (await seller.Caller.Post($"/v1/teasers/{teaser}/post")).ShouldBe(HttpStatusCode.OK);
        return teaser;
    }

    /// <summary>What lies in the media folder under a teaser's name.</summary>
    internal static IReadOnlyList<string> FilesOf(TestHost host, string teaser)
    {
        TypeId.TryParse<LiveCommerce.Teasers.TeaserId>(teaser, out var id).ShouldBeTrue();
        return [.. host.Media.Where(file => file.Contains($"{id.Value:N}", StringComparison.Ordinal))];
    }

    internal static async Task<string> Status(Seller seller, string teaser) => (await seller.Caller.Get($"/v1/teasers/{teaser}"))["line"].GetProperty("status").GetString() ?? "";
}
