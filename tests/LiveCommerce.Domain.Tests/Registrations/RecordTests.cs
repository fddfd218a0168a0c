using LiveCommerce.Kernel;
using LiveCommerce.Registrations;
using static LiveCommerce.Tests.Sample;

namespace LiveCommerce.Tests.Registrations;

public sealed class RecordTests
{
    [Fact, Rule("RREC-04"), Rule("C40")]
    public void The_row_holds_what_the_list_shows()
    {
        var row = After(Submission() with { OpsUser = "u-reviewer", OpsName = Text("Ann of ops") });
        (row.Id, row.Version, row.Status, row.Resource, row.Slot).ShouldBe((Reg(1), 1, RegistrationStatus.UnderReview, RegistrationResource.Merchant, 1));
        (row.MerchantPeriod, row.Category, row.RegisteredAt, row.OpsUser).ShouldBe((Live(60), "fashion", Now, "u-reviewer"));
        row.OpsNameReference.ShouldBe(Text("Ann of ops").Reference);
        row.WillingnessLevels.ShouldBe(["A"]);
    }

    [Fact, Rule("RREC-06"), Rule("RREC-07"), Rule("C30")]
    public void What_the_party_asked_for_stays_beside_what_the_platform_set()
    {
        var row = After(Submission(), new LevelAssessed("B"), new MerchantContacted(Text("called")), new LivePeriodModifiedByPlatform(Live(90), null));
        (row.AssessedLevel, row.MerchantPeriod, row.PlatformPeriod, row.Version).ShouldBe(("B", Live(60), Live(90), 4));
        row.WillingnessLevels.ShouldBe(["A"]);
    }

    [Fact, Rule("RREC-09"), Rule("RREC-10"), Rule("C27"), Rule("C28")]
    public void Reasons_are_told_apart()
    {
        After(Submission(), new RegistrationRejected(Text("no"))).ReasonReference.ShouldBe(Text("no").Reference);
        var removed = After(Submission(), new RegistrationApproved(), new RegistrationRemovedByPlatform(Text("fake")));
        (removed.Status, removed.ExpiryReason, removed.StatusBeforeExpiry, removed.ReasonReference)
            .ShouldBe((RegistrationStatus.Expired, ExpiryReason.RemovedByPlatform, RegistrationStatus.Approved, Text("fake").Reference));
        After(Submission(), new RegistrationCancelled(RegistrationChannel.SellerCenter)).ExpiryReason.ShouldBe(ExpiryReason.VoluntarilyCancelled);
        After(Submission(), new RegistrationExpiredAtCampaignEnd(RegistrationStatus.UnderReview)).ExpiryReason.ShouldBe(ExpiryReason.CampaignEnded);
    }

    [Fact, Rule("RREC-18"), Rule("C29")]
    public void From_the_end_instant_an_open_registration_is_shown_as_expired()
    {
        var open = After(Submission(), new RegistrationApproved());
        open.StatusAt(On("2026-02-28T23:59:59.999999Z"), Period.End).ShouldBe(RegistrationStatus.Approved);
        open.StatusAt(Period.End, Period.End).ShouldBe(RegistrationStatus.Expired);
        After(Submission(), new RegistrationRejected(Text("no"))).StatusAt(Period.End, Period.End).ShouldBe(RegistrationStatus.Rejected);
    }

    static RegistrationRecord After(params IEvent[] facts) =>
        facts.Select((body, index) => new Fact(Reg(1).Value, index + 1, Now, body)).Aggregate((RegistrationRecord?)null, RegistrationRecord.Fold).ShouldNotBeNull();
}
