using LiveCommerce.Kernel;

namespace LiveCommerce.Registrations;

/// <summary>What a series of duplicates must fulfil: each session all that a submission must, and no two the same slot (BEY-11).</summary>
static class SeriesRules
{
    internal static IEnumerable<Refusal> Broken(DuplicateSeries command, SubmitRegistration[] submissions, RegistrationContext context, Applicant applicant, CampaignQuota quota)
    {
        IEnumerable<Refusal> length = command.Sessions.Count is 0 or > RegistrationPolicy.Cap ? [RegistrationRefusals.SeriesLength.Of(Periods, ("given", Numeral.Of(command.Sessions.Count)))] : [];
        var begun = context.Begun.Select(known => known.Session.Submission.Registration).ToHashSet();
        // what all of them break alike is said once
        return length.Concat(submissions.SelectMany((submission, index) =>
            RegistrationDecider.RulesOfSubmission(!begun.Add(submission.Registration), submission, context, applicant, quota, index)
                .Select(refusal => refusal with { Field = FieldOf(refusal, index) }))).Distinct();
    }

    internal static IEnumerable<Refusal> Warnings(SubmitRegistration[] submissions, RegistrationContext context)
    {
        var periods = submissions.Select(submission => submission.Form.LivePeriod).ToArray();
        return periods.SelectMany((period, index) => Overlaps.Warnings(period, context, Period(index)).Concat(WithEarlier(periods, index)));
    }

    static IEnumerable<Refusal> WithEarlier(TimeRange[] periods, int index) => Enumerable.Range(0, index).Where(earlier => periods[earlier].Overlaps(periods[index])).Take(1)
        .Select(earlier => RegistrationRefusals.PeriodOverlaps.Of(Period(index), ("with", Period(earlier))));

    // the original's information is not in the request: only its periods have a field there
    static string? FieldOf(Refusal refusal, int index) =>
        refusal.Code == RegistrationRefusals.CapReached.Code || refusal.Field is "livePeriod" or "registration" ? Period(index) : null;

    const string Periods = "livePeriods";

    static string Period(int index) => $"{Periods}[{Numeral.Of(index)}]";
}
