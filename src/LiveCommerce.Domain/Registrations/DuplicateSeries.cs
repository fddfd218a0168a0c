using LiveCommerce.Campaigns;
using LiveCommerce.Kernel;

namespace LiveCommerce.Registrations;

/// <summary>One session of a series: the original's information in another live period.</summary>
/// <param name="Registration">A new id.</param>
/// <param name="LivePeriod">When the LIVE shall run.</param>
public sealed record SeriesSession(RegistrationId Registration, TimeRange LivePeriod);

/// <summary>Duplicates a registration over a series of live periods: all of it or nothing (BEY-11).</summary>
/// <param name="Registration">The original.</param>
/// <param name="Sessions">1 to 100, in the order in which they take their slots.</param>
/// <param name="InvitationDigest">SHA-256 of the invitation's token, for a private campaign (CAMP-06).</param>
/// <param name="OpsName">The operator's name, where the platform duplicates on behalf.</param>
public sealed record DuplicateSeries(RegistrationId Registration, ValueList<SeriesSession> Sessions, string? InvitationDigest = null, PersonalText? OpsName = null) : IRegistrationCommand
{
    // no more than can be registered are looked at; a longer series is refused for its length beside
    internal IEnumerable<SeriesSession> Judged => Sessions.Take(RegistrationPolicy.Cap);

    internal SubmitRegistration Template(RegisteredSession original, Actor actor)
    {
        var prefilled = DuplicateAction.Prefill(original, actor, Registration);
        return prefilled with { InvitationDigest = InvitationDigest, OnBehalfOf = prefilled.OnBehalfOf is { } other ? other with { OpsName = OpsName } : null };
    }
}

public static partial class RegistrationDecider
{
    static Decision? HandleSeries(IReads reads, DuplicateSeries command, DecisionContext context)
    {
        if (reads.Of(Registration.At(command.Registration)) is not { } state) return null;
        if (state is not Registration.Submitted original) return Decision.NotVisible;
        var round = new ReadRound(reads);
        var begun = command.Judged.Select(session => round.Of(Registration.At(session.Registration))).ToArray();
        if (Gather(reads, command.Template(original.Session, context.Actor), context) is not { } gathered || !round.IsComplete) return null;
        var overlapping = Overlaps.Find(reads, gathered.Quota, gathered.Account, command.Judged.Select(session => session.LivePeriod));
        return overlapping is null ? null
            : Decide(state, command, gathered with { Overlapping = overlapping, Begun = begun.OfType<Registration.Submitted>().ToValueList() });
    }

    static Decision Duplicate(Registration.Submitted original, DuplicateSeries command, RegistrationContext told)
    {
        var context = told with { Original = original };
        var template = command.Template(original.Session, context.Actor);
        var applicant = Applicant.Of(template, context.Actor);
        var party = applicant?.CapParty(context.Account);
        if (context.Begun.Any(known => !known.Session.IsVisibleTo(context.Actor)) || !MayKnow(new Registration.NotSubmitted(), template, context)) return Decision.NotVisible;
        if (applicant is null || party is null) return Decision.Refuse(LivestreamCampaign.At(template.Campaign), [RegistrationRefusals.OnBehalfRequired.Of()]);

        var stream = CampaignQuota.At(template.Campaign, party);
        var quota = context.Quota ?? new(0);
        var submissions = command.Judged.Select(session => template with { Registration = session.Registration, Form = template.Form with { LivePeriod = session.LivePeriod } }).ToArray();
        var warnings = SeriesRules.Warnings(submissions, context).ToValueList();
        var refusals = SeriesRules.Broken(command, submissions, context, applicant, quota).ToValueList();
        if (refusals.Count > 0) return Decision.Refuse(stream, refusals) with { Details = Figures(quota), Warnings = warnings };

        var entry = template.Entry ?? applicant.Channel.UsualEntry();
        var submitted = submissions.Select((submission, index) => Submitted(submission, context, applicant, party, entry, quota.Used + index + 1));
        return Decision.Record(submitted.SelectMany(one => FactsOf(one, stream)).ToValueList())
            with { Details = Figures(new(quota.Used + submissions.Length)), Warnings = warnings };
    }
}
