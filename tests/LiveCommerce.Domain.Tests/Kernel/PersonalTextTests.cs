using System.Text.Json;
using LiveCommerce.Kernel;
using static LiveCommerce.Tests.Sample;

namespace LiveCommerce.Tests.Kernel;

public sealed class PersonalTextTests
{
    static readonly byte[] Salt = [.. Enumerable.Range(1, 16).Select(number => (byte)number)];
    static readonly PersonalText Sealed = PersonalText.Seal(Uuid(1), Uuid(2), Salt, "Ann Example");

    [Fact]
    public void The_value_never_stands_in_json_nor_in_a_log()
    {
        JsonSerializer.Serialize(Sealed).ShouldBe($$"""{"Subject":"{{Uuid(1)}}","Reference":"{{Uuid(2)}}","Digest":"{{Sealed.Digest}}"}""");
        Sealed.ToString().ShouldNotContain("Ann");
    }

    [Fact]
    public void It_is_equal_after_a_round_trip_and_readable_where_the_values_are_known()
    {
        var json = JsonSerializer.Serialize(Sealed);
        var erased = JsonSerializer.Deserialize<PersonalText>(json).ShouldNotBeNull();
        erased.ShouldBe(Sealed);
        (erased.Value, erased.Salt, erased.SaysTheSameAs(erased)).ShouldBe((null, null, false));
        var values = new PersonalValues();
        values.Add(Uuid(2), Salt, "Ann Example");
        using (PersonalScope.Knowing(values)) JsonSerializer.Deserialize<PersonalText>(json).ShouldNotBeNull().SaysTheSameAs(Sealed).ShouldBeTrue();
        JsonSerializer.Deserialize<PersonalText>(json).ShouldNotBeNull().Value.ShouldBeNull();
    }

    [Fact]
    public void What_is_written_is_collected_to_be_stored_beside()
    {
        var met = new List<PersonalText>();
        PersonalScope.Collecting(met, () => JsonSerializer.Serialize(Sealed));
        met.ShouldHaveSingleItem().ShouldBeSameAs(Sealed);
    }

    [Fact]
    public void The_digest_proves_value_and_salt_together()
    {
        Sealed.Proves(Salt, "Ann Example").ShouldBeTrue();
        Sealed.Proves(Salt, "Bob Example").ShouldBeFalse();
        Sealed.Proves(new byte[16], "Ann Example").ShouldBeFalse();
    }
}
