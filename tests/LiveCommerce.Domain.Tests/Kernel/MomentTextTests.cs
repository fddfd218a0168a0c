using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;
using LiveCommerce.Kernel;
using NodaTime;
using NodaTime.Text;

namespace LiveCommerce.Tests.Kernel;

public sealed class MomentTextTests
{
    static readonly long First = Instant.FromUtc(1, 1, 1, 0, 0).ToUnixTimeTicks() / 10;
    static readonly long Last = Instant.FromUtc(9999, 12, 31, 23, 59).ToUnixTimeTicks() / 10;

    [Fact]
    public void The_text_is_what_NodaTime_writes_and_reads_back_as_the_same_moment() =>
        Prop.ForAll<long>(any =>
        {
            var moment = Moment.FromUnixMicroseconds(First + (long)((ulong)any % (ulong)(Last - First)));
            return moment.ToString() == InstantPattern.ExtendedIso.Format(moment.Instant) && Moment.TryParse(moment.ToString(), out var read) && read == moment
                && JsonSerializer.Deserialize<Moment>($"\"{moment}\"") == moment;
        }).QuickCheckThrowOnFailure();

    /// <summary>Both ways to read agree on texts that are nearly right, too.</summary>
    [Fact]
    public void From_JSON_the_same_is_read_and_refused_as_from_text() =>
        Prop.ForAll<long, uint, uint>((any, at, other) =>
        {
            const string Letters = "0123456789TZtz:.,-+ W";
            var letters = Moment.FromUnixMicroseconds(First + (long)((ulong)any * 7919 % (ulong)(Last - First))).ToString().ToCharArray();
            letters[at % letters.Length] = Letters[(int)(other % Letters.Length)];
            var text = new string(letters);
            var holds = Moment.TryParse(text, out var moment);
            try { return JsonSerializer.Deserialize<Moment>(JsonSerializer.Serialize(text)) == moment && holds; }
            catch (JsonException) { return !holds; }
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(5_000));

    [Theory]
    [InlineData("2026-11-21T20:00:00Z")]
    [InlineData("2026-11-21T20:00:00.5Z")]
    [InlineData("2026-11-21T20:00:00.000001Z")]
    public void Texts_of_every_length_of_fraction_stay_as_they_are(string text)
    {
        Moment.TryParse(text, out var moment).ShouldBeTrue();
        moment.ToString().ShouldBe(text);
    }

    [Theory]
    [InlineData("-0001-01-01T00:00:00Z")]
    [InlineData("2026-11-21")]
    [InlineData("2026-11-21T20:00:00+08:00")]
    [InlineData(null)]
    [InlineData("2026-11-21T20:00Z")]
    [InlineData("2026-11-21T20:00:00.123456")]
    [InlineData("2026-11-21T20:00:00.Z")]
    [InlineData("2026-11-21T20:00:60Z")]
    [InlineData("2026-11-21T20:00+00:00Z")]
    public void What_is_no_instant_in_UTC_of_our_years_is_not_read(string? text)
    {
        Moment.TryParse(text, out _).ShouldBeFalse();
        Should.Throw<JsonException>(() => JsonSerializer.Deserialize<Moment>(JsonSerializer.Serialize(text)));
    }

    [Fact]
    public void A_program_s_own_text_is_read_or_is_a_mistake_of_the_program()
    {
        Moment.Parse("2026-11-21T20:00:00Z").ToString().ShouldBe("2026-11-21T20:00:00Z");
        Should.Throw<FormatException>(() => Moment.Parse("tomorrow")).Message.ShouldStartWith("'tomorrow' is no instant in UTC");
        ZoneId.Parse("Asia/Jakarta").Id.ShouldBe("Asia/Jakarta");
        Should.Throw<FormatException>(() => ZoneId.Parse("Asia/Batavia")).Message.ShouldStartWith("'Asia/Batavia' is no IANA time zone");
    }
}
