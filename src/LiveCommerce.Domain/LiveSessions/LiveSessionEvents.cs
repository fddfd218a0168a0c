using LiveCommerce.Kernel;
using LiveCommerce.Sellers;

namespace LiveCommerce.LiveSessions;

/// <summary>The plan that a session keeps, as it was when the session started.</summary>
/// <param name="Plan">Which one.</param>
/// <param name="ScheduledStart">When it said that the session would start.</param>
public sealed record SessionPlan(LivePlanId Plan, Moment ScheduledStart);

/// <summary>A session went on air. A late start is known by its two instants and has no other consequence (PLAN-16).</summary>
/// <param name="Session">Which one.</param>
/// <param name="Account">The account it runs on.</param>
/// <param name="AccountType">What kind of account that was then: only an official one counts in the recap.</param>
/// <param name="Party">Whose session it is: the merchant's that the account was tied to, else the creator's.</param>
/// <param name="Creator">The account's creator, where it has one.</param>
/// <param name="Plan">The plan it keeps; none is needed (PLAN-17).</param>
/// <param name="StartedAt">When it started.</param>
public sealed record LiveSessionStarted(
    LiveSessionId Session, AccountId Account, AccountType AccountType, Party Party, CreatorId? Creator, SessionPlan? Plan, Moment StartedAt) : IEvent;

/// <summary>A session ended.</summary>
/// <param name="EndedAt">The first moment after it.</param>
public sealed record LiveSessionEnded(Moment EndedAt) : IEvent;

/// <summary>A source told minutes of a session that it had not told before.</summary>
/// <param name="Session">The session.</param>
/// <param name="Source">Who told.</param>
/// <param name="Minutes">Their figures, by minute.</param>
public sealed record LiveMetricsRecorded(LiveSessionId Session, FigureSource Source, ValueList<MinuteFigures> Minutes) : IEvent;

/// <summary>A source told other figures of minutes that it had told before. What it told then stays in the history (BEY-27).</summary>
/// <param name="Session">The session.</param>
/// <param name="Source">Who told.</param>
/// <param name="Minutes">The figures that hold from now on, by minute.</param>
public sealed record LiveMetricsRestated(LiveSessionId Session, FigureSource Source, ValueList<MinuteFigures> Minutes) : IEvent;

/// <summary>A source told what each product came to over the whole session, all of them anew.</summary>
/// <param name="Session">The session.</param>
/// <param name="Source">Who told.</param>
/// <param name="Products">The products.</param>
public sealed record LiveProductsTold(LiveSessionId Session, FigureSource Source, ValueList<ProductTotals> Products) : IEvent;
