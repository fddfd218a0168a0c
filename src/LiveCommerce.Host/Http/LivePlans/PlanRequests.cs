using LiveCommerce.Host.Http.Requests;
using LiveCommerce.Kernel;
using LiveCommerce.LivePlans;

namespace LiveCommerce.Host.Http.LivePlans;

/// <summary>Plans a LIVE (PLAN-02); but for products, promotion tools and preparations all of it is fixed from then on (PLAN-10, PLAN-11).</summary>
/// <param name="Title">The title of the LIVE session.</param>
/// <param name="Schedule">When, on the shop's clock.</param>
/// <param name="Products">The marketplace's ids of 1 to 150 products (PLAN-03).</param>
/// <param name="Description">What it is about.</param>
/// <param name="PromotionTools">The ids of the seller's promotion tools.</param>
/// <param name="Merchant">For whom an administrator plans; a merchant plans for itself.</param>
sealed record CreatePlanRequest(
    string Title, ScheduleRequest Schedule, IReadOnlyList<string> Products, string Description, IReadOnlyList<string>? PromotionTools = null, MerchantId? Merchant = null);

/// <summary>When a LIVE shall run.</summary>
/// <param name="Date">The date on the shop's clock, such as <c>2026-11-28</c>.</param>
/// <param name="Time">Hours and minutes on the shop's clock, such as <c>20:00</c>.</param>
/// <param name="Minutes">For how long: 1 to 1,440.</param>
sealed record ScheduleRequest(string Date, string Time, int Minutes)
{
    internal WantedSchedule ToWanted() =>
        new(TextRules.Optional(Date, "schedule.date", TextLimits.Code), TextRules.Optional(Time, "schedule.time", TextLimits.Code), Minutes);
}

/// <summary>Features these products, all of them anew (PLAN-11).</summary>
sealed record ChangeProductsRequest(IReadOnlyList<string> Products);

/// <summary>Attaches these promotion tools, all of them anew (PLAN-06, PLAN-11).</summary>
sealed record ChangeToolsRequest(IReadOnlyList<string> PromotionTools);

/// <summary>Asks for another schedule, title or description, which is refused with the way out (PLAN-10..12); what is left out shall stay.</summary>
sealed record ChangeDetailsRequest(ScheduleRequest? Schedule = null, string? Title = null, string? Description = null);

/// <summary>Gives the LIVE another schedule by a plan that takes this one's place (PLAN-12, BEY-12).</summary>
sealed record ReschedulePlanRequest(ScheduleRequest Schedule);

/// <summary>What was found when the equipment was tried (TECH-02..04).</summary>
/// <param name="UploadKbps">The measured upload speed in kilobits per second.</param>
/// <param name="HasSecondDevice">Whether a second device watches viewers, chat and products.</param>
/// <param name="BackupCharge">The charge of the backup device in percent; left out where there is none.</param>
/// <param name="ResumeSeconds">How long it took to go on with the backup device; left out where that was not tried.</param>
sealed record TechnicalCheckRequest(int UploadKbps, bool HasSecondDevice, int? BackupCharge = null, int? ResumeSeconds = null);

/// <summary>How many units of featured products shall be sold, all of them anew (PRE-07).</summary>
sealed record EstimateSalesRequest(IReadOnlyList<ProjectedUnits> Estimates);

/// <summary>The run sheet, every segment in its order (PRE-01).</summary>
sealed record RunSheetRequest(IReadOnlyList<SegmentRequest> Segments);

/// <summary>One stretch of the run sheet.</summary>
/// <param name="Kind">What it is for.</param>
/// <param name="Minutes">How long it takes.</param>
/// <param name="ProductId">The product that is shown or dropped; a product's segment names one.</param>
/// <param name="Note">What the host should know.</param>
sealed record SegmentRequest(SegmentKind Kind, int Minutes, string? ProductId = null, string? Note = null);

/// <summary>A product's reference card, in place of an earlier one (PRE-06).</summary>
/// <param name="ProductId">A featured product.</param>
/// <param name="Points">1 to 12 bullets, no script.</param>
sealed record ReferenceCardRequest(string ProductId, IReadOnlyList<string> Points);

/// <summary>The marketplace's ids as they came: the domain says which is none, and which rule that breaks.</summary>
static class MarketIds
{
    internal static ValueList<string> Of(IReadOnlyList<string> ids, string field) => TextRules.Items(ids, field, id => Of(id, field), TextLimits.Details).ToValueList();

    internal static string Of(string id, string field) => TextRules.Optional(id, field, TextLimits.Details);
}
