using System.Reflection;
using System.Text;
using System.Text.RegularExpressions;
using LiveCommerce.Campaigns;
using LiveCommerce.Images;
using LiveCommerce.Kernel;
using LiveCommerce.LiveEvents;
using LiveCommerce.LivePlans;
using LiveCommerce.LiveSessions;
using LiveCommerce.Performance;
using LiveCommerce.Registrations;
using LiveCommerce.Sellers;
using LiveCommerce.Teasers;

namespace LiveCommerce.Tests.Docs;

/// <summary>The project's rules in its own words, with the refusals that speak for them and the tests that prove them.</summary>
static partial class RuleList
{
    public sealed record Rule(string Id, string Class, string Statement)
    {
        public bool MustBeProved => Class is "H" or "D" or "M" or "X";
    }

    public static readonly Rule[] All =
    [
        .. File.ReadLines(Repository.Find("docs/rules.csv")).Skip(1).Select(line => line.Split(';', 3)).Select(cells => new Rule(cells[0], cells[1], cells[2])),
    ];

    public static readonly RefusalKind[] Refusals =
    [
        .. new[] { typeof(SellerRefusals), typeof(CampaignRefusals), typeof(RegistrationRefusals), typeof(RegistrationImageRefusals), typeof(ImageRefusals), typeof(LiveSessionRefusals), typeof(FigureRefusals), typeof(ImportRefusals), typeof(RecapRefusals), typeof(LivePlanRefusals), typeof(PreparationRefusals), typeof(ObservationRefusals), typeof(FootageRefusals), typeof(TeaserRefusals), typeof(OutsideVideoRefusals), typeof(SubscriptionRefusals), typeof(NotificationResends), typeof(CommandRoles) }
            .SelectMany(page => page.GetProperties(BindingFlags.Public | BindingFlags.Static)).Select(property => property.GetValue(null)).OfType<RefusalKind>(),
    ];

    /// <summary>Rule and test, read from the sources of every test project: attributes stand above the method they belong to.</summary>
    public static readonly (string Rule, string Test)[] Proofs =
    [
        .. Directory.EnumerateFiles(Repository.Find("tests"), "*.cs", SearchOption.AllDirectories)
            .Where(file => !file.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal).SelectMany(ProofsIn).Distinct(),
    ];

    public static string Page()
    {
        var page = new StringBuilder("# Rules\n\nGENERATED from `rules.csv`, the refusals and the tests; write it anew with `LIVECOMMERCE_ACCEPT=1 ./test`.\n\n");
        page.Append("Class: H hard rule, D display, M figure, X outside system, S advice, R reference data. Rules `C..` settle contradictions of the sources.\n\n");
        var open = All.Where(rule => rule.MustBeProved && Proofs.All(proof => proof.Rule != rule.Id)).Select(rule => rule.Id).ToArray();
        page.Append("Open, for want of a test: ").Append(open.Length == 0 ? "none" : string.Join(", ", open)).Append(".\n\n| Rule | Class | Statement | Refusal codes | Proved by |\n|---|---|---|---|---|\n");
        foreach (var rule in All)
        {
            var codes = Refusals.Where(kind => kind.Rule == rule.Id).Select(kind => $"`{kind.Code}`").Distinct();
            var tests = Proofs.Where(proof => proof.Rule == rule.Id).Select(proof => proof.Test);
            page.Append("| ").AppendJoin(" | ", rule.Id, rule.Class, rule.Statement, string.Join(", ", codes), string.Join("; ", tests)).Append(" |\n");
        }
        return page.ToString();
    }

    static IEnumerable<(string Rule, string Test)> ProofsIn(string file)
    {
        var pending = new List<string>();
        foreach (var line in File.ReadLines(file).Select(line => line.Trim()))
        {
            if (line.StartsWith('[')) pending.AddRange(RuleAttributes().Matches(line).Select(match => match.Groups[1].Value));
            if (!line.StartsWith("public ", StringComparison.Ordinal)) continue;
            foreach (var rule in pending) yield return (rule, $"{Path.GetFileNameWithoutExtension(file)}: {MemberName().Match(line).Groups[1].Value.Replace('_', ' ')}");
            pending.Clear();
        }
    }

    [GeneratedRegex("""\bRule\("([A-Z]+-?[0-9]+)"\)""")]
    private static partial Regex RuleAttributes();

    [GeneratedRegex(@"(\w+)\(|class (\w+)")]
    private static partial Regex MemberName();
}
