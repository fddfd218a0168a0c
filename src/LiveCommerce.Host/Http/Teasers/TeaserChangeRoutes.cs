using LiveCommerce.Host.Http.Answers;
using LiveCommerce.Host.Http.Documents;
using LiveCommerce.Host.Http.LivePlans;
using LiveCommerce.Host.Http.Reading;
using LiveCommerce.Host.Http.Requests;
using LiveCommerce.Host.Http.SignIn;
using LiveCommerce.Kernel;
using LiveCommerce.Teasers;

namespace LiveCommerce.Host.Http.Teasers;

/// <summary>What can become of a teaser, from its plan to its post and its end.</summary>
static class TeaserChangeRoutes
{
    internal static void MapTeaserChanges(this IEndpointRouteBuilder teasers)
    {
        teasers.MapPut("/{teaser}/plan", Link).For<LinkTeaserToPlan>().Writes("linkTeaser", "Link a teaser to an upcoming plan; its video is made anew, with sticker and arrow (TSR-04, TSR-05, TSR-08)");
        teasers.MapDelete("/{teaser}/plan", Unlink).For<UnlinkTeaser>().Writes("unlinkTeaser", "Unlink a teaser from its plan; its video is made anew, without sticker (TSR-08)");
        teasers.MapPut("/{teaser}/description", Describe).For<DescribeTeaser>().Writes("describeTeaser", "Input caption, preferences and cover, without which it cannot be posted (TSR-06)");
        teasers.MapPut("/{teaser}/story", Tick).For<TickTeaserStory>().Writes("tickTeaserStory", "Tick what of the advice it follows (TSR-12)");
        teasers.MapPost("/{teaser}/preparation", Repeat).For<PrepareTeaserAgain>().Writes("prepareTeaserAgain", "Have a video prepared again that could not be (TSR-03)");
        teasers.MapPost("/{teaser}/post", Post).For<PostTeaser>().Writes("postTeaser", "Post it on the bound official account (TSR-06, TSR-07)");
        teasers.MapPost("/{teaser}/edits", Edit).For<EditTeaserCaptionAndCover>().Writes("editTeaser", "Edit caption, cover or both: once a day on the shop's clock, within 7 days after posting; a refusal says when the next edit is possible (TSR-14, C52)");
        teasers.MapPost("/{teaser}/figures", Measure).For<RecordTeaserFigures>().Writes("recordTeaserFigures", "Tell what a posted teaser brought so far (TSR-20, TSR-21)");
        teasers.MapDelete("/{teaser}", Delete).For<DeleteTeaser>().Writes("deleteTeaser", "Delete a teaser and its video; its history stays (TSR-15)");
    }

    static async Task<IResult> Link(PathId<TeaserId> teaser, Asked<LinkTeaserRequest> asked, CommandDoor door, States states, CancellationToken cancellation) =>
        await Send(teaser, asked, new LinkTeaserToPlan(teaser.Value, asked.Body.Plan), door, states, cancellation);

    static async Task<IResult> Unlink(PathId<TeaserId> teaser, Asked<NoBody> asked, CommandDoor door, States states, CancellationToken cancellation) =>
        await Send(teaser, asked, new UnlinkTeaser(teaser.Value), door, states, cancellation);

    static async Task<IResult> Describe(PathId<TeaserId> teaser, Asked<DescribeTeaserRequest> asked, CommandDoor door, States states, CancellationToken cancellation)
    {
        var shop = await states.ShopOf(teaser.Value, asked.Actor, cancellation);
        var command = new DescribeTeaser(teaser.Value, asked.Seal(shop.Id, "caption", asked.Body.Caption, TextLimits.Notes), asked.Body.Preferences, asked.Body.Cover);
        return await door.Send(asked.For(shop, command), teaser.Value);
    }

    static async Task<IResult> Tick(PathId<TeaserId> teaser, Asked<TickStoryRequest> asked, CommandDoor door, States states, CancellationToken cancellation) =>
        await Send(teaser, asked, new TickTeaserStory(teaser.Value, TextRules.Items(asked.Body.Points.Select(point => (StoryPoint?)point).ToArray(), "points", point => point ?? default).ToValueList()), door, states, cancellation);

    static async Task<IResult> Repeat(PathId<TeaserId> teaser, Asked<NoBody> asked, CommandDoor door, States states, CancellationToken cancellation) =>
        await Send(teaser, asked, new PrepareTeaserAgain(teaser.Value), door, states, cancellation);

    static async Task<IResult> Post(PathId<TeaserId> teaser, Asked<NoBody> asked, CommandDoor door, States states, CancellationToken cancellation) =>
        await Send(teaser, asked, new PostTeaser(teaser.Value), door, states, cancellation);

    static async Task<IResult> Edit(PathId<TeaserId> teaser, Asked<EditTeaserRequest> asked, CommandDoor door, States states, CancellationToken cancellation)
    {
        var shop = await states.ShopOf(teaser.Value, asked.Actor, cancellation);
        var command = new EditTeaserCaptionAndCover(teaser.Value, asked.SealOptional(shop.Id, "caption", asked.Body.Caption, TextLimits.Notes), asked.Body.Cover);
        return await door.Send(asked.For(shop, command), teaser.Value);
    }

    static async Task<IResult> Measure(PathId<TeaserId> teaser, Asked<TeaserFiguresRequest> asked, CommandDoor door, States states, CancellationToken cancellation)
    {
        var it = asked.Body;
        return await Send(teaser, asked, new RecordTeaserFigures(teaser.Value, new(it.MeasuredAt, it.Views, it.Viewers, it.NewViewers, it.NewFollowers, it.RoomEntries)), door, states, cancellation);
    }

    static async Task<IResult> Delete(PathId<TeaserId> teaser, Asked<NoBody> asked, CommandDoor door, States states, CancellationToken cancellation) =>
        await Send(teaser, asked, new DeleteTeaser(teaser.Value), door, states, cancellation);

    static async Task<IResult> Send<T>(PathId<TeaserId> teaser, Asked<T> asked, ITeaserCommand command, CommandDoor door, States states, CancellationToken cancellation) =>
        await door.Send(asked.For(await states.ShopOf(teaser.Value, asked.Actor, cancellation), command), teaser.Value);
}
