using System.Text.Json.Serialization;
using LiveCommerce.Kernel;

namespace LiveCommerce.LivePlans;

/// <summary>What was found when the equipment was tried (TECH-02..04).</summary>
/// <param name="UploadKbps">The measured upload speed in kilobits per second.</param>
/// <param name="HasSecondDevice">Whether a second device watches viewers, chat and products.</param>
/// <param name="BackupCharge">The charge of the backup device in percent; null where there is none.</param>
/// <param name="ResumeSeconds">How long it took to go on with the backup device; null where that was not tried.</param>
public sealed record TechnicalCheck(int UploadKbps, bool HasSecondDevice, int? BackupCharge, int? ResumeSeconds);

/// <summary>How many units of a product are expected to be sold in the LIVE (PRE-07).</summary>
public sealed record ProjectedUnits(string ProductId, int Units);

/// <summary>What a segment of the run sheet is for (PRE-01).</summary>
[JsonConverter(typeof(JsonStringEnumConverter<SegmentKind>))]
public enum SegmentKind
{
    /// <summary>A product is shown.</summary>
    Product,

    /// <summary>From one thing to the next.</summary>
    Transition,

    /// <summary>A flash discount or a bundle offer.</summary>
    PromotionalDrop,

    /// <summary>With the audience.</summary>
    Interaction,
}

/// <summary>One stretch of the run sheet (PRE-01).</summary>
/// <param name="Kind">What it is for.</param>
/// <param name="Minutes">How long it takes.</param>
/// <param name="ProductId">The product that is shown or dropped; a product's segment names one.</param>
/// <param name="Note">What the host should know.</param>
public sealed record RunSheetSegment(SegmentKind Kind, int Minutes, string? ProductId, PersonalText? Note);

/// <summary>Talking points for a product: bullets, no script (PRE-06).</summary>
public sealed record ReferenceCard(string ProductId, ValueList<PersonalText> Points);

/// <summary>How far a LIVE is prepared; all of it can change until the LIVE is over.</summary>
public sealed record PlanPreparation(TechnicalCheck? Technical, ValueList<ProjectedUnits> Estimates, ValueList<RunSheetSegment> RunSheet, ValueList<ReferenceCard> Cards)
{
    /// <summary>Nothing yet.</summary>
    public static PlanPreparation None { get; } = new(null, [], [], []);

    internal PlanPreparation With(ReferenceCard card) => this with { Cards = [.. Cards.Where(other => other.ProductId != card.ProductId), card] };
}
