using LiveCommerce.Campaigns;
using LiveCommerce.Host.Season;
using LiveCommerce.Kernel;
using LiveCommerce.Registrations;
using LiveCommerce.Sellers;
using LiveCommerce.Store;

namespace LiveCommerce.Tests.Season;

public sealed class SeasonTests
{
    static readonly Moment Today = Moment.FromUnixMicroseconds(1_795_291_200_000_000);

    InMemoryEventStore store = new(LiveCommerceEvents.Catalog, () => Today);

    [Fact]
    [Rule("RREC-08")]
    [Rule("RREC-10")]
    public async Task It_shows_every_status_in_both_channels_and_every_reason_of_expiry()
    {
        await Load(Today);

        var records = store.Rows(RegistrationRecord.View);
        records.Select(record => record.Status).Distinct().ShouldBe(Enum.GetValues<RegistrationStatus>(), ignoreOrder: true);
        records.Select(record => record.ExpiryReason).OfType<ExpiryReason>().Distinct().ShouldBe(Enum.GetValues<ExpiryReason>(), ignoreOrder: true);
        records.Select(record => record.Channel).Distinct().ShouldBe(Enum.GetValues<RegistrationChannel>(), ignoreOrder: true);
    }

    [Fact]
    [Rule("REG-03")]
    public async Task It_has_campaigns_of_every_kind_and_one_party_at_exactly_100()
    {
        await Load(Today);

        var campaigns = store.Rows(CampaignRecord.View);
        campaigns.Where(campaign => campaign.IsPublished).Select(campaign => campaign.PhaseAt(Today)).Distinct().ShouldBe(Enum.GetValues<CampaignPhase>(), ignoreOrder: true);
        (campaigns.Count, campaigns.Count(campaign => !campaign.IsPublished), campaigns.Count(campaign => campaign.EndedEarlyAt is not null)).ShouldBe((10, 1, 1));
        campaigns.Count(campaign => campaign.Terms.Visibility == CampaignVisibility.Private).ShouldBe(2);
        campaigns.Max(campaign => campaign.Terms.Levels.Count).ShouldBe(9);
        var facts = (await All(store)).Select(recorded => recorded.Body).ToList();
        (facts.OfType<MerchantOnboarded>().Count(), facts.OfType<MerchantOnboarded>().Select(shop => shop.Zone).Distinct().Count()).ShouldBe((40, 14));
        facts.OfType<TikTokAccountAdded>().Where(account => account.Creator is not null).Select(account => account.Creator).Distinct().Count().ShouldBe(20);
        facts.OfType<SlotTaken>().Max(taken => taken.Slot).ShouldBe(100);
        foreach (var code in new[] { "registration.cap-reached", "account.not-bound", "account.blocked-by-violation", "registration.period.too-short" })
            facts.OfType<CommandRefused>().SelectMany(refused => refused.Refusals).ShouldContain(refusal => refusal.Code == code);
    }

    [Fact]
    public async Task It_shows_what_the_platform_does_with_a_registration()
    {
        await Load(Today);

        var records = store.Rows(RegistrationRecord.View);
        records.ShouldContain(record => record.AssessedLevel != null && !record.WillingnessLevels.Contains(record.AssessedLevel));
        records.ShouldContain(record => record.PlatformPeriod != null && record.OpsUser == null);
        records.ShouldContain(record => record.OpsUser != null && record.OpsNameReference != null);
        records.ShouldContain(record => record.DuplicatedFrom != null);
        records.ShouldContain(record => record.WhiteBackgroundImage != null);
        records.Select(record => record.AccountType).Distinct().ShouldBe(Enum.GetValues<AccountType>(), ignoreOrder: true);
        // a shop's official account in LIVE Manager (RREC-02)
        records.ShouldContain(record => record.AccountType == AccountType.Official && record.Channel == RegistrationChannel.LiveManager);
        var facts = (await All(store)).Select(recorded => recorded.Body).ToList();
        facts.ShouldContain(fact => fact is LivePeriodModifiedByPlatform && ((LivePeriodModifiedByPlatform)fact).OverrideReason != null);
        facts.OfType<ProductsGroupedByPlatform>().Count().ShouldBeGreaterThan(1);
    }

    [Fact]
    public async Task The_same_size_seed_and_day_give_the_same_bytes_and_nothing_else_does()
    {
        var scale = new SeasonScale(60, 5);
        var (digest, again) = (await DigestOf(scale, Today), await DigestOf(scale, Today));
        digest.ShouldBe(again);
        digest.Facts.ShouldBeGreaterThan(1_000);
        foreach (var (other, day) in new[] { (scale with { Seed = 6 }, Today), (scale with { Merchants = 61 }, Today), (scale, Today + NodaTime.Duration.FromDays(1)) })
            (await DigestOf(other, day)).Sha256.ShouldNotBe(digest.Sha256);
    }

    [Theory]
    [InlineData(7, 0)]
    [InlineData(8, 1)]
    [InlineData(11, 2)]
    [InlineData(300, 3)]
    [InlineData(301, long.MaxValue)]
    public async Task Whatever_is_drawn_ends_as_the_script_says(int merchants, long seed)
    {
        var digest = await DigestOf(new(merchants, seed), Today);
        var shops = (await All(store)).Select(recorded => recorded.Body).OfType<MerchantOnboarded>().Select(shop => shop.ShopName.Value).ToList();
        (shops.Count, shops.Distinct().Count()).ShouldBe((merchants, merchants));
        digest.Facts.ShouldBeGreaterThan(merchants * 3);
    }

    [Fact]
    public async Task A_log_holds_one_season()
    {
        await Load(Today);
        var before = await Log();

        (await Should.ThrowAsync<SeasonFailedException>(() => new SeasonLoader(LiveCommerceModel.Default, store, scale: new(40, 2)).Load(Today, TestContext.Current.CancellationToken)))
            .Message.ShouldBe("The log holds sample-season/40/1, and sample-season/40/2 wants a log of its own.");

        (await Log()).ShouldBe(before);
    }

    [Fact]
    public async Task Loading_it_again_changes_nothing_even_on_another_day()
    {
        (await Load(Today)).ShouldBeGreaterThan(0);
        var before = await Log();

        (await Load(Today + NodaTime.Duration.FromDays(40))).ShouldBe(0);

        (await Log()).ShouldBe(before);
    }

    [Fact]
    public async Task A_loading_that_was_cut_short_is_completed_around_the_day_of_the_first()
    {
        using var cut = new CancellationTokenSource();
        var loader = new SeasonLoader(LiveCommerceModel.Default, new CutShort(store, most: 25, cut));
        await Should.ThrowAsync<OperationCanceledException>(() => loader.Load(Today, cut.Token));
        (await Log()).Count.ShouldBeGreaterThan(0);

        await Load(Today + NodaTime.Duration.FromDays(3));

        var whole = new InMemoryEventStore(LiveCommerceEvents.Catalog, () => Today);
        await new SeasonLoader(LiveCommerceModel.Default, whole).Load(Today, TestContext.Current.CancellationToken);
        (await Log()).ShouldBe(await Log(whole));
    }

    [Fact]
    public async Task What_was_decided_lies_in_the_past_and_in_order()
    {
        await Load(Today);

        var decided = (await All(store)).Select(recorded => recorded.Envelope.DecidedAt).ToList();

        decided.ShouldBeInOrder();
        decided[^1].ShouldBeLessThan(Today);
    }

    Task<int> Load(Moment now) => new SeasonLoader(LiveCommerceModel.Default, store).Load(now, TestContext.Current.CancellationToken);

    async Task<SeasonDigest> DigestOf(SeasonScale scale, Moment day)
    {
        store = new(LiveCommerceEvents.Catalog, () => Today);
        await new SeasonLoader(LiveCommerceModel.Default, store, scale: scale).Load(day, TestContext.Current.CancellationToken);
        return await SeasonDigest.Of(store, scale, TestContext.Current.CancellationToken);
    }

    static Task<IReadOnlyList<RecordedEvent>> All(InMemoryEventStore store) => store.ReadAll(new(0, int.MaxValue), TestContext.Current.CancellationToken);

    Task<List<(Guid, long, string, string, Moment)>> Log() => Log(store);

    // what happened at one instant to different things may be recorded either way round
    static async Task<List<(Guid, long, string, string, Moment)>> Log(InMemoryEventStore store) =>
        [.. (await All(store)).OrderBy(recorded => recorded.Stream).ThenBy(recorded => recorded.Version)
            .Select(recorded => (recorded.Id, recorded.Version, recorded.CanonicalBody, recorded.Envelope.Digest!, recorded.Envelope.EffectiveAt))];
}
