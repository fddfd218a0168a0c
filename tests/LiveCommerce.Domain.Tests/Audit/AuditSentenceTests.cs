using LiveCommerce.Audit;
using LiveCommerce.Kernel;
using LiveCommerce.Registrations;
using LiveCommerce.Store;

namespace LiveCommerce.Tests.Audit;

public sealed class AuditSentenceTests
{
    static readonly Moment Noon = Moment.FromUnixMicroseconds(1_795_262_400_000_000);

    public static TheoryData<string> WireNames => [.. LiveCommerceEvents.Catalog.Types.Select(type => type.Alias)];

    [Theory]
    [MemberData(nameof(WireNames))]
    public void Every_event_of_the_catalog_has_a_sentence(string alias)
    {
        var type = LiveCommerceEvents.Catalog.Named(alias, Guid.Empty, 1);

        var words = AuditSentence.What(SampleFacts.Of(type.BodyType));

        words.ShouldNotBeNullOrWhiteSpace();
        words.ShouldNotContain(type.BodyType.Name); // a record's own ToString is no sentence
    }

    [Fact]
    [Rule("RREC-09")]
    public void A_rejection_says_who_and_why() =>
        AuditSentence.Of(Recorded(new RegistrationRejected(Text("The banner shows another shop")), ActorRole.OpsReviewer))
            .ShouldBe("Reviewer usr_lena rejected the registration: \"The banner shows another shop\".");

    [Fact]
    public void Whoever_acts_for_another_is_named_with_them() =>
        AuditSentence.Of(Recorded(new RegistrationApproved(), ActorRole.OpsAdmin, onBehalfOf: Party.Of(default(MerchantId))))
            .ShouldBe("Administrator usr_lena, on behalf of mer_00000000000000000000000000, approved the registration.");

    [Fact]
    public void Erased_text_is_said_to_be_erased() =>
        AuditSentence.Of(Recorded(new RegistrationRejected(new PersonalText(Guid.Empty, Guid.Empty, "", null, null)), ActorRole.OpsReviewer))
            .ShouldBe("Reviewer usr_lena rejected the registration: (text erased).");

    [Fact]
    public void Altered_text_is_said_to_be_altered() =>
        AuditSentence.Of(Recorded(new RegistrationRejected(PersonalText.Stored(Guid.Empty, Guid.Empty, "", null, "Another reason")), ActorRole.OpsReviewer))
            .ShouldBe("Reviewer usr_lena rejected the registration: (text altered since it was recorded).");

    [Fact]
    [Rule("C53")]
    public void Told_in_full_it_says_when_on_the_shops_clock_and_by_which_rule() =>
        AuditSentence.Told(Recorded(new RegistrationApproved(), ActorRole.OpsReviewer), ZoneId.TryParse("Asia/Jakarta"))
            .ShouldBe("21 Nov 2026, 19:00 in Asia/Jakarta (12:00 UTC): Reviewer usr_lena approved the registration. Rule RREC-17, policy registration/1.");

    [Fact]
    public void What_was_recorded_later_than_it_took_effect_says_when() =>
        AuditSentence.Told(Recorded(new RegistrationExpiredAtCampaignEnd(RegistrationStatus.UnderReview), ActorRole.System) with { RecordedAt = Noon + NodaTime.Duration.FromHours(3) })
            .ShouldBe("21 Nov 2026, 12:00 UTC: The host (usr_lena) recorded that the campaign reached its end while the registration was under review. Recorded 21 Nov 2026, 15:00 UTC. Rule RREC-17, policy registration/1.");

    static PersonalText Text(string value) => PersonalText.Seal(Guid.Empty, Guid.Empty, new byte[16], value);

    static RecordedEvent Recorded(IEvent fact, ActorRole role, Party? onBehalfOf = null) =>
        new(1, Guid.Empty, Guid.Empty, "registration", 1, "any", fact, "{}", new()
        {
            UserId = "usr_lena",
            Role = role,
            OnBehalfOf = onBehalfOf,
            CommandId = Guid.Empty,
            Policy = RegistrationPolicy.Version,
            Code = "0",
            Market = "default",
            Rule = "RREC-17",
            DecidedAt = Noon,
            EffectiveAt = Noon,
        }, Noon);
}
