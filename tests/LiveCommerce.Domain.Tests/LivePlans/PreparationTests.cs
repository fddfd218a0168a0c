using LiveCommerce.Kernel;
using LiveCommerce.LivePlans;
using static LiveCommerce.Tests.LivePlans.Plans;
using static LiveCommerce.Tests.Sample;

namespace LiveCommerce.Tests.LivePlans;

public sealed class PreparationTests
{
    [Fact, Rule("PRE-01"), Rule("PRE-02")]
    public void A_run_sheet_orders_segments_within_the_session()
    {
        Planned().When(new WriteRunSheet(Id, RunSheet), Seller).Then(Fact(new RunSheetWritten(RunSheet))).Warned();
        Planned(new RunSheetWritten(RunSheet)).When(new WriteRunSheet(Id, RunSheet), Seller).ThenAlreadySo();
        ValueList<RunSheetSegment> saidAgain = [RunSheet[0] with { Note = PersonalText.Seal(Shop.Value, Uuid(690), new byte[16], "Welcome") }, .. RunSheet.Skip(1)];
        Planned(new RunSheetWritten(RunSheet)).When(new WriteRunSheet(Id, saidAgain), Seller).ThenAlreadySo();
        ValueList<RunSheetSegment> otherwise = [RunSheet[0] with { Note = Text("Hello") }, .. RunSheet.Skip(1)];
        Planned(new RunSheetWritten(RunSheet)).When(new WriteRunSheet(Id, otherwise), Seller).Then(Fact(new RunSheetWritten(otherwise)));
        Planned().When(new WriteRunSheet(Id, [new(SegmentKind.Interaction, 120, null, null)]), Seller).Then(Fact(new RunSheetWritten([new(SegmentKind.Interaction, 120, null, null)])));
        Planned().When(new WriteRunSheet(Id, [new(SegmentKind.Interaction, 120, null, null), new(SegmentKind.Transition, 1, null, null)]), Seller)
            .ThenRefused("plan.run-sheet.too-long").WithDetails(("session_minutes", "120"), ("planned_minutes", "121"));
    }

    [Theory, Rule("PRE-02")]
    [InlineData(2, true)]
    [InlineData(3, false)]
    [InlineData(5, false)]
    [InlineData(6, true)]
    public void Three_to_five_minutes_for_a_product_are_advised_and_never_demanded(int minutes, bool warned) =>
        Planned().When(new WriteRunSheet(Id, [new(SegmentKind.Product, minutes, "P1", null)]), Seller)
            .Then(Fact(new RunSheetWritten([new(SegmentKind.Product, minutes, "P1", null)]))).Warned(warned ? ["plan.run-sheet.pace"] : []);

    [Fact, Rule("PRE-01")]
    public void A_segment_has_its_minutes_and_shows_what_is_featured() =>
        Planned().When(new WriteRunSheet(Id, [new(SegmentKind.Product, 0, null, null), new(SegmentKind.PromotionalDrop, 4, "P9", null)]), Seller)
            .ThenRefused("plan.run-sheet.minutes", "plan.run-sheet.product-required", "plan.product.not-featured");

    [Fact, Rule("PRE-06")]
    public void A_reference_card_has_bullets_for_a_featured_product()
    {
        Planned().When(new WriteReferenceCard(Id, Card), Seller).Then(Fact(new ReferenceCardWritten(Card)));
        Planned(new ReferenceCardWritten(Card)).When(new WriteReferenceCard(Id, Card), Seller).ThenAlreadySo();
        Planned().When(new WriteReferenceCard(Id, new("P9", [])), Seller).ThenRefused("plan.product.not-featured", "plan.card.points");
    }

    [Fact, Rule("PRE-07")]
    public void Sales_are_estimated_for_featured_products()
    {
        Planned().When(new EstimateSales(Id, [new("P1", 40)]), Seller).Then(Fact(new SalesEstimated([new("P1", 40)])));
        Planned().When(new EstimateSales(Id, [new("P1", -1), new("P1", 1), new("P9", 1)]), Seller).ThenRefused("plan.estimates.units", "plan.estimates.repeated", "plan.product.not-featured");
    }

    [Fact, Rule("TECH-02"), Rule("TECH-03"), Rule("TECH-04")]
    public void The_equipment_is_tried_and_too_little_of_it_is_no_refusal()
    {
        Planned().When(new RecordTechnicalCheck(Id, new(100, false, null, null)), Seller).Then(Fact(new TechnicalCheckRecorded(new(100, false, null, null))));
        Planned(new TechnicalCheckRecorded(Tried)).When(new RecordTechnicalCheck(Id, Tried), Seller).ThenAlreadySo();
        Planned().When(new RecordTechnicalCheck(Id, Tried with { BackupCharge = 101 }), Seller).ThenRefused("plan.technical.invalid");
    }

    [Fact, Rule("BEY-12")]
    public void Rescheduling_carries_what_was_prepared_but_for_the_trial_and_a_run_sheet_that_is_too_long()
    {
        var prepared = Planned(new RunSheetWritten(RunSheet), new ReferenceCardWritten(Card), new SalesEstimated([new("P1", 40)]), new TechnicalCheckRecorded(Tried));
        var shorter = Later with { Minutes = 19 };
        prepared.When(new RescheduleLivePlan(Id, Other, Later, 0), Seller).Carries(new SalesEstimated([new("P1", 40)]), new RunSheetWritten(RunSheet), new ReferenceCardWritten(Card));
        prepared.When(new RescheduleLivePlan(Id, Other, shorter, 0), Seller).Carries(new SalesEstimated([new("P1", 40)]), new ReferenceCardWritten(Card));
    }
}

static class CarriedFacts
{
    /// <summary>Between the publishing of the new plan and the deletion of the old one.</summary>
    public static void Carries(this Scenario scenario, params LiveCommerce.Kernel.IEvent[] facts) => scenario.Recorded.Skip(2).SkipLast(1).ShouldBe(facts.Select(fact => LivePlan.At(Other).Is(fact)));
}
