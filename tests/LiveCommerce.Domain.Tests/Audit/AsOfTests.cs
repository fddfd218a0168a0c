using LiveCommerce.Audit;
using LiveCommerce.Campaigns;
using LiveCommerce.Kernel;
using LiveCommerce.Registrations;
using LiveCommerce.Sellers;
using LiveCommerce.Store;
using static LiveCommerce.Tests.Sample;

namespace LiveCommerce.Tests.Audit;

/// <summary>The semantics of docs/as-of.md, case by case.</summary>
public sealed class AsOfTests
{
    static readonly Moment
        Submitted = On("2026-01-10T09:00:00Z"), Approved = On("2026-01-12T09:00:00Z"), End = Period.End, Late = On("2026-03-01T03:00:00Z"), Later = On("2026-04-01T00:00:00Z");

    static readonly StreamRef Stream = Registration.At(Reg(1)), InCampaign = LivestreamCampaign.At(Campaign);

    static WrittenLog Open => new WrittenLog()
        .Add(Merchant.At(Shop), new MerchantOnboarded(Shop, Text("shop"), Zone), Window.Start)
        .Add(InCampaign, new CampaignDrafted(Campaign, Terms), Window.Start)
        .Add(InCampaign, new CampaignPublished(), Window.Start)
        .Add(CampaignQuota.At(Campaign, Party.Of(Shop)), new SlotTaken(1, Reg(1), RegistrationChannel.SellerCenter), Submitted)
        .Add(Stream, Submission(), Submitted)
        .Add(Stream, new RegistrationApproved(), Approved, Approved + NodaTime.Duration.FromMinutes(1));

    static WrittenLog Expired => Open.Add(Stream, new RegistrationExpiredAtCampaignEnd(RegistrationStatus.Approved), End, Late, ActorRole.System);

    [Fact, Rule("BEY-03")]
    public void A_version_says_what_its_facts_say_and_nothing_beside_them()
    {
        Look(Expired, new AsOf.Version(1)).Status.ShouldBe("UnderReview");
        Look(Expired, new AsOf.Version(2)).Status.ShouldBe("Approved");
        var expired = Look(Expired, new AsOf.Version(3));
        (expired.Status, expired.Since, expired.IsDue, expired.Deciding.Type).ShouldBe(("Expired", End, false, "registration_expired_at_campaign_end"));
    }

    [Fact, Rule("BEY-03")]
    public void On_the_axis_of_effect_a_fact_counts_from_its_effect_and_on_that_of_recording_from_its_recording()
    {
        Look(Expired, At(effective: Approved)).Status.ShouldBe("Approved");
        Look(Expired, At(effective: Before(Approved))).Status.ShouldBe("UnderReview");
        Look(Expired, At(recorded: Approved)).Status.ShouldBe("UnderReview");
        Look(Expired, At(effective: Later, recorded: Approved)).Deciding.Type.ShouldBe("campaign_published");
        Look(Expired, At(effective: Approved, recorded: Approved)).Status.ShouldBe("UnderReview");
    }

    [Fact, Rule("BEY-03"), Rule("C29"), Rule("RREC-18")]
    public void A_late_expiry_is_so_from_the_campaigns_end_whether_its_fact_was_recorded_or_not()
    {
        foreach (var log in (WrittenLog[])[Open, Expired])
        {
            Look(log, At(effective: Before(End))).Status.ShouldBe("Approved");
            foreach (var asOf in (AsOf[])[At(effective: End), At(effective: Late), At(effective: End, recorded: End), At(recorded: Before(Late)), At(recorded: Late)])
            {
                var standing = Look(log, asOf);
                (standing.Status, standing.Since).ShouldBe(("Expired", End), $"{asOf}");
                ((Registration.Expired)standing.State).Why.ShouldBe(new Expiry.AtCampaignEnd(RegistrationStatus.Approved));
            }
        }
        Look(Expired, At(effective: End, recorded: Before(Late))).IsDue.ShouldBeTrue();
        Look(Expired, At(effective: End, recorded: Late)).IsDue.ShouldBeFalse();
        Look(Open, At(now: End)).IsDue.ShouldBeTrue();
        Look(Open, At(now: Before(End))).Status.ShouldBe("Approved");
    }

    [Fact, Rule("BEY-03")]
    public void The_end_is_the_one_that_was_known_then()
    {
        var early = On("2026-02-10T00:00:00Z");
        var ended = Open.Add(InCampaign, new CampaignEnded(early, Text("sold out")), early, early + NodaTime.Duration.FromSeconds(5), ActorRole.OpsAdmin);
        Look(ended, At(effective: early)).Deciding.Type.ShouldBe("campaign_ended");
        Look(ended, At(effective: early, recorded: early)).Status.ShouldBe("Approved");
        Look(ended, At(effective: Before(early))).Status.ShouldBe("Approved");

        var extended = Open.Add(InCampaign, new CampaignExtended(Window.End, Later), early);
        Look(extended, At(effective: End)).Status.ShouldBe("Approved");
        Look(extended, At(effective: End, recorded: Before(early))).Since.ShouldBe(End);
        Look(extended, At(effective: Later)).Since.ShouldBe(Later);
    }

    [Fact, Rule("BEY-03")]
    public void What_was_decided_before_the_end_stays_so()
    {
        var withdrawn = new WrittenLog().Add(InCampaign, new CampaignDrafted(Campaign, Terms), Window.Start).Add(InCampaign, new CampaignPublished(), Window.Start)
            .Add(Stream, Submission(), Submitted).Add(Stream, new RegistrationCancelled(RegistrationChannel.SellerCenter), Approved);
        Look(withdrawn, At(effective: Later)).Since.ShouldBe(Approved);
    }

    [Fact, Rule("BEY-03")]
    public void What_no_history_has_is_said_and_not_guessed()
    {
        var thing = Audited.All[0];
        thing.Replay(Guid.NewGuid(), At(), Open.Of).ShouldBe(new Replayed.Unknown());
        thing.Replay(Campaign.Value, At(), Open.Of).ShouldBe(new Replayed.Unknown());
        thing.Replay(Stream.Id, new AsOf.Version(3), Open.Of).ShouldBe(new Replayed.Beyond(2));
        thing.Replay(Stream.Id, new AsOf.Version(0), Open.Of).ShouldBeOfType<Replayed.Before>();
        thing.Replay(Stream.Id, At(effective: Before(Submitted)), Open.Of).ShouldBeOfType<Replayed.Before>().First.Version.ShouldBe(1);
        thing.Replay(Stream.Id, At(recorded: Before(Submitted)), Open.Of).ShouldBeOfType<Replayed.Before>();
        thing.Replay(Stream.Id, At(), stream => stream == Campaign.Value ? null : Open.Of(stream)).ShouldBeNull();
    }

    [Fact, Rule("BEY-03")]
    public void Every_kind_of_thing_is_asked_for_by_its_id()
    {
        string[] stood = [.. Audited.All.Zip([Stream.Id, Campaign.Value, Shop.Value, default, default, CampaignQuota.At(Campaign, Party.Of(Shop)).Id],
            (thing, stream) => stream == default ? "" : Look(Open, At(effective: Approved), thing.IdOf(stream)).Status)];
        stood.ShouldBe(["Approved", "OpenForRegistration", "NotLinked", "", "", "SlotsLeft"]);
        Audited.Named("cmd_00000000000000000000000000").ShouldBeNull();
        Audited.All.Select(thing => thing.Kind).ShouldBe(Catalog.States.All.Select(state => state.Kind).Distinct(), ignoreOrder: true);
    }

    static AsOf.Instant At(Moment? effective = null, Moment? recorded = null, Moment? now = null) => new(now ?? Later, effective, recorded);

    static Moment Before(Moment moment) => Moment.FromUnixMicroseconds(moment.ToUnixMicroseconds() - 1);

    static Standing Look(WrittenLog log, AsOf asOf, string? id = null)
    {
        var (thing, stream) = Audited.Named(id ?? Reg(1).ToString()) ?? throw new InvalidOperationException();
        return thing.Replay(stream, asOf, log.Of).ShouldBeOfType<Replayed.Found>().Standing;
    }
}
