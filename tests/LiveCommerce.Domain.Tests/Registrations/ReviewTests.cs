using LiveCommerce.Kernel;
using LiveCommerce.Registrations;
using static LiveCommerce.Tests.Sample;

namespace LiveCommerce.Tests.Registrations;

public sealed class ReviewTests
{
    static readonly StreamRef<Registration> Stream = Registration.At(Reg(1));
    static readonly ApproveRegistration Approve = new(Reg(1));
    static readonly RejectRegistration Reject = new(Reg(1), Text("no brand"));
    static readonly RemoveRegistration Remove = new(Reg(1), Text("fake goods"));
    static readonly IEvent Cancelled = new RegistrationCancelled(RegistrationChannel.SellerCenter);

    [Fact, Rule("RREC-17"), Rule("RREC-08"), Rule("REG-13"), Rule("C31")]
    public void A_session_is_approved_without_an_assessed_level_and_told_to_start_on_time() =>
        After().When(Approve, Reviewer).Then(Stream.Is(new RegistrationApproved())).WithDetails(("start_on_time", "2026-02-05T12:00:00Z"));

    [Fact, Rule("RREC-09"), Rule("RREC-17"), Rule("C27")]
    public void A_session_is_rejected_for_a_reason()
    {
        After().When(Reject, Reviewer).Then(Stream.Is(new RegistrationRejected(Text("no brand"))));
        StateAfter(new RegistrationRejected(Text("no brand"))).ShouldBe(new Registration.Rejected(new(Submission()), Text("no brand")));
    }

    [Fact, Rule("RREC-10"), Rule("RREC-17"), Rule("C27")]
    public void A_session_under_review_or_approved_is_removed_for_a_reason()
    {
        After().When(Remove, Reviewer).Then(Stream.Is(new RegistrationRemovedByPlatform(Text("fake goods"))));
        After(new RegistrationApproved()).When(Remove, Reviewer).Then(Stream.Is(new RegistrationRemovedByPlatform(Text("fake goods"))));
        StateAfter(new RegistrationRemovedByPlatform(Text("fake goods")))
            .ShouldBe(new Registration.Expired(new(Submission()), new Expiry.Removed(Text("fake goods"))));
    }

    [Fact]
    public void What_is_so_already_is_not_recorded_again()
    {
        After(new RegistrationApproved()).When(Approve, Reviewer).ThenAlreadySo();
        After(new RegistrationRejected(Text("no brand"))).When(Reject, Reviewer).ThenAlreadySo();
        After(new RegistrationRemovedByPlatform(Text("other words"))).When(Remove, Reviewer).ThenAlreadySo();
    }

    [Fact, Rule("RREC-08"), Rule("RREC-17")]
    public void Every_other_state_refuses()
    {
        foreach (var done in new[] { new RegistrationRejected(Text("other words")), Cancelled, new RegistrationRemovedByPlatform(Text("x")) })
        {
            After(done).When(Approve, Reviewer).ThenRefused("registration.not-under-review");
            After(done).When(Reject, Reviewer).ThenRefused("registration.not-under-review");
        }
        After(new RegistrationApproved()).When(Reject, Reviewer).ThenRefused("registration.not-under-review");
        After(new RegistrationRejected(Text("no brand"))).When(Remove, Reviewer).ThenRefused("registration.terminal");
    }

    [Fact, Rule("RREC-03")]
    public void Nothing_can_be_done_with_a_withdrawn_registration()
    {
        foreach (var command in PlatformCommands()) After(Cancelled).When(command, Reviewer).ThenRefused(CodeFor(command));
        StateAfter(Cancelled).ShouldBe(new Registration.Expired(new(Submission()), new Expiry.Cancelled()));
    }

    [Fact, Rule("RREC-08")]
    public void There_are_four_statuses() => Enum.GetNames<RegistrationStatus>().ShouldBe(["UnderReview", "Approved", "Rejected", "Expired"]);

    [Fact, Rule("RREC-10")]
    public void There_are_three_reasons_to_expire() => Enum.GetNames<ExpiryReason>().ShouldBe(["CampaignEnded", "RemovedByPlatform", "VoluntarilyCancelled"]);

    internal static IRegistrationCommand[] PlatformCommands() =>
        [Approve, Reject, Remove, new AssessLevel(Reg(1), "B"), new ContactMerchant(Reg(1), Text("called")), new ModifyLivePeriod(Reg(1), Live(90))];

    static string CodeFor(IRegistrationCommand command) => command is ApproveRegistration or RejectRegistration ? "registration.not-under-review" : "registration.terminal";

    static Scenario After(params IEvent[] facts) => Scenario.InMarket(Registered(Submission(), facts));

    static Registration StateAfter(params IEvent[] facts) => Registration.Kind.Fold([Submission(), .. facts]);
}
