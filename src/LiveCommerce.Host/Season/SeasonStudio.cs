using System.Security.Cryptography;
using LiveCommerce.Host.Media;
using LiveCommerce.Kernel;
using LiveCommerce.LivePlans;
using LiveCommerce.Postgres;
using LiveCommerce.Postgres.LivePlans;
using LiveCommerce.Postgres.LiveSessions;
using LiveCommerce.Store;
using LiveCommerce.Teasers;

namespace LiveCommerce.Host.Season;

/// <summary>
/// Makes the season's three teasers beside the requests, from footage that ffmpeg generates: a highlight that is posted and edited, an upload that is ready, and one that is deleted.
/// It goes through the public command path under keys of its own: cut short, it is completed at the next start, and done once it changes nothing.
/// </summary>
sealed partial class SeasonStudio(Studio studio, PostgresDatabase database, IEventStore store, CommandPipeline pipeline, Func<Moment> clock, ILogger<SeasonStudio> logger) : BackgroundService
{
    static readonly SeasonMerchant shop = SeasonParties.BatikLaras;
    static readonly TeaserId highlight = new(SeasonIds.Of("teasers/highlight")), upload = new(SeasonIds.Of("teasers/upload")), deleted = new(SeasonIds.Of("teasers/deleted"));
    static readonly TimeSpan look = TimeSpan.FromSeconds(2);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (studio.Tools is not { } tools || studio.Renderer is null) return;
        try
        {
            if (await Fold(LiveCommerce.Sellers.Merchant.At(shop.Id), stoppingToken) is LiveCommerce.Sellers.Merchant.Onboarded && await Fold(Teaser.At(deleted), stoppingToken) is Teaser.NotStarted) await Begin(tools, stoppingToken);
            await Post(stoppingToken);
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // the next start goes on
        }
        catch (Exception trouble) when (trouble is IOException or System.Data.Common.DbException or InvalidOperationException)
        {
            IsNotMade(trouble);
        }
    }

    async Task Begin(MediaTools tools, CancellationToken cancellation)
    {
        var plan = (await new PlanQueries(database).Of(shop.Id, PlanList.Active, clock(), limit: 5, cancellation: cancellation)).Items.FirstOrDefault(row => row.Schedule.Start > clock())?.Id;
        var offline = await Footage(tools, null, cancellation);
        await Ask(new MakeUploadedTeaser(upload, offline, 0, plan), "make-upload");
        await Ask(new DescribeTeaser(upload, Caption("upload", "Three ways to wear a shawl"), new(TeaserAudience.Everyone, true, true), 1), "describe-upload");
        if (plan is { } announced && await Best(cancellation) is { } best) await Ask(new MakeHighlightTeaser(highlight, await Footage(tools, new(best.Session, best.Peak), cancellation), best.Peak, announced), "make-highlight");
        else await Ask(new MakeUploadedTeaser(highlight, offline, 5_000, plan), "make-highlight");
        await Ask(new DescribeTeaser(highlight, Caption("highlight", "The shawl everybody asked for, LIVE again soon"), new(TeaserAudience.Everyone, true, false), 0), "describe-highlight");
        await Ask(new MakeUploadedTeaser(deleted, offline, 10_000, null), "make-deleted");
        await Ask(new DeleteTeaser(deleted), "delete");
    }

    // what is posted was prepared: in its own time, while requests are answered
    async Task Post(CancellationToken cancellation)
    {
        while (await Fold(Teaser.At(highlight), cancellation) is Teaser.Preparing) await Task.Delay(look, cancellation);
        if (await Fold(Teaser.At(highlight), cancellation) is not Teaser.Ready) return;
        await Ask(new PostTeaser(highlight), "post");
        await Ask(new EditTeaserCaptionAndCover(highlight, Caption("edited", "The shawl everybody asked for is back"), 3), "edit");
    }

    async Task<HighlightCandidate?> Best(CancellationToken cancellation)
    {
        var sessions = new SessionQueries(database);
        foreach (var session in (await sessions.List(Party.Of(shop.Id), null, 20, cancellation)).Items)
            if (await sessions.Find(session.Id, cancellation) is { } figures && HighlightCandidates.Of(figures) is [var best, ..]) return best;
        return null;
    }

    async Task<FootageId> Footage(MediaTools tools, RecordedStretch? of, CancellationToken cancellation)
    {
        var file = Path.Combine(studio.Folder.Workbench(highlight), "season.mp4");
        var size = $"s={Half(studio.Options.Width)}x{Half(studio.Options.Height)}:r=30:d=50";
        var picture = of is null ? $"gradients={size}:speed=0.02:seed=7" : $"testsrc2={size}";
        var run = await ToolRun.Start(
        [
            .. tools.Confinement, tools.Ffmpeg, "-nostdin", "-v", "error", "-y", "-f", "lavfi", "-i", picture, "-f", "lavfi", "-i", "sine=f=220:d=50", "-c:v", "libx264", "-preset", "ultrafast", "-pix_fmt", "yuv420p", "-c:a", "aac", "-t", "50", file,
        ], Path.GetDirectoryName(file) ?? "", TimeSpan.FromMinutes(5), cancellation);
        if (!run.IsGood) throw new InvalidOperationException($"No footage could be generated: {run.Complaint}");
        await using var film = File.OpenRead(file);
        using var received = await FootageUpload.Receive(film, studio.Folder, cancellation) ?? throw new InvalidOperationException("The generated footage is too large.");
        var command = PutFootage.For(shop.Id, received.Facts(await new VideoProbe(tools).Of(received.File, cancellation) ?? throw new InvalidOperationException("The generated footage cannot be read.")), of);
        await received.Put(command, async () => { await Ask(command, $"footage/{command.Footage}"); return true; }, store);
        studio.Folder.ClearWorkbench(highlight);
        return command.Footage;
    }

    async Task Ask(ICommand command, string key)
    {
        var answer = await pipeline.Send(new(command, shop.Actor, $"season/teasers/{key}") { Channel = nameof(LiveCommerce.Registrations.RegistrationChannel.SellerCenter), RequestDigest = Digest.Of(key) });
        if (answer.Receipt is not { } receipt || receipt.Outcome == Outcome.Refused)
            throw new InvalidOperationException($"The season's teasers stopped at '{key}': {answer.Status} {string.Join(' ', answer.Receipt?.Refusals.Select(refusal => refusal.Code) ?? [])}");
    }

    async Task<TState> Fold<TState>(StreamRef<TState> stream, CancellationToken cancellation) where TState : class =>
        ((StreamKind<TState>)stream.Kind).Fold((await store.Load([stream.Id], cancellation))[stream.Id].Select(fact => fact.Body));

    static string Half(int side) => Numeral.Of(side / 4 * 2);

    static PersonalText Caption(string name, string words) => PersonalText.Seal(shop.Id.Value, SeasonIds.Of($"teasers/captions/{name}"), RandomNumberGenerator.GetBytes(16), words);

    [LoggerMessage(LogLevel.Warning, "The sample season's teasers were not made.")]
    partial void IsNotMade(Exception trouble);
}
