using LiveCommerce.Campaigns;
using LiveCommerce.Images;
using LiveCommerce.Kernel;
using LiveCommerce.Sellers;

namespace LiveCommerce.Registrations;

/// <summary>Registers a LIVE session for a campaign (REG-01..11). The channel follows from who asks; operators name it.</summary>
/// <param name="Registration">A new id.</param>
/// <param name="Campaign">The campaign.</param>
/// <param name="Form">What is filled in.</param>
/// <param name="Account">The account that goes LIVE; a merchant's official account when none is named.</param>
/// <param name="Entry">Where the form was filled in; the channel's usual one when none is named (C18).</param>
/// <param name="InvitationDigest">SHA-256 of the invitation's token, for a private campaign (CAMP-06).</param>
/// <param name="DuplicatedFrom">The registration it is made from (RREC-13).</param>
/// <param name="OnBehalfOf">For whom an operator registers.</param>
public sealed record SubmitRegistration(
    RegistrationId Registration,
    CampaignId Campaign,
    RegistrationForm Form,
    AccountId? Account = null,
    RegistrationEntry? Entry = null,
    string? InvitationDigest = null,
    RegistrationId? DuplicatedFrom = null,
    OnBehalfOf? OnBehalfOf = null) : IRegistrationCommand
{
    bool ICommand.BeginsTarget => true;
}

public static partial class RegistrationDecider
{
    static Decision? HandleSubmission(IReads reads, SubmitRegistration command, DecisionContext context)
    {
        if (Gather(reads, command, context) is not { } gathered || reads.Of(Registration.At(command.Registration)) is not { } state) return null;
        var overlapping = Overlaps.Find(reads, gathered.Quota, gathered.Account, [command.Form.LivePeriod]);
        return overlapping is null ? null : Submit(state, command, gathered with { Overlapping = overlapping });
    }

    // all that the rules of a submission look at; null when something must be loaded first. A probe records nothing and clashes with nothing: it only counts the slots
    internal static RegistrationContext? Gather(IReads reads, SubmitRegistration command, DecisionContext context, bool isProbe = false)
    {
        var round = new ReadRound(reads);
        var applicant = Applicant.Of(command, context.Actor);
        round.Of(Registration.At(command.Registration));
        var campaign = round.Of(LivestreamCampaign.At(command.Campaign));
        var original = round.Of(command.DuplicatedFrom is { } from ? Registration.At(from) : null);
        var merchant = round.Of(applicant is { Channel: RegistrationChannel.SellerCenter, Merchant: { } id } ? Merchant.At(id) : null);
        var account = round.Of(applicant?.AccountWith(merchant) is { } named ? TikTokAccount.At(named) : null);
        // a merchant's cap is the merchant's own, whatever the account; a creator's may be that of the shop the account is tied to
        var capKnown = round.IsComplete || applicant?.Party.Kind == PartyKind.Merchant;
        var quota = capKnown && applicant is not null ? Slots(round, command.Campaign, applicant.CapParty(account), isProbe) : null;
        var image = round.Of(ImageOf(applicant, command.Form.WhiteBackgroundImage));
        var logo = round.Of(ImageOf(applicant, command.Form.BrandLogo));
        return campaign is null || !round.IsComplete ? null : new(context.Now, context.Actor, campaign)
        {
            Merchant = merchant, Account = account, Quota = quota, Original = original, WhiteBackgroundImage = image, BrandLogo = logo,
        };
    }

    static CampaignQuota? Slots(ReadRound round, CampaignId campaign, Party party, bool isProbe) =>
        !isProbe ? round.Of(CampaignQuota.At(campaign, party))
        : round.Of(SlotsTaken.At(campaign, party)) is { } taken ? new(taken.Used)
        : null;

    // among the images of the party that registers, or that an operator represents
    static StreamRef<PartyImage>? ImageOf(Applicant? applicant, string? contentHash) =>
        applicant is not null && contentHash is not null ? PartyImage.At(applicant.Party, contentHash) : null;

    internal static Decision Submit(Registration state, SubmitRegistration command, RegistrationContext context)
    {
        var applicant = Applicant.Of(command, context.Actor);
        var party = applicant?.CapParty(context.Account);
        if (!MayKnow(state, command, context)) return Decision.NotVisible;
        if (applicant is null || party is null)
            return Decision.Refuse(LivestreamCampaign.At(command.Campaign), [RegistrationRefusals.OnBehalfRequired.Of("onBehalfOf")]);

        var stream = CampaignQuota.At(command.Campaign, party);
        var quota = context.Quota ?? new(0);
        var entry = command.Entry ?? applicant.Channel.UsualEntry();
        var refusals = RulesOfSubmission(state is Registration.Submitted, command, context, applicant, quota).ToValueList();
        var warnings = Overlaps.Warnings(command.Form.LivePeriod, context, "livePeriod").ToValueList();
        if (refusals.Count > 0) return Decision.Refuse(stream, refusals) with { Details = Figures(quota), Warnings = warnings };

        var submitted = Submitted(command, context, applicant, party, entry, quota.Used + 1);
        return Decision.Record(FactsOf(submitted, stream).Concat(ImageRules.FirstUses(submitted.Registration, context)).ToValueList())
            with { Details = [.. Figures(new(submitted.SlotNumber)), new("slot", Numeral.Of(submitted.SlotNumber))], Warnings = warnings };
    }
}
