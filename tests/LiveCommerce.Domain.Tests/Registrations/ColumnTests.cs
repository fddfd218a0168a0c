using LiveCommerce.Kernel;
using LiveCommerce.Registrations;
using static LiveCommerce.Tests.Sample;

namespace LiveCommerce.Tests.Registrations;

/// <summary>What a record's columns show, and what they tell on hover.</summary>
public sealed class ColumnTests
{
    static readonly RegistrationSubmitted Both = Submission() with { Form = SellerForm with { WillingnessLevels = ["S", "A"] } };

    [Fact, Rule("RREC-05"), Rule("C30")]
    public void The_level_is_grey_with_the_party_s_own_until_it_is_assessed()
    {
        Columns(Both).Level.ShouldBe(new(LevelIcon.Grey, ["S", "A"], null));
        Columns(Both, new RegistrationApproved()).Level.ShouldBe(new(LevelIcon.Grey, ["S", "A"], null));
        Columns(Both, new LevelAssessed("A")).Level.Icon.ShouldBe(LevelIcon.Lit);
    }

    [Fact, Rule("RREC-06"), Rule("C30")]
    public void The_party_s_levels_appear_on_hover_where_another_was_assessed()
    {
        Columns(Both, new LevelAssessed("A")).Level.ShouldBe(new(LevelIcon.Lit, ["A"], ["S", "A"]));
        Columns(Submission(), new LevelAssessed("B")).Level.ShouldBe(new(LevelIcon.Lit, ["B"], ["A"]));
        Columns(Submission(), new LevelAssessed("A")).Level.ShouldBe(new(LevelIcon.Lit, ["A"], null));
    }

    [Fact, Rule("RREC-07")]
    public void The_party_s_period_appears_on_hover_where_the_platform_set_another()
    {
        Columns(Submission()).LivePeriod.ShouldBe(new(Live(60), null));
        Columns(Submission(), new MerchantContacted(Text("called")), new LivePeriodModifiedByPlatform(Live(90), null)).LivePeriod.ShouldBe(new(Live(90), Live(60)));
    }

    [Fact, Rule("RREC-10"), Rule("C29"), Rule("C28")]
    public void The_status_says_why_it_expired_recorded_or_not()
    {
        Columns(Submission()).Status.ShouldBe(new(RegistrationStatus.UnderReview, null, null, null));
        Columns(Submission(), new RegistrationCancelled(RegistrationChannel.SellerCenter)).Status
            .ShouldBe(new(RegistrationStatus.Expired, ExpiryReason.VoluntarilyCancelled, RegistrationStatus.UnderReview, Now));
        At(Period.End, Submission(), new RegistrationApproved()).Status
            .ShouldBe(new(RegistrationStatus.Expired, ExpiryReason.CampaignEnded, RegistrationStatus.Approved, Period.End));
        At(Period.End, Submission(), new RegistrationRejected(Text("no"))).Status.ShouldBe(new(RegistrationStatus.Rejected, null, null, Now));
    }

    static RecordColumns Columns(params IEvent[] facts) => At(Now, facts);

    static RecordColumns At(Moment now, params IEvent[] facts) => RecordColumns.Of(
        facts.Select((body, index) => new Fact(Reg(1).Value, index + 1, Now, body)).Aggregate((RegistrationRecord?)null, RegistrationRecord.Fold).ShouldNotBeNull(), now, Period.End);
}
