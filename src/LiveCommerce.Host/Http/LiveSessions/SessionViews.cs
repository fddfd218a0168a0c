using System.Text.Json.Serialization;
using LiveCommerce.Host.Http.Answers;
using LiveCommerce.Kernel;
using LiveCommerce.LiveSessions;
using LiveCommerce.Performance;
using LiveCommerce.Sellers;

namespace LiveCommerce.Host.Http.LiveSessions;

/// <summary>Whether a session runs.</summary>
enum SessionStatus
{
    /// <summary>It is on air.</summary>
    OnAir,

    /// <summary>It is over.</summary>
    Ended,
}

/// <summary>A LIVE session as it is at this moment, with what the caller may do now.</summary>
/// <param name="Id">The session.</param>
/// <param name="Version">For <c>If-Match</c>.</param>
/// <param name="Status">On air, or ended.</param>
/// <param name="Account">The account it runs on.</param>
/// <param name="AccountType">What kind of account that was when it started.</param>
/// <param name="Party">Whose session it is.</param>
/// <param name="Creator">The account's creator.</param>
/// <param name="Plan">The plan it keeps.</param>
/// <param name="ScheduledStart">When its plan said that it would start.</param>
/// <param name="StartedAt">When it started.</param>
/// <param name="LateByMinutes">How late that was, without any penalty (PLAN-16); null where it was in time or had no plan.</param>
/// <param name="EndedAt">The first moment after it.</param>
/// <param name="CountsInRecap">Whether it counts in the shop's recap: it ran on an official account (RECAP-03, RECAP-05).</param>
/// <param name="FigureHistories">Under which id the history of each source's figures stands, once it told any.</param>
/// <param name="Actions">What the caller may do now.</param>
sealed record SessionView(
    LiveSessionId Id, long Version, SessionStatus Status, AccountId Account, AccountType AccountType, Party Party, CreatorId? Creator,
    LivePlanId? Plan, Moment? ScheduledStart, Moment StartedAt, decimal? LateByMinutes, Moment? EndedAt, bool CountsInRecap, IReadOnlyDictionary<string, LiveFiguresId> FigureHistories,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] IReadOnlyDictionary<string, ActionAnswer>? Actions)
{
    internal static SessionView Of(LiveSessionRecord row, DecisionContext? asked = null) => new(
        row.Id, row.Version, row.EndedAt is null ? SessionStatus.OnAir : SessionStatus.Ended, row.Begin.Account, row.Begin.AccountType, row.Begin.Party, row.Begin.Creator,
        row.Begin.Plan?.Plan, row.Begin.Plan?.ScheduledStart, row.Begin.StartedAt, row.State.LateBy is { } late ? Math.Round((decimal)late.TotalMinutes, 1) : null, row.EndedAt,
        row.Begin.Party is { Kind: PartyKind.Merchant } shop && LivePerformanceRecap.Counts(row.Begin, new(shop.Id)),
        Enum.GetValues<FigureSource>().ToDictionary(source => source.ToString(), source => LiveFigures.IdOf(row.Id, source)),
        asked is null ? null : ActionAnswer.Of(LiveSessionActions.Of(row.State, asked)));
}

/// <summary>The core figures of a session (AN-01, AN-02).</summary>
/// <param name="Session">The session.</param>
/// <param name="AsOf">As it was known then; null for now.</param>
/// <param name="MinutesKnown">How many minutes they rest on.</param>
/// <param name="Metrics">The figures.</param>
sealed record SessionMetricsView(LiveSessionId Session, Moment? AsOf, int MinutesKnown, SessionMetrics Metrics)
{
    internal static SessionMetricsView Of(SessionFigures session, Moment? asOf) => new(session.Session.Begin.Session, asOf, session.Minutes.Count, SessionMetrics.Of(session));
}

/// <summary>The minutes of a session that count, by currency and without products.</summary>
/// <param name="Session">The session.</param>
/// <param name="Items">At most 100, in their order.</param>
/// <param name="Next">The cursor of the next page; null on the last.</param>
/// <param name="DataAsOf">When the last figure was told.</param>
/// <param name="Freshness">Whether more can come.</param>
sealed record SessionMinutesView(LiveSessionId Session, IReadOnlyList<SessionMinute> Items, string? Next, Moment? DataAsOf, Freshness Freshness);

/// <summary>One minute with its products, and all that was ever told of it (BEY-27).</summary>
/// <param name="Session">The session.</param>
/// <param name="Minute">Which minute.</param>
/// <param name="AsOf">As it was known then; null for now.</param>
/// <param name="Shown">What counted; null where nothing was told by then.</param>
/// <param name="History">Everything told by then, in the order of its telling.</param>
sealed record MinuteHistoryView(LiveSessionId Session, int Minute, Moment? AsOf, SessionMinute? Shown, IReadOnlyList<ToldFigures> History);

/// <summary>The products of a session.</summary>
/// <param name="Session">The session.</param>
/// <param name="FromMinutes">What the minutes that count say of each product, by its id; null is what belongs to none.</param>
/// <param name="Told">What each source told of the whole session: a breakdown that no recap counts.</param>
sealed record SessionProductsView(LiveSessionId Session, IReadOnlyList<ProductGmv> FromMinutes, IReadOnlyList<ToldProducts> Told);

/// <summary>What a source told of the products of a whole session.</summary>
/// <param name="Source">Who told.</param>
/// <param name="Products">The products.</param>
sealed record ToldProducts(FigureSource Source, IReadOnlyList<ProductTotals> Products);
