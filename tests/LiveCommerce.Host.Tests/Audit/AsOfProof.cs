using LiveCommerce.Audit;
using LiveCommerce.Campaigns;
using LiveCommerce.Host.Http.Reading;
using LiveCommerce.Images;
using LiveCommerce.Kernel;
using LiveCommerce.LiveEvents;
using LiveCommerce.LivePlans;
using LiveCommerce.LiveSessions;
using LiveCommerce.Registrations;
using LiveCommerce.Sellers;
using LiveCommerce.Store;

namespace LiveCommerce.Tests.Audit;

/// <summary>As-of is nothing but a replay of the log's prefix, and explain names the fact that decided; shown over a loaded season.</summary>
[Collection<OneLateSeason>]
public sealed class AsOfProof(LateSeason season)
{
    const int Pairs = 1_000;
    const int Seed = 20_261_121;

    static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact, Rule("BEY-03"), Rule("C29")]
    public async Task For_a_thousand_random_places_it_equals_a_replay_of_the_logs_prefix()
    {
        var random = new Random(Seed);
        string[] untold = [RefusalLog.Stream.Alias, MarketplaceListing.Kind.Alias]; // companions that have no history of their own to ask for
        var streams = season.Log.Where(fact => !untold.Contains(fact.StreamType)).Select(fact => (fact.Stream, fact.StreamType)).Distinct().ToArray();
        var histories = await season.Store.Load([.. streams.Select(one => one.Stream)], Cancellation);
        int due = 0, late = 0, before = 0;
        for (var pair = 0; pair < Pairs; pair++)
        {
            // half of the pairs ask for registrations, where the campaign's end has a say
            var (stream, type) = pair % 2 == 0 ? streams[random.Next(streams.Length)] : Pick(random, [.. streams.Where(one => one.StreamType == Registration.Kind.Alias)]);
            var axis = random.Next(3);
            var first = season.Log.First(fact => fact.Stream == stream);
            var asOf = new AsOf.Instant(default,
                axis != 1 ? Draw(random, fact => fact.Envelope.EffectiveAt, first) : null, axis != 0 ? Draw(random, fact => fact.RecordedAt, first) : null);
            var thing = Audited.All.Single(one => one.Kind.Alias == type);

            var replayed = thing.Replay(stream, asOf, id => histories.GetValueOrDefault(id) ?? []);

            var prefix = Prefix(stream, asOf);
            if (prefix.Count == 0)
            {
                replayed.ShouldBeOfType<Replayed.Before>();
                before++;
                continue;
            }
            var standing = replayed.ShouldBeOfType<Replayed.Found>().Standing;
            standing.Facts.Select(fact => fact.Position).ShouldBe(prefix.Select(fact => fact.Position));
            Oracle(type, prefix, asOf).ShouldBe((standing.Status, standing.Since), $"seed {Seed}, pair {pair}: {thing.IdOf(stream)} {asOf}");
            if (standing.IsDue) due++;
            if (standing.Last.Body is RegistrationExpiredAtCampaignEnd) late++;
        }
        TestContext.Current.TestOutputHelper?.WriteLine($"{Pairs} pairs: {before} before the first fact, {late} after a late expiry, {due} due and not recorded then");
        (due > 20 && late > 20 && before is > 20 and < 300).ShouldBeTrue($"{before} before, {late} late, {due} due");
    }

    [Fact, Rule("BEY-04")]
    public async Task Explain_names_the_deciding_fact_of_every_status_in_the_season()
    {
        const string sql = """
            select distinct on (stream_id) stream_id, id from mt_events where type in ('registration_submitted', 'registration_approved', 'registration_rejected',
                'registration_cancelled', 'registration_removed_by_platform', 'registration_expired_at_campaign_end') order by stream_id, seq_id desc
            """;
        await using var command = season.Raw.CreateCommand(sql);
        await using var reader = await command.ExecuteReaderAsync(Cancellation);
        var explained = new HashSet<string>();
        while (await reader.ReadAsync(Cancellation))
        {
            var standing = await StandingOf(Audited.All[0], reader.GetGuid(0));
            var lines = Explanation.Of(standing).Lines;
            var deciding = standing.Deciding;
            if (!standing.IsDue) deciding.Id.ShouldBe(reader.GetGuid(1));
            else deciding.ShouldBe(season.Log.Last(fact => fact.Stream == ((Registration.Submitted)standing.State).Session.Submission.Campaign.Value && (fact.Body is CampaignPublished or CampaignExtended or CampaignEnded)));
            lines[1].ShouldContain($"{deciding.Type}, fact {deciding.Version} of ");
            lines[1].ShouldContain(deciding.Envelope.UserId);
            lines[4].ShouldStartWith($"Rule {(standing.IsDue ? "RREC-18" : deciding.Envelope.Rule)} of policy registration/1: ");
            explained.Add(lines[0][(lines[0].IndexOf(" is ", StringComparison.Ordinal) + 4)..lines[0].IndexOf(" since ", StringComparison.Ordinal)] + (standing.IsDue ? " due" : ""));
        }
        explained.Order().ShouldBe(["approved", "expired, because the campaign ended,", "expired, because the campaign ended, due", "expired, because the party withdrew it,", "expired, because the platform removed it,", "rejected", "under review"]);
    }

    [Fact, Rule("BEY-04")]
    public async Task Every_fact_of_the_season_has_its_sentence_and_every_thing_its_explanation()
    {
        season.Log.Select(fact => AuditSentence.Told(fact)).ShouldAllBe(sentence => sentence.Contains(" Rule ", StringComparison.Ordinal) && !sentence.Contains("{ ", StringComparison.Ordinal));
        foreach (var thing in Audited.All)
            foreach (var stream in season.Log.Where(fact => fact.StreamType == thing.Kind.Alias).Select(fact => fact.Stream).Distinct())
                Explanation.Of(await StandingOf(thing, stream)).Lines.Count.ShouldBe(6);
    }

    async Task<Standing> StandingOf(Audited thing, Guid stream) =>
        (await new States(season.Store).Ask(reads => thing.Replay(stream, new AsOf.Instant(Host.Startup.OpenLog.Now()), reads.HistoryOf), Cancellation)).ShouldBeOfType<Replayed.Found>().Standing;

    List<RecordedEvent> Prefix(Guid stream, AsOf.Instant asOf) =>
        [.. season.Log.Where(fact => fact.Stream == stream && (asOf.EffectiveAt is not { } effect || fact.Envelope.EffectiveAt <= effect) && (asOf.RecordedAt is not { } held || fact.RecordedAt <= held))];

    /// <summary>Another way to the same answer: the folds of the read models, and the states themselves where there is no read model.</summary>
    (string, Moment) Oracle(string type, List<RecordedEvent> prefix, AsOf.Instant asOf)
    {
        var at = asOf.EffectiveAt ?? asOf.RecordedAt ?? default;
        if (type == Registration.Kind.Alias)
        {
            var row = Fold<RegistrationRecord>(prefix, RegistrationRecord.Fold)!;
            var end = Fold<CampaignRecord>(Prefix(row.Campaign.Value, asOf), CampaignRecord.Fold)!.End;
            var status = row.StatusAt(at, end);
            return (status.ToString(), status != row.Status ? end : row.DecidedAt ?? row.RegisteredAt);
        }
        if (type == LivestreamCampaign.Kind.Alias)
        {
            var row = Fold<CampaignRecord>(prefix, CampaignRecord.Fold)!;
            if (!row.IsPublished) return ("Draft", prefix.Last(fact => fact.Body is CampaignDrafted or CampaignChanged).Envelope.EffectiveAt);
            var phase = row.PhaseAt(at);
            return (phase.ToString(), phase switch
            {
                CampaignPhase.Ended => row.End,
                CampaignPhase.Ongoing => row.Terms.Period.Start,
                CampaignPhase.RegistrationClosed => row.Terms.RegistrationWindow.End,
                CampaignPhase.OpenForRegistration => row.Terms.RegistrationWindow.Start,
                _ => prefix.Last(fact => fact.Body is CampaignPublished or CampaignExtended or CampaignEnded).Envelope.EffectiveAt,
            });
        }
        if (type == LivePlan.Kind.Alias)
        {
            var row = Fold<LivePlanRecord>(prefix, LivePlanRecord.Fold)!;
            return (row.StatusAt(at).ToString(), row.OverAtBy(at) ?? row.SessionStartedAt ?? row.CreatedAt);
        }
        return (prefix[^1].Body switch
        {
            OfficialAccountLinked => "Linked",
            ViolationRecorded => "BlockedFromLinking",
            MerchantOnboarded or ViolationResolved => "NotLinked",
            TikTokAccountAdded { Merchant: null } => "NotTied",
            TikTokAccountAdded or AccountTiedToMerchant => "TiedToMerchant",
            SlotTaken { Slot: < 100 } => "SlotsLeft",
            SlotTaken => "Full",
            ImagePut or ImagePutAgain => "Unused",
            ImageUsed => "Used",
            ImageDeleted => "Deleted",
            ProductObserved { Seen: { Status: ProductStatus.OnSale, Stock: 0 } } => "OutOfStock",
            ProductObserved it => it.Seen.Status.ToString(),
            PromotionToolObserved it => it.Tool.Status.ToString(),
            CatalogueImported => "Imported",
            MarketReferenceLoaded => "Loaded",
            LiveSessionStarted => "OnAir",
            LiveSessionEnded => "Ended",
            LiveMetricsRecorded or LiveProductsTold => "Told",
            LiveEventSubscribed => "Subscribed",
            LiveEventUnsubscribed => "Unsubscribed",
            _ => "",
        }, prefix[^1].Envelope.EffectiveAt);
    }

    static TRow? Fold<TRow>(List<RecordedEvent> facts, Func<TRow?, Fact, TRow?> fold) where TRow : class => facts.Aggregate((TRow?)null, (row, fact) => fold(row, fact.ToFact()));

    /// <summary>An instant of the log or a microsecond beside it, where edges are; seldom from before the thing's first fact, where there is little to see.</summary>
    Moment Draw(Random random, Func<RecordedEvent, Moment> axis, RecordedEvent first)
    {
        var from = random.Next(8) == 0 ? season.Log : [.. season.Log.Where(fact => axis(fact) >= axis(first))];
        return Moment.FromUnixMicroseconds(axis(from[random.Next(from.Count)]).ToUnixMicroseconds() + random.Next(-1, 2));
    }

    static T Pick<T>(Random random, T[] from) => from[random.Next(from.Length)];
}
