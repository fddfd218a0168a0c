using System.Text.Json;
using LiveCommerce.Kernel;

namespace LiveCommerce.Tests.Kernel;

public sealed class CanonicalJsonTests
{
    [Fact]
    public void Properties_are_sorted_as_rfc_8785_section_3_2_3_shows()
    {
        var canonical = CanonicalJson.Of("""
            {"\u20ac":"Euro Sign","\r":"Carriage Return","\ufb33":"Hebrew Letter Dalet With Dagesh","1":"One",
             "\ud83d\ude00":"Emoji: Grinning Face","\u0080":"Control","\u00f6":"Latin Small Letter O With Diaeresis"}
            """);
        canonical.ShouldBe(
            "{\"\\r\":\"Carriage Return\",\"1\":\"One\",\"\u0080\":\"Control\",\"\u00f6\":\"Latin Small Letter O With Diaeresis\","
            + "\"\u20ac\":\"Euro Sign\",\"\U0001F600\":\"Emoji: Grinning Face\",\"\ufb33\":\"Hebrew Letter Dalet With Dagesh\"}");
    }

    [Fact]
    public void Strings_and_literals_are_written_as_rfc_8785_section_3_2_2_shows() =>
        CanonicalJson.Of("""{ "string": "\u20ac$\u000F\u000aA'\u0042\u0022\u005c\\\"\/", "literals": [null, true, false] }""")
            .ShouldBe("{\"literals\":[null,true,false],\"string\":\"\u20ac$\\u000f\\nA'B\\\"\\\\\\\\\\\"/\"}");

    [Theory, InlineData("{}"), InlineData("[]"), InlineData("\"\""), InlineData("0"), InlineData("-1"), InlineData("9007199254740992"), InlineData("{\"a\":[{}]}")]
    public void What_is_canonical_stays_as_it_is(string json) => CanonicalJson.Of(json).ShouldBe(json);

    [Theory, InlineData("1.5"), InlineData("1e2"), InlineData("9007199254740993"), InlineData("[1.0]")]
    public void Only_integers_up_to_2_to_the_53_stand_in_our_json(string json) => Should.Throw<JsonException>(() => CanonicalJson.Of(json));
}
