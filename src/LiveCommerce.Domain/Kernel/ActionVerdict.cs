namespace LiveCommerce.Kernel;

/// <summary>Whether an action is open to somebody now, and if not, the first reason: what a page makes clickable.</summary>
/// <param name="Action">The action's name, such as <c>cancel</c>.</param>
/// <param name="Allowed">Whether it would be recorded.</param>
/// <param name="Code">Why not.</param>
/// <param name="Rule">The rule behind it.</param>
/// <param name="Fix">The way out.</param>
public sealed record ActionVerdict(string Action, bool Allowed, string? Code = null, string? Rule = null, string? Fix = null)
{
    /// <summary>What a decision says about an action; one that is done already is not offered again.</summary>
    public static ActionVerdict Of(string action, Decision decision) =>
        decision.Outcome == Outcome.Recorded ? new(action, true)
        : decision.Refusals.Count > 0 ? Because(action, decision.Refusals[0])
        : new(action, false);

    /// <summary>An action that a refusal closes.</summary>
    public static ActionVerdict Because(string action, Refusal refusal) => new(action, false, refusal.Code, refusal.Rule, refusal.Fix);
}
