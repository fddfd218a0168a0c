using System.Diagnostics;
using System.Text.RegularExpressions;
using LiveCommerce.Kernel;
using LiveCommerce.Store;
using NodaTime;

namespace LiveCommerce.Audit;

/// <summary>Says a fact in plain words, for people who do not read code: who did what, to whom, and why.</summary>
public static partial class AuditSentence
{
    static readonly Duration Late = Duration.FromSeconds(1);

    static readonly Sentences Rooms = Sentences.None
        .And(SellerSentences.Table)
        .And(CampaignSentences.Table)
        .And(RegistrationSentences.Table)
        .And(ImageSentences.Table)
        .And(PlanSentences.Table)
        .And(CatalogueSentences.Table)
        .And(SessionSentences.Table)
        .And(TeaserSentences.Table)
        .And(LiveEventSentences.Table)
        .And(CalendarSentences.Table)
        .And(RefusalSentences.Table);

    /// <summary>A fact with who, when, why and by which rule: what a reviewer reads in a history.</summary>
    /// <param name="recorded">The fact.</param>
    /// <param name="zone">The shop's zone; its times come first, with UTC beside them (C53).</param>
    /// <param name="own">What facts of your own aggregates say; see <see cref="Of(RecordedEvent, ZoneId, Func{IEvent, string})"/>.</param>
    public static string Told(RecordedEvent recorded, ZoneId? zone = null, Func<IEvent, string?>? own = null)
    {
        var envelope = recorded.Envelope;
        var late = recorded.RecordedAt - envelope.EffectiveAt >= Late ? $" Recorded {SpokenTime.Of(recorded.RecordedAt, zone)}." : "";
        return $"{SpokenTime.Of(envelope.EffectiveAt, zone)}: {Of(recorded, zone, own)}{late} Rule {envelope.Rule}, policy {envelope.Policy}.";
    }

    /// <summary>One sentence for a fact of the log: who did what, and why. Text that was erased is said to be erased, and one that was altered to be altered.</summary>
    /// <param name="recorded">The fact.</param>
    /// <param name="zone">The zone of the times that the fact speaks of; UTC alone when left out.</param>
    /// <param name="own">What facts of your own aggregates say, such as <c>dropped a penny</c>; where it gives null the fact's name is said.</param>
    public static string Of(RecordedEvent recorded, ZoneId? zone = null, Func<IEvent, string?>? own = null)
    {
        var what = IsOurs(recorded.Body) ? What(recorded.Body, zone) : own?.Invoke(recorded.Body) ?? $"recorded: {NameOf(recorded.Type)}";
        // the reason of a rejection or a removal stands in the fact itself
        var reason = recorded.Envelope.Reason;
        var why = reason is { Value: { } words } && !what.Contains(words, StringComparison.Ordinal) ? $", because \"{words}\""
            : reason is { IsAltered: true } && !what.Contains(Words.Altered, StringComparison.Ordinal) ? $", because {Words.Altered}"
            : "";
        return $"{Who(recorded.Envelope)} {what}{why}.";
    }

    /// <summary>Who it was: role and opaque id, and for whom they acted.</summary>
    public static string Who(Envelope envelope) =>
        $"{Who(envelope.Role, envelope.UserId)}{(envelope.OnBehalfOf is { } party ? $", on behalf of {party}," : "")}";

    internal static string Who(ActorRole role, string user) => role switch
    {
        ActorRole.Merchant => $"Merchant {user}",
        ActorRole.Creator => $"Creator {user}",
        ActorRole.OpsReviewer => $"Reviewer {user}",
        ActorRole.OpsAdmin => $"Administrator {user}",
        ActorRole.Auditor => $"Auditor {user}",
        ActorRole.System => $"The host ({user})",
        ActorRole.Buyer => $"Buyer {user}",
        _ => throw new UnreachableException(),
    };

    static bool IsOurs(IEvent fact) => fact.GetType().Assembly == typeof(AuditSentence).Assembly;

    /// <summary>A wire name as words: <c>coin_dropped_v2</c> is <c>coin dropped</c>.</summary>
    static string NameOf(string alias) => Version().Replace(alias, "").Replace('_', ' ');

    [GeneratedRegex("_v[0-9]+$")]
    private static partial Regex Version();

    internal static string What(IEvent fact, ZoneId? zone = null) => Rooms.Of(fact, zone);
}
