using LiveCommerce.Campaigns;
using LiveCommerce.Kernel;
using LiveCommerce.Registrations;
using LiveCommerce.Sellers;
using LiveCommerce.Store;

namespace LiveCommerce.Audit;

/// <summary>Why a thing has its status, in plain words (BEY-04): each line names one part of the answer.</summary>
/// <param name="Status">The status, and since when.</param>
/// <param name="Decided">The deciding fact: which one, who did what.</param>
/// <param name="When">When it took effect and when the log took it.</param>
/// <param name="Why">The reason that was given, or what it follows from.</param>
/// <param name="RuleId">The rule's id.</param>
/// <param name="Policy">The policy that judged, with its version.</param>
/// <param name="Rule">The rule in words, with the policy.</param>
/// <param name="Otherwise">What would have had to be different, or what can still change it.</param>
public sealed record Explanation(string Status, string Decided, string When, string Why, string RuleId, string Policy, string Rule, string Otherwise)
{
    /// <summary>All of it, a line each.</summary>
    public ValueList<string> Lines => [Status, Decided, When, Why, Rule, Otherwise];

    /// <summary>Explains how a thing stood.</summary>
    public static Explanation Of(Standing it)
    {
        var envelope = it.Deciding.Envelope;
        var (rule, policy) = it.IsDue ? (EndRule, RegistrationPolicy.Version) : (envelope.Rule, envelope.Policy);
        return new(
            $"{it.Id} is {StatusWords.Of(it)} since {SpokenTime.Of(it.Since, it.Zone)}.",
            $"{(it.IsDue ? "The campaign's end brought it about; that end was set by" : "Decided by")} {it.Deciding.Type}, fact {it.Deciding.Version} of {NameOf(it)} (position {it.Deciding.Position} of the log): {AuditSentence.Of(it.Deciding, it.Zone)}",
            $"{(it.IsDue ? "That fact" : "It")} took effect {SpokenTime.Of(envelope.EffectiveAt, it.Zone)} and was recorded {SpokenTime.Of(it.Deciding.RecordedAt, it.Zone)}.",
            WhyOf(it),
            rule, policy,
            $"Rule {rule} of policy {policy}: {RuleBook.Statement(rule) ?? "no list of rules has it."}",
            StatusWords.Otherwise(it));
    }

    const string EndRule = "RREC-18";

    static string NameOf(Standing it) =>
        it.Deciding.Stream == it.Stream ? it.Id : Audited.All.First(thing => thing.Kind.Alias == it.Deciding.StreamType).IdOf(it.Deciding.Stream);

    static string WhyOf(Standing it) =>
        it.IsDue ? "Why: the campaign was over, and what is open in it expires with it. No fact that counted said so yet."
        : ReasonOf(it.Deciding) is { } reason ? $"Why, in their words: {(reason.Value is { } words ? $"\"{words}\"" : "(text erased)")}."
        : it.Deciding.Body is RegistrationExpiredAtCampaignEnd ? "Why: the campaign was over, and what is open in it expires with it."
        : "Why: no reason was given, and none is asked for.";

    static PersonalText? ReasonOf(RecordedEvent deciding) =>
        deciding.Body is RegistrationRejected rejected ? rejected.Reason
        : deciding.Body is RegistrationRemovedByPlatform removed ? removed.Reason
        : deciding.Body is CampaignEnded ended ? ended.Reason
        : deciding.Body is ViolationRecorded violated ? violated.Reason
        : deciding.Envelope.Reason;
}
