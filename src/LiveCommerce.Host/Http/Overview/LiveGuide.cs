using System.Text.Json.Serialization;
using static LiveCommerce.Host.Http.Overview.ReferenceTexts;

namespace LiveCommerce.Host.Http.Overview;

/// <summary>When something is done, as seen from the LIVE.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<LiveStage>))]
enum LiveStage
{
    Pre,
    During,
    Post,
}

/// <summary>Who does it: the person in front of the camera, or the one beside it.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<PointOfContact>))]
enum PointOfContact
{
    Host,
    SupportPerson,
    Both,
}

/// <summary>A line of the stage guide (STG-01..06).</summary>
/// <param name="Rule">The rule behind it.</param>
/// <param name="Stage">Before, during or after the LIVE.</param>
/// <param name="Feature">What of the product helps.</param>
/// <param name="Scenario">With what.</param>
/// <param name="PointOfContact">Whose task it is.</param>
/// <param name="IsOptional">Whether it can be left out.</param>
sealed record StageLine(string Rule, LiveStage Stage, string Feature, string Scenario, PointOfContact PointOfContact, bool IsOptional);

/// <summary>A step from an idea to the LIVE (PLAN-20).</summary>
/// <param name="Step">What to do.</param>
/// <param name="What">What it brings about.</param>
/// <param name="IsOptional">Whether it can be left out.</param>
sealed record PlanStep(string Step, string What, bool IsOptional);

/// <summary>Where something else is found (PLAN-19, RA-05).</summary>
/// <param name="Name">What it is called.</param>
/// <param name="Purpose">What it is good for.</param>
/// <param name="Path">The way through the menus.</param>
/// <param name="Link">Its address, where it has one: https, or a path of this host.</param>
sealed record GuideLink(string Name, string Purpose, IReadOnlyList<string> Path, string? Link);

/// <summary>The guide through the stages of a LIVE and around the creation of its plan: shipped with the program, or a file of the operator's own.</summary>
/// <param name="Stages">Who does what, before, during and after the LIVE.</param>
/// <param name="PlanFlow">The steps of the creation page.</param>
/// <param name="PlanPanel">The links beside them.</param>
/// <param name="Shortcuts">What the overview leads to with one click.</param>
sealed record LiveGuide(IReadOnlyList<StageLine> Stages, IReadOnlyList<PlanStep> PlanFlow, IReadOnlyList<GuideLink> PlanPanel, IReadOnlyList<GuideLink> Shortcuts)
{
    internal const string Setting = "LiveCommerce:LiveGuideFile";

    static readonly ReferenceFile<LiveGuide> File = new(
        Setting, "live-guide.json", guide => guide.IsWhole, "every stage, step and link needs its texts, a link is https or a path of this host, and none of the three stages may be missing.");

    internal static LiveGuide Shipped => File.Shipped;

    internal static LiveGuide From(IConfiguration configuration) => File.From(configuration);

    internal static LiveGuide Parse(string text, string file) => File.Parse(text, file);

    bool IsWhole =>
        Stages.All(line => line is not null && AreTexts(line.Rule, line.Feature, line.Scenario))
        && Enum.GetValues<LiveStage>().All(stage => Stages.Any(line => line.Stage == stage))
        && PlanFlow.Count > 0 && PlanFlow.All(step => step is not null && AreTexts(step.Step, step.What))
        && PlanPanel.Concat(Shortcuts).All(link => link is not null && AreTexts(link.Name, link.Purpose) && AreTexts(link.Path) && (link.Link is null || IsLink(link.Link)));
}
