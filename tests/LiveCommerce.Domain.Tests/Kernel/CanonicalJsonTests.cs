using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;
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

    [Theory, InlineData("{} {}"), InlineData("[1,]"), InlineData("{\"a\"}"), InlineData("nothing"), InlineData("")]
    public void What_is_no_json_document_is_refused(string json) => Should.Throw<JsonException>(() => CanonicalJson.Of(json));

    [Fact]
    public void Text_that_is_no_utf_8_and_lone_surrogates_are_refused()
    {
        Should.Throw<InvalidOperationException>(() => CanonicalJson.OfUtf8([(byte)'"', 0xFF, (byte)'"']));
        Should.Throw<InvalidOperationException>(() => CanonicalJson.Of("""{"a":"\ud800"}"""));
        Should.Throw<ArgumentException>(() => CanonicalJson.Of("\"\ud800\""));
    }

    /// <summary>Names are compared by UTF-16 code units, which is neither the order of their bytes nor of what stands for them in JSON.</summary>
    [Fact]
    public void Whatever_is_written_is_the_same_document_in_the_order_of_names() => Prop.ForAll<string[]>(names =>
    {
        var distinct = names.Where(name => name is not null && Utf16.IsWhole(name)).Distinct().ToArray();
        var plain = new SortedDictionary<string, object?>(StringComparer.Ordinal);
        foreach (var name in distinct) plain[name] = new Dictionary<string, object?> { ["z"] = name, ["a"] = new[] { 1, -2 } };
        var asked = JsonSerializer.Serialize(distinct.Reverse().ToDictionary(name => name, name => plain[name]));
        var canonical = CanonicalJson.Of(asked);
        using var document = JsonDocument.Parse(canonical);
        document.RootElement.EnumerateObject().Select(property => property.Name).ShouldBe(plain.Keys);
        foreach (var property in document.RootElement.EnumerateObject()) property.Value.GetProperty("z").GetString().ShouldBe(property.Name);
        CanonicalJson.Of(canonical).ShouldBe(canonical);
    }).QuickCheckThrowOnFailure();

    static class Utf16
    {
        internal static bool IsWhole(string text) => !text.Where((letter, at) => char.IsHighSurrogate(letter)
            ? at + 1 == text.Length || !char.IsLowSurrogate(text[at + 1])
            : char.IsLowSurrogate(letter) && (at == 0 || !char.IsHighSurrogate(text[at - 1]))).Any();
    }
}
