using LiveCommerce.Kernel;
using LiveCommerce.Store;
using NodaTime;

namespace LiveCommerce.Tests.Store;

public sealed class EnvelopeTests
{
    static readonly Moment Noon = Moment.From(Instant.FromUtc(2026, 3, 1, 12, 0));

    static readonly Envelope Full = new()
    {
        UserId = "user \"1\"", CorrelationId = "c", CausationId = "d", Role = ActorRole.OpsReviewer, Channel = "SellerCenter",
        OnBehalfOf = new(PartyKind.Creator, new Guid("11111111-1111-7111-8111-111111111111")),
        Reason = PersonalText.Seal(Guid.Empty, Guid.Empty, [1], "why"), CommandId = Guid.Empty, Policy = "toy/1", Code = "1.0", Market = "m\u0001y",
        Rule = "TOY-01", DecidedAt = Noon, EffectiveAt = Noon, PreviousDigest = "aa", Digest = "bb",
    };

    [Fact]
    public void The_headers_are_in_canonical_form_and_read_back_as_they_were()
    {
        var headers = Full.ToHeaders();
        headers.ShouldBe(CanonicalJson.Of(System.Text.Json.JsonDocument.Parse(headers).RootElement));
        Envelope.FromHeaders(headers, Full.UserId, Full.CorrelationId, Full.CausationId).ShouldBe(Full);
    }

    [Fact]
    public void The_digest_covers_body_envelope_and_place()
    {
        string DigestOf(Envelope envelope, long version = 1, string body = "{}") => envelope.DigestOf(Guid.Empty, Guid.Empty, version, "t", body);
        var digests = new[]
        {
            DigestOf(Full), DigestOf(Full, 2), DigestOf(Full, 1, "{\"A\":1}"), DigestOf(Full with { UserId = "x" }), DigestOf(Full with { CausationId = null }),
            DigestOf(Full with { PreviousDigest = "ab" }), DigestOf(Full with { EffectiveAt = Noon + Duration.FromSeconds(1) }), DigestOf(Full with { Reason = null }),
        };
        digests.Distinct().Count().ShouldBe(digests.Length);
        DigestOf(Full with { Digest = "cc" }).ShouldBe(DigestOf(Full));
    }
}
