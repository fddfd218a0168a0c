using System.Text.RegularExpressions;

namespace LiveCommerce.Tests.Guards;

public sealed partial class SourceTests
{
    const int LongestFile = 200, LongFile = 150, LongestEditorConfig = 60;

    [Fact]
    public void The_domain_forgives_no_null() => Source.Breaches(Source.Of("src/LiveCommerce.Domain"), NullForgiven()).ShouldBeEmpty();

    [Theory]
    [InlineData("var name = found!.Name;")]
    [InlineData("string name = null!;")]
    [InlineData("Find(key)!.Name")]
    [InlineData("names[0]![1]")]
    [InlineData("""$"a {name}"!.Length""")]
    public void A_forgiven_null_is_caught(string offender) => NullForgiven().IsMatch(Source.Code(offender)).ShouldBeTrue();

    [Theory]
    [InlineData("if (!known && a != b) return; // never!")]
    [InlineData("var text = \"Stop!\" + '!';")]
    public void What_forgives_nothing_passes(string innocent) => NullForgiven().IsMatch(Source.Code(innocent)).ShouldBeFalse();

    // the kernel holds no states, and a delivery switches over what a database may throw, which no list closes
    [Fact]
    public void No_switch_over_states_has_a_way_out_but_the_loud_one() =>
        Source.Breaches(Source.Of("src/LiveCommerce.Domain").Where(file => !Open().IsMatch(file.Path)), QuietWayOut()).ShouldBeEmpty();

    [Theory]
    [InlineData("    _ => state,")]
    [InlineData("    _ => Decision.Refuse(at, refusals),")]
    [InlineData("state switch { Open => next, _ => state }")]
    [InlineData("    (_, _) => state,")]
    [InlineData("    var other => other,")]
    [InlineData("    _ => throw new InvalidOperationException(),")]
    [InlineData("    default:\n        return state;")]
    public void A_quiet_way_out_is_caught(string offender) => QuietWayOut().IsMatch(Source.Code(offender)).ShouldBeTrue();

    [Theory]
    [InlineData("    _ => throw new UnreachableException(),")]
    [InlineData("    (_, SubmitRegistration it) => Submit(it),")]
    [InlineData("    (Registration.NotSubmitted, _) => Decision.NotVisible,")]
    public void A_named_case_and_the_loud_way_out_pass(string innocent) => QuietWayOut().IsMatch(Source.Code(innocent)).ShouldBeFalse();

    [Fact]
    public void Names_say_what_a_thing_is() => Source.Breaches(Source.Of("src"), EmptyName()).ShouldBeEmpty();

    [Theory]
    [InlineData("sealed class QuotaManager")]
    [InlineData("static class DateHelpers")]
    [InlineData("public readonly record struct CampaignDto(int Id);")]
    [InlineData("class StoreImpl : IStore")]
    [InlineData("namespace LiveCommerce.Utils;")]
    public void An_empty_name_is_caught(string offender) => EmptyName().IsMatch(Source.Code(offender)).ShouldBeTrue();

    [Fact]
    public void Files_are_short_enough_to_read()
    {
        var longest = TooLong(Source.Of("src"), LongFile);
        TooLong(Source.Of("src"), LongestFile).ShouldBeEmpty($"over {LongFile} lines: {string.Join(", ", longest)}");
    }

    [Fact]
    public void A_long_file_is_caught() =>
        TooLong([("Long.cs", new string('\n', LongestFile + 1)), ("Short.cs", new string('\n', LongestFile))], LongestFile).ShouldBe([$"Long.cs ({LongestFile + 1})"]);

    [Fact]
    public void The_editor_configuration_stays_short() =>
        TooLong([(".editorconfig", File.ReadAllText(Repository.Find(".editorconfig")))], LongestEditorConfig).ShouldBeEmpty();

    static string[] TooLong(IEnumerable<(string Path, string Text)> files, int limit) =>
        [.. files.Select(file => (file.Path, Lines: file.Text.Count(letter => letter == '\n'))).Where(file => file.Lines > limit).Select(file => $"{file.Path} ({file.Lines})")];

    [GeneratedRegex("/Kernel/|/Store/Delivery.cs$")]
    private static partial Regex Open();

    [GeneratedRegex("""[\w)\]>"]!(?!=)""")]
    private static partial Regex NullForgiven();

    [GeneratedRegex("""(?:^\s*|[{,]\s*)(?:_|\(\s*_(?:\s*,\s*_)+\s*\)|var\s+\w+)\s*=>\s*(?!throw new UnreachableException)\S|\bdefault:\s*(?!throw new UnreachableException)\S""", RegexOptions.Multiline)]
    private static partial Regex QuietWayOut();

    [GeneratedRegex("""\b(?:class|struct|record|interface|enum|namespace)\s+[\w.]*(?:Manager|Helper|Util|Utilitie|Dto|Impl)s?\b""")]
    private static partial Regex EmptyName();
}
