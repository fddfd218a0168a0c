using LiveCommerce.Host.Http.Answers;
using LiveCommerce.Host.Http.Documents;
using LiveCommerce.Host.Http.Problems;
using LiveCommerce.Host.Http.Reading;
using LiveCommerce.Host.Http.Requests;
using LiveCommerce.Host.Http.SignIn;
using LiveCommerce.Kernel;
using LiveCommerce.Registrations;

namespace LiveCommerce.Host.Http.Campaigns;

/// <summary>One condition of registering for a campaign.</summary>
/// <param name="Statement">What must be so.</param>
/// <param name="IsMet">Whether it is.</param>
/// <param name="Code">The code of the refusal that a registration would meet.</param>
/// <param name="Rule">The rule behind it.</param>
/// <param name="Message">What is wrong; null where it is met.</param>
/// <param name="Fix">The way out; null where it is met.</param>
/// <param name="Field">The field of the request that it is about, where there is one.</param>
/// <param name="Details">Figures that explain it.</param>
sealed record ConditionView(string Statement, bool IsMet, string Code, string Rule, string? Message, string? Fix, string? Field, IReadOnlyDictionary<string, string>? Details)
{
    internal static ConditionView Of(EligibilityCondition condition) => new(
        condition.Statement, condition.IsMet, condition.Code, condition.Rule, condition.Refusal?.Message, condition.Refusal?.Fix, condition.Refusal?.Field,
        condition.Refusal?.Details.ToDictionary(detail => detail.Name, detail => detail.Value));
}

/// <summary>Whether you can register for a campaign now, and every reason (BEY-16, CAMP-10).</summary>
/// <param name="Campaign">The campaign.</param>
/// <param name="IsEligible">Whether a form that fits would be accepted.</param>
/// <param name="At">At which instant.</param>
/// <param name="Slots">The slots that it would use.</param>
/// <param name="Conditions">Every condition, those that are met among them.</param>
sealed record EligibilityView(CampaignId Campaign, bool IsEligible, Moment At, SlotsLeft? Slots, IReadOnlyList<ConditionView> Conditions);

/// <summary>Why one can or cannot register for a campaign.</summary>
static class EligibilityRoute
{
    internal static void MapEligibility(this IEndpointRouteBuilder campaigns) =>
        campaigns.MapGet("/{campaign}/eligibility", Explain).For(ActorRole.Merchant, ActorRole.Creator).Reads<EligibilityView>(
            "explainEligibility", "Whether you can register for a campaign now, with every condition at once; name an account to ask about that one (BEY-16)");

    static async Task<IResult> Explain(PathId<CampaignId> campaign, Caller caller, States states, TimeProvider clock, CancellationToken cancellation, string? account = null)
    {
        AccountId? named = account is null ? null : TypeId.TryParse<AccountId>(account, out var id) ? id : throw new RequestRefusedException(DoorProblems.Malformed, nameof(account));
        await states.See(campaign.Value, caller, cancellation);
        var now = clock.Now();
        var found = await states.Ask(reads => RegisterAction.Explain(reads, campaign.Value, new(now, caller.Actor), caller.InvitationDigest, named), cancellation);
        var slots = found.Party is { } party ? new SlotsLeft(party, RegistrationPolicy.Cap, found.Used, found.Remaining) : null;
        return new RecordResult<EligibilityView>(new(campaign.Value, found.IsEligible, now, slots, [.. found.Conditions.Select(ConditionView.Of)]));
    }
}
