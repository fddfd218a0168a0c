using System.Reflection;

namespace LiveCommerce.Store;

/// <summary>Decides one command on the pending states and makes its commit: the one way from a decision to what is written.</summary>
sealed class Preparation(DomainModel model, StreamCache cache, string market)
{
    static readonly string Code = typeof(Preparation).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "unknown";

    /// <summary>The decided command, or null when <paramref name="missing"/> must be loaded first.</summary>
    internal Prepared? Prepare(Submission submission, Moment now, List<StreamRef> missing)
    {
        var envelope = submission.Envelope;
        var (route, name) = model.RouteOf(envelope.Command);
        var reads = new ReadSet(cache, submission);
        var target = envelope.IfMatch is null ? null : reads.Entry(envelope.Command.Target);
        var decision = route.Handle(reads, envelope.Command, new(now, envelope.Actor));
        var log = decision?.JudgedBy is { } judge && !envelope.DryRun ? RefusalLog.Open(reads, judge.Id, now) : null;
        if (decision is null && reads.Missing.Count == 0) throw new InvalidOperationException($"The decider of {name} neither decided nor asked for a state.");
        if (decision is null || reads.Missing.Count > 0)
        {
            missing.AddRange(reads.Missing);
            return null;
        }
        // what the caller may not see has no version to be wrong about either
        if (decision.Outcome == Outcome.NotVisible) return ReadOnly(submission, reads, CommandStatus.NotVisible);
        if (target is not null && target.Version != envelope.IfMatch) return ReadOnly(submission, reads, CommandStatus.Stale);
        if (log is { State.IsFull: true }) return Suppress(submission, reads, log, now);
        var facts = log is null ? decision.Facts
            : decision.Facts.Add(new(log.Stream, new CommandRefused(name, envelope.Command.Target.Id, decision.Refusals)));
        return Write(submission, reads, decision, new(name, route.Policy, now), facts);
    }

    static Prepared ReadOnly(Submission submission, ReadSet reads, CommandStatus status) =>
        new(submission, new() { CommandId = submission.CommandId, Reads = [.. reads.Versions], ChecksReceipt = !submission.Envelope.DryRun }, new(status));

    static Prepared Suppress(Submission submission, ReadSet reads, OpenRefusalLog log, Moment now)
    {
        var readOnly = ReadOnly(submission, reads, CommandStatus.Throttled);
        return readOnly with { Commit = readOnly.Commit with { Suppressed = log.Suppress() }, Result = readOnly.Result with { RetryAfter = log.DayEnd - now } };
    }

    Prepared Write(Submission submission, ReadSet reads, Decision decision, Judgement judgement, ValueList<NewFact> facts)
    {
        var envelope = submission.Envelope;
        var pending = new Dictionary<Guid, StreamEntry>();
        var personal = new PersonalWrites();
        if ((envelope.DryRun ? [] : Record(submission, reads, judgement, facts, pending, personal)) is not { } events) return ReadOnly(submission, reads, CommandStatus.Rejected);
        var met = new List<PersonalText>();
        var body = EventCodec.Write(envelope.Command, met);
        personal.Add(envelope.Command.Target.Id, met);
        var versions = reads.Versions.ToArray();
        var receipt = new Receipt
        {
            CommandId = submission.CommandId,
            Owner = envelope.Owner,
            IdempotencyKey = envelope.IdempotencyKey,
            Command = judgement.Command,
            CommandBody = body,
            Outcome = decision.Outcome,
            Facts = events.Select(FactRecorded.Of).ToValueList(),
            Refusals = decision.Refusals,
            Warnings = decision.Warnings,
            Details = decision.Details,
            Reads = versions.ToValueList(),
            Policy = judgement.Policy,
            Code = Code,
            Actor = envelope.Actor,
            DecidedAt = judgement.Now,
        };
        var commit = new Commit
        {
            CommandId = submission.CommandId,
            Reads = versions,
            Events = events,
            Rows = [.. RowsOf(pending)],
            Personal = envelope.DryRun ? [] : personal.ToList(),
            Receipt = envelope.DryRun ? null : receipt,
            RequestDigest = envelope.RequestDigest ?? Digest.Of(body),
            ChecksReceipt = !envelope.DryRun,
        };
        foreach (var (stream, entry) in pending) cache.Put(stream, entry);
        return new(submission, commit, new(CommandStatus.Answered, receipt));
    }

    /// <summary>The facts in their places; null where one would come into a stream of another kind, whose id was taken for this.</summary>
    List<EventWrite>? Record(
        Submission submission, ReadSet reads, Judgement judgement, ValueList<NewFact> facts, Dictionary<Guid, StreamEntry> pending, PersonalWrites personal)
    {
        var written = new List<EventWrite>(facts.Count);
        foreach (var (stream, body, due) in facts)
        {
            var entry = pending.GetValueOrDefault(stream.Id) ?? reads.Entry(stream)
                ?? throw new InvalidOperationException($"{judgement.Command} writes a stream that it did not read.");
            if (!entry.Is(stream.Kind)) return null;
            var effective = Moment.Max(due ?? judgement.Now, entry.EffectiveAt ?? default);
            // a fact that came due by itself did not come about for the reason of whoever met it
            var reason = due is null ? submission.Envelope.Reason : null;
            var met = reason is null ? new List<PersonalText>() : [reason];
            var write = Seal(submission, judgement with { Reason = reason }, new(stream.Id, entry.Version + 1, effective, body), stream, entry.Digest, written.Count, met);
            personal.Add(stream.Id, met);
            pending[stream.Id] = entry.With(write.ToFact(), write.Envelope.Digest);
            written.Add(write);
        }
        return written;
    }

    EventWrite Seal(Submission submission, Judgement judgement, Fact fact, StreamRef stream, string? previous, int ordinal, List<PersonalText> met)
    {
        var asked = submission.Envelope;
        var type = model.Catalog.Of(fact.Body);
        var body = EventCodec.Write(fact.Body, met);
        var id = DerivedId.Of(submission.CommandId, $"event/{ordinal}");
        var envelope = new Envelope
        {
            UserId = asked.Actor.UserId,
            CorrelationId = asked.CorrelationId ?? submission.CommandId.ToString(),
            CausationId = asked.CausationId,
            Role = asked.Actor.Role,
            Channel = asked.Channel,
            OnBehalfOf = asked.OnBehalfOf,
            Reason = judgement.Reason,
            CommandId = submission.CommandId,
            Policy = judgement.Policy,
            Code = Code,
            Market = market,
            Rule = type.Rule,
            DecidedAt = judgement.Now,
            EffectiveAt = fact.EffectiveAt,
            PreviousDigest = previous,
        };
        envelope = envelope with { Digest = envelope.DigestOf(id, fact.Stream, fact.Version, type.Alias, body) };
        return new(id, stream, fact.Version, type, body, envelope.ToHeaders(), envelope, fact.Body);
    }

    static IEnumerable<RowWrite> RowsOf(Dictionary<Guid, StreamEntry> pending)
    {
        foreach (var (stream, entry) in pending)
            if (entry is { Row: { } row, Kind.View: { } view }) yield return new(view, stream, entry.Version, row);
    }

    sealed record Judgement(string Command, string Policy, Moment Now, PersonalText? Reason = null);
}
