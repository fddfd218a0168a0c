using LiveCommerce.Campaigns;
using LiveCommerce.Kernel;
using LiveCommerce.Postgres;
using LiveCommerce.Postgres.Campaigns;
using LiveCommerce.Postgres.Followers;
using LiveCommerce.Postgres.Registrations;
using LiveCommerce.Registrations;
using NodaTime;

namespace LiveCommerce.Tests;

/// <summary>Lists show what was recorded, and what has come about since by the clock alone.</summary>
public sealed class RegistrationQueryTests(TestCluster cluster) : SeasonTest(cluster)
{
    [Fact, Rule("RREC-08")]
    public async Task A_record_shows_all_of_it_with_its_personal_texts()
    {
        var id = await season.Submit("Two hosts.");
        await season.Do(new AssessLevel(id, "S"));
        await season.Do(new RejectRegistration(id, season.Text("No products.")));
        var recorded = (await store.ReadStream(id.Value, new(), Cancellation)).Aggregate(default(RegistrationRecord), (row, fact) => RegistrationRecord.Fold(row, fact.ToFact()));
        var shown = (await new RegistrationQueries(database).Find(id, season.Now, Cancellation)).ShouldNotBeNull();
        shown.Record.ShouldBe(recorded);
        (shown.Status, shown.ExpiryReason, shown.CampaignEnd, shown.Notes, shown.Reason, shown.OpsName).ShouldBe((RegistrationStatus.Rejected, null, season.PeriodEnd, "Two hosts.", "No products.", null));
        (await new RegistrationQueries(database).Find(new(Guid.CreateVersion7()), season.Now, Cancellation)).ShouldBeNull();
    }

    [Fact, Rule("BEY-11")]
    public async Task Each_session_of_a_series_has_the_notes_of_its_original()
    {
        var original = await season.Submit("Two hosts.");
        var start = season.Now + Duration.FromDays(5);
        var sessions = Enumerable.Range(0, 2).Select(day => new SeriesSession(
            new(Guid.CreateVersion7()), new(start + Duration.FromDays(day), start + Duration.FromDays(day) + Duration.FromHours(2)))).ToValueList();
        await season.Do(new DuplicateSeries(original, sessions), new("seller", ActorRole.Merchant, season.Party));
        foreach (var session in sessions)
        {
            var submitted = (await store.ReadStream(session.Registration.Value, new(), Cancellation)).ShouldHaveSingleItem().Body.ShouldBeOfType<RegistrationSubmitted>();
            (submitted.Form.Notes?.Value, submitted.DuplicatedFrom).ShouldBe(("Two hosts.", original));
            (await new RegistrationQueries(database).Find(session.Registration, season.Now, Cancellation)).ShouldNotBeNull().Notes.ShouldBe("Two hosts.");
        }
    }

    [Fact]
    public async Task Rows_with_and_without_a_decision_are_written_in_one_batch()
    {
        var open = new List<RegistrationId>();
        for (var i = 0; i < 12; i++) open.Add(await season.Submit());

        // the first goes alone; what follows waits for it and is written together, those without a moment first
        var assessed = open.Take(6).Select(id => season.Do(new AssessLevel(id, "S"))).ToList();
        var approved = open.Skip(6).Select(id => season.Do(new ApproveRegistration(id))).ToList();
        await Task.WhenAll(assessed.Concat(approved)).WaitAsync(Cancellation);

        var shown = await new RegistrationQueries(database).InCampaign(season.Campaign, null, season.Now, cancellation: Cancellation);
        (shown.Items.Count(one => one.Status == RegistrationStatus.UnderReview), shown.Items.Count(one => one.Status == RegistrationStatus.Approved)).ShouldBe((6, 6));
    }

    [Fact]
    public async Task Pages_follow_one_another_without_a_gap_or_a_repetition()
    {
        var submitted = new List<RegistrationId>();
        for (var i = 0; i < 25; i++)
        {
            if (i % 3 == 0) season.Now += Duration.FromSeconds(1); // several of one instant: the id decides
            submitted.Add(await season.Submit());
            if (i % 4 == 0) await season.Do(new ApproveRegistration(submitted[i]));
        }
        var queries = new RegistrationQueries(database);
        var all = await Pages(after => queries.InCampaign(season.Campaign, null, season.Now, after, 4, Cancellation));
        all.Select(shown => shown.Record.Id).ShouldBe(submitted, ignoreOrder: true);
        all.Select(shown => shown.Record.RegisteredAt).ShouldBe(all.Select(shown => shown.Record.RegisteredAt).OrderDescending());
        (await Pages(after => queries.Of(season.Party, null, null, season.Now, after, 7, Cancellation))).ShouldBe(all);
        (await Pages(after => queries.Of(season.Party, season.Campaign, null, season.Now, after, 7, Cancellation))).ShouldBe(all);
        (await Pages(after => queries.InCampaign(season.Campaign, new(RegistrationStatus.Approved), season.Now, after, 2, Cancellation))).Count.ShouldBe(7);
        (await queries.Of(new(PartyKind.Creator, season.Party.Id), null, null, season.Now, cancellation: Cancellation)).Items.ShouldBeEmpty();
    }

    [Fact, Rule("RREC-18")]
    public async Task From_the_campaign_s_end_open_ones_are_shown_Expired_before_anybody_recorded_it()
    {
        var (open, rejected) = (await season.Submit(), await season.Submit());
        await season.Do(new RejectRegistration(rejected, season.Text("No.")));
        var queries = new RegistrationQueries(database);
        var before = season.PeriodEnd + Duration.FromMilliseconds(-1);
        (await queries.InCampaign(season.Campaign, new(RegistrationStatus.UnderReview), before, cancellation: Cancellation)).Items.ShouldHaveSingleItem().Record.Id.ShouldBe(open);
        var expired = (await queries.InCampaign(season.Campaign, new(RegistrationStatus.Expired), season.PeriodEnd, cancellation: Cancellation)).Items.ShouldHaveSingleItem();
        (expired.Record.Id, expired.Record.Status, expired.Status, expired.ExpiryReason).ShouldBe((open, RegistrationStatus.UnderReview, RegistrationStatus.Expired, ExpiryReason.CampaignEnded));
        (await queries.InCampaign(season.Campaign, new(RegistrationStatus.UnderReview), season.PeriodEnd, cancellation: Cancellation)).Items.ShouldBeEmpty();
        (await queries.InCampaign(season.Campaign, new(RegistrationStatus.Rejected), season.PeriodEnd, cancellation: Cancellation)).Items.ShouldHaveSingleItem().Record.Id.ShouldBe(rejected);
    }

    [Fact, Rule("BEY-02")]
    public async Task The_slot_ledger_names_who_took_each_slot()
    {
        var submitted = new[] { await season.Submit(), await season.Submit(), await season.Submit() };
        var slots = new SlotQueries(database);
        (await slots.Of(season.Campaign, season.Party, Cancellation)).Select(slot => (slot.Slot, slot.Registration)).ShouldBe([(1, submitted[0]), (2, submitted[1]), (3, submitted[2])]);
        (await slots.UsedBy(season.Campaign, season.Party, Cancellation)).ShouldBe(3);
        (await slots.UsedBy(new(Guid.CreateVersion7()), season.Party, Cancellation)).ShouldBe(0);
    }

    [Fact, Rule("CAMP-06")]
    public async Task Drafts_and_private_campaigns_are_listed_for_the_platform_alone()
    {
        var (draft, secret) = (new CampaignId(Guid.CreateVersion7()), new CampaignId(Guid.CreateVersion7()));
        await season.Draft(draft, "Draft", CampaignVisibility.Public);
        await season.Draft(secret, "Secret", CampaignVisibility.Private);
        await season.Do(new PublishCampaign(secret));
        var queries = new CampaignQueries(database);
        (await queries.List(new(false), cancellation: Cancellation)).Items.ShouldHaveSingleItem().Id.ShouldBe(season.Campaign);
        (await Pages(after => queries.List(new(true), after, 1, Cancellation))).Select(campaign => campaign.Id).ShouldBe([season.Campaign, draft, secret], ignoreOrder: true);
        var found = (await queries.Find(season.Campaign, Cancellation)).ShouldNotBeNull();
        var history = await store.ReadStream(season.Campaign.Value, new(), Cancellation);
        found.ShouldBe(history.Aggregate(default(CampaignRecord), (row, fact) => CampaignRecord.Fold(row, fact.ToFact())));
    }

    [Fact]
    public async Task Statistics_count_each_registration_where_it_stands_now()
    {
        var (first, second, third) = (await season.Submit(), await season.Submit(), await season.Submit());
        var statistics = new CampaignStatistics();
        await Following.CatchUp(database, store, statistics, Cancellation);
        await season.Do(new AssessLevel(first, "S"));
        await season.Do(new ApproveRegistration(first));
        await season.Do(new CancelRegistration(second, true), new("seller", ActorRole.Merchant, season.Party));
        await Following.CatchUp(database, store, statistics, Cancellation);
        (await CampaignStatistics.Of(database, season.Campaign, Cancellation)).ShouldBe(
        [
            new(RegistrationStatus.Approved, RegistrationChannel.SellerCenter, "S", 1),
            new(RegistrationStatus.Expired, RegistrationChannel.SellerCenter, null, 1),
            new(RegistrationStatus.UnderReview, RegistrationChannel.SellerCenter, null, 1),
        ]);
        third.ShouldNotBe(first);
    }

    static async Task<List<T>> Pages<T>(Func<PagePlace?, Task<Page<T>>> read)
    {
        var all = new List<T>();
        PagePlace? after = null;
        do
        {
            var page = await read(after);
            all.AddRange(page.Items);
            after = page.Next;
        }
        while (after is not null);
        return all;
    }
}
