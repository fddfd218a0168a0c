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
/// Makes the season's teasers beside the requests, from footage that ffmpeg generates. It goes through the public command path under keys of its own: cut short, it is completed at
/// the next start, and done once it changes nothing.
/// </summary>
sealed partial class SeasonStudio(Studio studio, PostgresDatabase database, IEventStore store, CommandPipeline pipeline, Func<Moment> clock, ILogger<SeasonStudio> logger) : BackgroundService
{
    static readonly SeasonMerchant shop = SeasonTeasers.Shop;
    static readonly TimeSpan look = TimeSpan.FromSeconds(2);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (studio.Tools is not { } tools || studio.Probe is not { } probe || studio.Renderer is null) return;
        try
        {
            var isToBegin = await Fold(LiveCommerce.Sellers.Merchant.At(shop.Id), stoppingToken) is LiveCommerce.Sellers.Merchant.Onboarded && await Fold(Teaser.At(SeasonTeasers.Deleted.Id), stoppingToken) is not Teaser.Deleted;
            if (isToBegin) await Begin(tools, probe, stoppingToken);
            await Post(stoppingToken);
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // the next start goes on
        }
        catch (Exception trouble) when (trouble is IOException or TimeoutException or System.Data.Common.DbException or InvalidOperationException)
        {
            IsNotMade(trouble);
        }
    }

    async Task Begin(MediaTools tools, VideoProbe probe, CancellationToken cancellation)
    {
        var plan = (await new PlanQueries(database).Of(shop.Id, PlanList.Active, clock(), limit: 5, cancellation: cancellation)).Items.FirstOrDefault(row => row.Schedule.Start > clock())?.Id;
        using (var films = new SeasonFilms(studio, tools))
        {
            var offline = await Put(await films.Offline(cancellation), null, probe, cancellation);
            var peaks = plan is null ? [] : await Peaks(cancellation);
            foreach (var (number, teaser) in SeasonTeasers.Highlights.Index())
                await Make(teaser, plan is { } announced && number < peaks.Count
                    ? new MakeHighlightTeaser(teaser.Id, await Put(await films.Live(teaser.FromMilliseconds, cancellation), new(peaks[number].Session, peaks[number].Peak), probe, cancellation), peaks[number].Peak, announced)
                    : new MakeUploadedTeaser(teaser.Id, offline, teaser.FromMilliseconds, plan));
            foreach (var (teaser, of) in new[] { (SeasonTeasers.Upload, plan), (SeasonTeasers.Edited, null), (SeasonTeasers.Deleted, null) })
                await Make(teaser, new MakeUploadedTeaser(teaser.Id, offline, teaser.FromMilliseconds, of));
        }
        await Ask(new DeleteTeaser(SeasonTeasers.Deleted.Id), "delete");
    }

    async Task Make(SeasonTeaser teaser, ICommand begin)
    {
        await Ask(begin, $"{teaser.Name}/make");
        await Ask(new DescribeTeaser(teaser.Id, teaser.Caption, new(TeaserAudience.Everyone, AllowsComments: true, AllowsReuse: false), 1), $"{teaser.Name}/describe");
    }

    // what is posted was prepared: in its own time, while requests are answered
    async Task Post(CancellationToken cancellation)
    {
        foreach (var teaser in new[] { SeasonTeasers.Highlights[0], SeasonTeasers.Edited })
        {
            while (await Fold(Teaser.At(teaser.Id), cancellation) is Teaser.Preparing) await Task.Delay(look, cancellation);
            if (await Fold(Teaser.At(teaser.Id), cancellation) is Teaser.Ready) await Ask(new PostTeaser(teaser.Id), $"{teaser.Name}/post");
        }
        if (await Fold(Teaser.At(SeasonTeasers.Highlights[0].Id), cancellation) is Teaser.Posted { Post.Figures: null }) await Ask(new RecordTeaserFigures(SeasonTeasers.Highlights[0].Id, SeasonTeasers.FiguresUntil(clock())), "figures");
        if (await Fold(Teaser.At(SeasonTeasers.Edited.Id), cancellation) is Teaser.Posted { Post.EditedAt: null }) await Ask(new EditTeaserCaptionAndCover(SeasonTeasers.Edited.Id, SeasonTeasers.Edited.Text("edited", "From thread to shawl, in forty seconds"), 3), "edit");
    }

    // of one LIVE: the last that has so many highlights, or else the one that has most
    async Task<ValueList<HighlightCandidate>> Peaks(CancellationToken cancellation)
    {
        var (sessions, best) = (new SessionQueries(database), (ValueList<HighlightCandidate>)[]);
        foreach (var session in (await sessions.List(Party.Of(shop.Id), null, 20, cancellation)).Items)
            if (best.Count < SeasonTeasers.Highlights.Count && await sessions.Find(session.Id, cancellation) is { } figures && HighlightCandidates.Of(figures) is var found && found.Count > best.Count) best = found;
        return best;
    }

    async Task<FootageId> Put(string film, RecordedStretch? of, VideoProbe probe, CancellationToken cancellation)
    {
        await using var bytes = File.OpenRead(film);
        using var received = await FootageUpload.Receive(bytes, studio.Folder, cancellation) ?? throw new InvalidOperationException("The generated footage is too large.");
        var command = PutFootage.For(shop.Id, received.Facts(await probe.Of(received.File, cancellation) ?? throw new InvalidOperationException("The generated footage cannot be read.")), of);
        await received.Put(command, async () => { await Ask(command, $"footage/{command.Footage}"); return true; }, store);
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

    [LoggerMessage(LogLevel.Warning, "The sample season's teasers were not made.")]
    partial void IsNotMade(Exception trouble);
}
