using System.Text.Json;
using LiveCommerce.Kernel;
using NodaTime;

namespace LiveCommerce.Tests.Kernel;

public sealed class ValueTests
{
    [Fact]
    public void Lists_are_equal_by_their_items_in_order()
    {
        ValueList<string> list = ["a", "b"];
        list.ShouldBe(["a", "b"]);
        list.Equals(ValueList<string>.Empty.Add("a").Add("b")).ShouldBeTrue();
        list.GetHashCode().ShouldBe("ab".Select(letter => letter.ToString()).ToValueList().GetHashCode());
        list.Equals((ValueList<string>)["b", "a"]).ShouldBeFalse();
        list.Equals((ValueList<string>)["a"]).ShouldBeFalse();
        JsonSerializer.Deserialize<ValueList<string>>(JsonSerializer.Serialize(list)).ShouldBe(list);
    }

    [Theory]
    [InlineData(1_234_567, 123_456)]
    [InlineData(9, 0)]
    [InlineData(-1, -1)]
    [InlineData(-10, -1)]
    [InlineData(-11, -2)]
    public void A_moment_is_cut_to_microseconds_towards_the_past(long ticks, long microseconds)
    {
        var moment = Moment.From(Instant.FromUnixTimeTicks(ticks));
        moment.ToUnixMicroseconds().ShouldBe(microseconds);
        moment.ShouldBe(Moment.FromUnixMicroseconds(microseconds));
        JsonSerializer.Deserialize<Moment>(JsonSerializer.Serialize(moment)).ShouldBe(moment);
    }

    [Theory, Rule("C16")]
    [InlineData("2026-02-01T00:00:00Z", true)]
    [InlineData("2026-02-28T23:59:59.999999Z", true)]
    [InlineData("2026-03-01T00:00:00Z", false)]
    [InlineData("2026-01-31T23:59:59.999999Z", false)]
    public void A_range_holds_its_start_and_not_its_end(string moment, bool isInside) => Sample.Period.Contains(Sample.On(moment)).ShouldBe(isInside);

    [Theory, InlineData("2026-01-01"), InlineData("2026-01-01T00:00:00"), InlineData("2026-01-01T00:00:00+08:00"), InlineData(null)]
    public void A_moment_is_utc(string? text) => Moment.TryParse(text, out _).ShouldBeFalse();

    [Theory, InlineData("Asia/Kuala_Lumpur", true), InlineData("Mars/Olympus", false), InlineData(null, false)]
    public void A_zone_is_one_that_the_database_knows(string? id, bool isKnown) => (ZoneId.TryParse(id) is not null).ShouldBe(isKnown);

    [Fact]
    public void A_derived_id_is_the_published_uuid_version_5() =>
        DerivedId.Of(new("6ba7b810-9dad-11d1-80b4-00c04fd430c8"), "www.example.com").ShouldBe(new("2ed6657d-e927-568b-95e1-2665a8aea6a2"));
}
