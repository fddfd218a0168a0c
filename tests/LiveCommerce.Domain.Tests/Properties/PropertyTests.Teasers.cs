using LiveCommerce.Kernel;
using LiveCommerce.LivePlans;
using LiveCommerce.Teasers;
using LiveCommerce.Tests.LivePlans;
using LiveCommerce.Tests.Teasers;
using NodaTime;
using static LiveCommerce.Tests.Sample;

namespace LiveCommerce.Tests.Properties;

public sealed partial class PropertyTests
{
    [Fact]
    public void A_teaser_s_row_says_what_its_state_says() => Check(200, days =>
    {
        var history = Live(days, (_, _, _, _) => { });
        foreach (var id in new[] { TeaserSample.Id, TeaserSample.Other }) RowAgrees(history, Teaser.At(id));
    });

    [Fact, Rule("C48")]
    public void A_plan_has_the_teasers_that_are_linked_to_it_and_none_once_it_is_deleted() => Check(200, days =>
    {
        var history = Live(days, (_, _, _, _) => { });
        foreach (var plan in new[] { Plans.Id, Plans.Other })
        {
            var linked = new[] { TeaserSample.Id, TeaserSample.Other }.Where(id => history.Of(Teaser.At(id)) is Teaser.Known and not Teaser.Deleted and { Content.Plan.Plan: var of } && of == plan);
            history.Of(PlanTeasers.At(plan)).Linked.ShouldBe(linked, ignoreOrder: true);
            if (history.Of(LivePlan.At(plan)) is LivePlan.Deleted) linked.ShouldBeEmpty();
        }
    });

    [Fact, Rule("TSR-14"), Rule("C52")]
    public void No_teaser_is_edited_twice_on_a_day_or_after_its_week() => Check(200, days =>
    {
        var history = Live(days, (_, _, _, _) => { });
        foreach (var id in new[] { TeaserSample.Id, TeaserSample.Other })
        {
            var facts = history.FactsOf(Teaser.At(id)).Select(fact => fact.Body).ToArray();
            var edits = facts.OfType<TeaserPresentationEdited>().Select(edit => edit.EditedAt).ToArray();
            edits.Select(at => at.Instant.InZone(Zone.Rules).Date).ShouldBeUnique();
            foreach (var posted in facts.OfType<TeaserPosted>()) edits.ShouldAllBe(at => at - posted.PostedAt < Duration.FromDays(7));
        }
    });

    static void RowAgrees(History history, StreamRef<Teaser> stream)
    {
        var facts = history.FactsOf(stream);
        var row = facts.Select((fact, index) => new Fact(stream.Id, index + 1, fact.EffectiveAt ?? Now, fact.Body)).Aggregate((TeaserRecord?)null, TeaserRecord.Fold);
        if (history.Of(stream) is not Teaser.Known state)
        {
            row.ShouldBeNull();
            return;
        }
        row.ShouldNotBeNull();
        (row.Version, row.Status, row.Rendition).ShouldBe((facts.Count, state.StatusOf(), state.Content.Rendition));
        if (state is not Teaser.Deleted) (row.Plan, row.LiveStartsAt).ShouldBe((state.Content.Plan?.Plan, state.Content.Plan?.Sticker.Start));
        var post = (state as Teaser.Posted)?.Post;
        var description = post?.Description ?? state.Content.Description;
        (row.Video, row.Failure).ShouldBe((state is Teaser.Posted posted ? posted.Video : (state as Teaser.Ready)?.Video, (state as Teaser.Failed)?.Why));
        if (state is not Teaser.Deleted) (row.CaptionReference, row.Cover, row.IsStickerStale, row.PostedAt, row.EditedAt, row.Figures)
            .ShouldBe((description?.Caption.Reference, description?.Cover, post?.IsStickerStale ?? false, post?.PostedAt, post?.EditedAt, post?.Figures));
    }
}
