using LiveCommerce.Campaigns;
using LiveCommerce.Kernel;
using LiveCommerce.Registrations;
using static LiveCommerce.Tests.Sample;

namespace LiveCommerce.Tests.Registrations;

public sealed class AssessmentTests
{
    static readonly StreamRef<Registration> Stream = Registration.At(Reg(1));
    static readonly IEvent Contacted = new MerchantContacted(Text("called"));
    static readonly ModifyLivePeriod Modify = new(Reg(1), Live(90));

    [Fact, Rule("RREC-17"), Rule("C30"), Rule("C31")]
    public void A_level_of_the_campaign_is_assessed_under_review_and_after_approval()
    {
        After().When(new AssessLevel(Reg(1), "B"), Reviewer).Then(Stream.Is(new LevelAssessed("B")));
        After(new RegistrationApproved()).When(new AssessLevel(Reg(1), "B"), Reviewer).Then(Stream.Is(new LevelAssessed("B")));
        After(new LevelAssessed("B")).When(new AssessLevel(Reg(1), "B"), Reviewer).ThenAlreadySo();
        After(new LevelAssessed("B")).When(new AssessLevel(Reg(1), "A"), Reviewer).Then(Stream.Is(new LevelAssessed("A")));
        After().When(new AssessLevel(Reg(1), "Z"), Reviewer).ThenRefused("registration.level.unknown").ForRule("CAMP-09");
        After(new RegistrationRejected(Text("no"))).When(new AssessLevel(Reg(1), "Z"), Reviewer).ThenRefused("registration.terminal", "registration.level.unknown");
    }

    [Fact, Rule("C31")]
    public void A_level_that_the_period_is_too_short_for_comes_with_a_warning() =>
        After().When(new AssessLevel(Reg(1), "S"), Reviewer).Then(Stream.Is(new LevelAssessed("S")))
            .Warned("registration.period.too-short").WithDetails(("level", "S"), ("required_minutes", "120"), ("actual_minutes", "60"));

    [Fact, Rule("C31")]
    public void A_period_that_is_too_short_for_the_assessed_level_comes_with_a_warning()
    {
        var assessed = new LevelAssessed("S");
        After(assessed, Contacted).When(Modify, Reviewer).Then(Stream.Is(new LivePeriodModifiedByPlatform(Live(90), null)))
            .Warned("registration.period.too-short").WithDetails(("required_minutes", "120"), ("actual_minutes", "90"));
        After(assessed, Contacted).When(Modify with { Period = Live(120) }, Reviewer).Then(Stream.Is(new LivePeriodModifiedByPlatform(Live(120), null))).Warned();
        After(Contacted).When(Modify, Reviewer).Then(Stream.Is(new LivePeriodModifiedByPlatform(Live(90), null))).Warned();
        After().When(new AssessLevel(Reg(1), "A"), Reviewer).Then(Stream.Is(new LevelAssessed("A"))).Warned();
    }

    [Fact, Rule("REG-12"), Rule("C33")]
    public void One_contact_permits_one_modification()
    {
        After().When(Modify, Reviewer).ThenRefused("registration.contact-required").ForRule("REG-12");
        After(Contacted).When(Modify, Reviewer).Then(Stream.Is(new LivePeriodModifiedByPlatform(Live(90), null)));
        After(Contacted, new LivePeriodModifiedByPlatform(Live(70), null)).When(Modify, Reviewer).ThenRefused("registration.contact-required");
        After(Contacted, new RegistrationApproved()).When(Modify, Reviewer).Then(Stream.Is(new LivePeriodModifiedByPlatform(Live(90), null)));
    }

    [Fact, Rule("REG-12")]
    public void A_contact_is_always_a_new_fact() =>
        After(Contacted).When(new ContactMerchant(Reg(1), Text("called")), Reviewer).Then(Stream.Is(Contacted));

    [Fact, Rule("RREC-17")]
    public void The_present_period_is_already_so()
    {
        After().When(Modify with { Period = Live(60) }, Reviewer).ThenAlreadySo();
        After(Contacted, new LivePeriodModifiedByPlatform(Live(90), null)).When(Modify, Reviewer).ThenAlreadySo();
    }

    [Fact, Rule("C32")]
    public void A_modification_follows_the_rules_of_a_submission()
    {
        After(Contacted).When(Modify with { Period = Live(59) }, Reviewer).ThenRefused("registration.period.too-short");
        After(Contacted).When(Modify with { Period = Live(60, "2026-03-01T00:00:00Z") }, Reviewer).ThenRefused("registration.period.outside-campaign");
        After().When(Modify with { Period = Live(1, "2026-01-01T00:00:00Z") }, Reviewer)
            .ThenRefused("registration.contact-required", "registration.period.outside-campaign", "registration.period.too-short", "registration.period.over");
    }

    [Fact, Rule("C32")]
    public void Place_and_length_are_overridden_with_a_reason_and_nothing_else()
    {
        var reason = Text("studio is booked");
        After(Contacted).When(Modify with { Period = Live(59), OverrideReason = reason }, Reviewer).Then(Stream.Is(new LivePeriodModifiedByPlatform(Live(59), reason)));
        After(Contacted).When(Modify with { OverrideReason = reason }, Reviewer).Then(Stream.Is(new LivePeriodModifiedByPlatform(Live(90), null)));
        After().When(Modify with { Period = Live(59), OverrideReason = reason }, Reviewer).ThenRefused("registration.contact-required");
        After(Contacted).When(Modify with { Period = Live(59, "2026-01-01T00:00:00Z"), OverrideReason = reason }, Reviewer).ThenRefused("registration.period.over");
        After(Contacted).When(Modify with { Period = new(Live(60).End, Live(60).Start), OverrideReason = reason }, Reviewer).ThenRefused("registration.period.invalid");
    }

    [Fact, Rule("C31")]
    public void After_a_terminal_state_nothing_is_assessed_contacted_or_modified()
    {
        foreach (var done in new IEvent[] { new RegistrationRejected(Text("no")), new RegistrationRemovedByPlatform(Text("no")) })
        {
            After(done).When(new AssessLevel(Reg(1), "B"), Reviewer).ThenRefused("registration.terminal");
            After(done).When(new ContactMerchant(Reg(1), Text("called")), Reviewer).ThenRefused("registration.terminal");
            After(done).When(Modify, Reviewer).ThenRefused("registration.terminal");
        }
    }

    static Scenario After(params IEvent[] facts) => Scenario.InMarket(Registered(Submission(), facts));
}
