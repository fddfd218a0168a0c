using LiveCommerce.Kernel;
using LiveCommerce.LiveSessions;
using LiveCommerce.Postgres.LiveSessions;
using LiveCommerce.Postgres.Sellers;
using NodaTime;

namespace LiveCommerce.Host.Import;

/// <summary>What a document comes to: ordinary commands in their order, or the reasons why not.</summary>
/// <param name="Trials">Commands that can be tried before any is sent.</param>
/// <param name="Rest">Commands that need those, and cannot be refused where those are not.</param>
/// <param name="Sessions">The sessions that it is of.</param>
/// <param name="Refusals">Why it is not imported.</param>
/// <param name="Warnings">What is said beside it.</param>
sealed record DocumentCommands(
    IReadOnlyList<ILiveSessionCommand> Trials, IReadOnlyList<ILiveSessionCommand> Rest, IReadOnlyList<ImportedSession> Sessions, IReadOnlyList<Refusal> Refusals, IReadOnlyList<Refusal> Warnings)
{
    const int BatchOf = 60;

    static readonly Duration Tolerance = Duration.FromMinutes(5);

    /// <summary>The id of a LIVE that nobody told of before: the shop's, so that no other shop's document means it.</summary>
    internal static LiveSessionId IdOf(MerchantId shop, string liveId) => new(DerivedId.Of(shop.Value, $"tiktok-live/{liveId}"));

    /// <summary>Each listed LIVE is started and ended. One that the shop ran through us is known by account and time, and is only ended.</summary>
    internal static async Task<DocumentCommands> Of(
        LiveDocument.Sessions document, MerchantId shop, Moment now, AccountQueries accounts, SessionQueries sessions, CancellationToken cancellation)
    {
        var own = (await accounts.Of(shop, cancellation)).Where(account => account.Handle is not null).ToLookup(account => Plain(account.Handle ?? ""));
        var (trials, rest, found, refusals) = (new List<ILiveSessionCommand>(), new List<ILiveSessionCommand>(), new List<ImportedSession>(), new List<Refusal>());
        foreach (var live in document.Lives)
        {
            if (live.End <= live.Start) refusals.Add(LiveSessionRefusals.EndBeforeStart.Of($"{live.Path}.end_time"));
            if (live.Start > now) refusals.Add(LiveSessionRefusals.StartInFuture.Of($"{live.Path}.start_time"));
            if (live.End > now) refusals.Add(LiveSessionRefusals.EndInFuture.Of($"{live.Path}.end_time"));
            if (own[Plain(live.Username)].FirstOrDefault() is not { } account)
            {
                refusals.Add(ImportRefusals.AccountUnknown.Of($"{live.Path}.username"));
                continue;
            }
            if (refusals.Count > 0) continue;
            var known = (await sessions.OnAir(Party.Of(shop), account.Id, new(live.Start, live.End ?? now), cancellation)).ToArray();
            var session = known.FirstOrDefault(one => one.Id == IdOf(shop, live.LiveId)) ?? known.FirstOrDefault();
            var id = session?.Id ?? IdOf(shop, live.LiveId);
            found.Add(new(id, live.LiveId));
            if (session is null) trials.Add(new StartLiveSession(id, account.Id, null, live.Start));
            if (live.End is { } end && session?.EndedAt is null) rest.Add(new EndLiveSession(id, session is { } running && running.Begin.StartedAt > end ? running.Begin.StartedAt : end));
        }
        return new(trials, rest, found, refusals, []);
    }

    /// <summary>The minutes, counted from the document's own start, in batches of an hour.</summary>
    internal static DocumentCommands Of(LiveDocument.Minutes document, LiveSessionRecord session)
    {
        var refusals = new List<Refusal>();
        var off = document.Start - session.Begin.StartedAt;
        if (off > Tolerance || off < -Tolerance) refusals.Add(ImportRefusals.OtherSession.Of("overall.start_time", ("session_started_at", session.Begin.StartedAt.ToString())));
        refusals.AddRange(document.Intervals.Where(interval => (interval.Start - document.Start).TotalMinutes % 1 != 0).Select(interval => ImportRefusals.MinuteMisaligned.Of($"{interval.Path}.start_time")));
        if (refusals.Count > 0) return new([], [], [new(session.Id, null)], refusals, []);
        var minutes = document.Intervals.Select(interval => interval.Figures with { Minute = (int)Math.Clamp((interval.Start - document.Start).TotalMinutes, int.MinValue, int.MaxValue) }).ToArray();
        var (more, less) = WholeAndParts.Of(document, minutes);
        // a document without a minute is a batch without one, which the domain refuses
        var batches = minutes.Length == 0 ? [[]] : minutes.Chunk(BatchOf).ToArray();
        return new(
            [.. batches.Select(batch => new RecordMinuteFigures(session.Id, FigureSource.ShopAnalytics, batch.Select(WithoutNothing).ToValueList()))], [], [new(session.Id, null)], more, less);
    }

    /// <summary>What each product came to.</summary>
    internal static DocumentCommands Of(LiveDocument.Products document, LiveSessionRecord session) =>
        new([new TellProductTotals(session.Id, FigureSource.ShopAnalytics, document.Totals)], [], [new(session.Id, null)], [], []);

    /// <summary>Where the document says what a batch of it is refused for.</summary>
    internal static string? FieldOf(string? field, int batch) =>
        field?.Split("minutes[") is ["", var rest] && rest.IndexOf(']', StringComparison.Ordinal) is var end and > 0 && int.TryParse(rest[..end], out var index)
            ? $"intervals[{Numeral.Of(index + (batch * BatchOf))}]{rest[end..][1..]}"
            : field;

    // nothing was paid in any currency
    static MinuteFigures WithoutNothing(MinuteFigures figures) => figures.Gmv is [{ Gmv: { IsValid: true } gmv }] && gmv.Amount.All(letter => letter is '0' or '.') ? figures with { Gmv = [] } : figures;

    static string Plain(string handle) => handle.TrimStart('@').ToUpperInvariant();
}
