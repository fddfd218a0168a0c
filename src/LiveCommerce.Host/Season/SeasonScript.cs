using LiveCommerce.Campaigns;
using LiveCommerce.Kernel;
using LiveCommerce.Sellers;

namespace LiveCommerce.Host.Season;

/// <summary>
/// The sample season, step by step in the order of its simulated clock: parties come, campaigns are published, sessions are registered and reviewed.
/// A step's name stands for ever.
/// </summary>
static class SeasonScript
{
    public static IReadOnlyList<SeasonStep> Around(SeasonDay day, SeasonScale scale)
    {
        var crowd = new SeasonCrowd(day, scale);
        return [
            .. Parties(day)
                .Concat(crowd.Arrivals())
                .Concat(Campaigns(day))
                .Concat(SeasonFairSteps.Of(day, crowd.Insiders))
                .Concat(SeasonRegistrations.WarmUpWeek(day))
                .Concat(SeasonRegistrations.FridayNights(day))
                .Concat(SeasonFullParty.Steps(day))
                .Concat(new SeasonParticipation(day, scale, crowd).Steps())
                .Concat(SeasonPlans.Of(day, scale, crowd))
                .Concat(SeasonCatalogue.Of(day, scale, crowd))
                .Concat(SeasonSessions.Of(day))
                .Concat(SeasonSubscribers.Of(day))
                .OrderBy(step => step.At)];
    }

    /// <summary>The step that begins every season.</summary>
    public static SeasonStep First(SeasonDay day) => Parties(day).First();

    static IEnumerable<SeasonStep> Parties(SeasonDay day)
    {
        foreach (var merchant in SeasonParties.Merchants)
        {
            yield return ByAdmin($"onboard {merchant.Shop}", day.At(-45, 8), new OnboardMerchant(
                merchant.Id, SeasonText.Of(merchant.Id.Value, "shop", merchant.Shop), Zone(merchant.Zone)));
            yield return ByAdmin($"add {merchant.OfficialHandle}", day.At(-45, 9), Account(merchant.OfficialAccount, AccountType.Official, merchant.OfficialHandle, merchant.Id.Value));
            foreach (var step in Trouble(merchant, day)) yield return step;
            yield return ByAdmin($"link {merchant.OfficialHandle}", day.At(-44, 9), new LinkOfficialAccount(merchant.Id, merchant.OfficialAccount));
        }
        foreach (var creator in SeasonParties.Creators)
            yield return ByAdmin($"add {creator.Handle}", day.At(-43, 9), Account(creator.Account, AccountType.Affiliate, creator.Handle, creator.Id.Value) with
            {
                Creator = creator.Id,
                Merchant = creator.Shop?.Id,
            });
    }

    /// <summary>One shop cannot link its account before an old violation is resolved (LS-08).</summary>
    static IEnumerable<SeasonStep> Trouble(SeasonMerchant merchant, SeasonDay day)
    {
        if (merchant != SeasonParties.SiamGadgets) yield break;
        var violation = new ViolationId(SeasonIds.Of("violations/siam-late-shipping"));
        yield return ByAdmin("violation of Siam", day.At(-45, 10), new RecordViolation(merchant.Id, violation, SeasonText.Of(merchant.Id.Value, "violation", "Late shipping on 40 orders")));
        yield return ByAdmin("link of Siam is refused", day.At(-45, 11), new LinkOfficialAccount(merchant.Id, merchant.OfficialAccount), Outcome.Refused);
        yield return ByAdmin("violation of Siam is resolved", day.At(-44, 8), new ResolveViolation(merchant.Id, violation));
    }

    static IEnumerable<SeasonStep> Campaigns(SeasonDay day)
    {
        var warmUp = SeasonCampaigns.WarmUpWeek;
        yield return ByAdmin("draft warm-up week", day.At(-40, 8), new DraftCampaign(warmUp, SeasonCampaigns.WarmUpWeekTerms(day)));
        yield return ByAdmin("publish warm-up week", day.At(-40, 9), new PublishCampaign(warmUp));

        var fridays = SeasonCampaigns.FridayNights;
        var terms = SeasonCampaigns.FridayNightsTerms(day);
        yield return ByAdmin("draft friday nights", day.At(-40, 10), new DraftCampaign(fridays, terms with { Name = "Friday LIVE" }));
        yield return ByAdmin("name friday nights", day.At(-39, 10), new ChangeCampaign(fridays, terms));
        yield return ByAdmin("publish friday nights", day.At(-39, 11), new PublishCampaign(fridays));

        var beauty = SeasonCampaigns.BeautyInsiders;
        yield return ByAdmin("draft beauty insiders", day.At(-38, 8), new DraftCampaign(beauty, SeasonCampaigns.BeautyInsidersTerms(day)));
        yield return ByAdmin("publish beauty insiders", day.At(-38, 9), new PublishCampaign(beauty));
        yield return ByAdmin("invite Kilau Beauty", day.At(-38, 10), new IssueInvitation(
            beauty, SeasonCampaigns.KilauInvitation, Digest.Of(SeasonCampaigns.KilauInvitationToken), [SeasonParties.KilauBeauty.Id]));
    }

    public static AddTikTokAccount Account(AccountId id, AccountType type, string handle, Guid owner) => new(
        id, type, SeasonText.Of(owner, $"handle {handle}", $"@{handle}"), SeasonText.Of(owner, $"uid {handle}", Digest.Of(handle)[..12]),
        ProfileUrl: null, Creator: null, Merchant: null);

    static SeasonStep ByAdmin(string name, Moment at, ICommand command, Outcome outcome = Outcome.Recorded) => new(name, at, SeasonParties.Admin, command, outcome);

    public static ZoneId Zone(string id) => ZoneId.TryParse(id) ?? throw new SeasonFailedException($"'{id}' is no time zone.");
}
