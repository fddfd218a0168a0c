using System.Diagnostics;
using LiveCommerce.Kernel;

namespace LiveCommerce.Teasers;

/// <summary>What a teaser was begun with, and what has been said of it since. It has no room for products: a teaser never links any (TSR-11, C7).</summary>
/// <param name="Begin">How it was begun.</param>
public sealed record TeaserContent(TeaserPreparationStarted Begin)
{
    /// <summary>The plan whose LIVE it announces, where it is linked to one.</summary>
    public LinkedPlan? Plan { get; init; }

    /// <summary>Caption, preferences and cover, once they were input (TSR-06); a posted teaser's own say how they stand.</summary>
    public TeaserDescription? Description { get; init; }

    /// <summary>What the seller ticked of the advice (TSR-12).</summary>
    public ValueList<StoryPoint> Ticked { get; init; } = [];

    /// <summary>So many times what is to be rendered was settled: a rendering of an earlier number says nothing any more.</summary>
    public int Rendition { get; init; } = 1;

    /// <summary>Whether somebody may know of it: its shop and the platform.</summary>
    public bool IsVisibleTo(Actor actor) => actor.IsPlatform || actor.Role == ActorRole.Auditor || actor.Party == Party.Of(Begin.Merchant);

    internal TeaserContent Linked(LinkedPlan? plan) => this with { Plan = plan, Rendition = Rendition + 1 };
}

/// <summary>How a teaser stands on the account.</summary>
/// <param name="Account">The bound official account.</param>
/// <param name="PostedAt">When it was posted.</param>
/// <param name="Description">Caption, preferences and cover as they are there now.</param>
public sealed record TeaserPost(AccountId Account, Moment PostedAt, TeaserDescription Description)
{
    /// <summary>When caption or cover were last edited; null where they never were.</summary>
    public Moment? EditedAt { get; init; }

    /// <summary>Whether the sticker in the posted file shows a LIVE that was deleted or rescheduled since (C48).</summary>
    public bool IsStickerStale { get; init; }

    /// <summary>The figures that were measured last.</summary>
    public TeaserFigures? Figures { get; init; }

    internal TeaserPost With(TeaserPresentationEdited edit) =>
        this with { Description = Description with { Caption = edit.Caption ?? Description.Caption, Cover = edit.Cover ?? Description.Cover }, EditedAt = edit.EditedAt };
}

/// <summary>A teaser: cut from a LIVE's peak or from an uploaded video, prepared by the host, posted on the official account (TSR-01..08).</summary>
public abstract record Teaser
{
    Teaser() { }

    /// <summary>Nobody has begun it.</summary>
    public sealed record NotStarted : Teaser;

    /// <summary>A teaser that was begun, whatever became of it.</summary>
    public abstract record Known(TeaserContent Content) : Teaser;

    /// <summary>Begun and not posted: what is rendered can still change.</summary>
    public abstract record Unposted(TeaserContent Content) : Known(Content);

    /// <summary>The host prepares the video (TSR-03).</summary>
    public sealed record Preparing(TeaserContent Content) : Unposted(Content);

    /// <summary>The video could not be prepared.</summary>
    public sealed record Failed(TeaserContent Content, TeaserFailure Why) : Unposted(Content);

    /// <summary>The video is there and can be posted.</summary>
    public sealed record Ready(TeaserContent Content, RenderedVideo Video) : Unposted(Content);

    /// <summary>It is on the official account (TSR-07).</summary>
    public sealed record Posted(TeaserContent Content, RenderedVideo Video, TeaserPost Post) : Known(Content);

    /// <summary>It was deleted (TSR-15); its history stays.</summary>
    public sealed record Deleted(TeaserContent Content) : Known(Content);

    /// <summary>Teasers as streams.</summary>
    public static StreamKind<Teaser> Kind { get; } = new("teaser", new NotStarted(), Evolve, TeaserRecord.View);

    /// <summary>The stream of one teaser.</summary>
    public static StreamRef<Teaser> At(TeaserId id) => Kind.At(id.Value);

    /// <summary>The teaser after one more fact.</summary>
    public static Teaser Evolve(Teaser state, IEvent fact) => (state, fact) switch
    {
        (NotStarted, TeaserPreparationStarted it) => new Preparing(new(it)),
        (Unposted teaser, TeaserLinkedToPlan it) => new Preparing(teaser.Content.Linked(new(it.Plan, it.Sticker))),
        (Unposted teaser, TeaserUnlinked) => new Preparing(teaser.Content.Linked(null)),
        (Unposted teaser, TeaserDescribed it) => teaser with { Content = teaser.Content with { Description = it.Description } },
        (Failed teaser, TeaserPreparationRepeated) => new Preparing(teaser.Content with { Rendition = teaser.Content.Rendition + 1 }),
        (Preparing teaser, TeaserPrepared it) => new Ready(teaser.Content, it.Video),
        (Preparing teaser, TeaserPreparationFailed it) => new Failed(teaser.Content, it.Why),
        (Ready { Content.Description: { } description } teaser, TeaserPosted it) => new Posted(teaser.Content, teaser.Video, new(it.Account, it.PostedAt, description)),
        (Posted teaser, TeaserLinkedToPlan it) => teaser with { Content = teaser.Content with { Plan = new(it.Plan, it.Sticker) } },
        (Posted teaser, TeaserUnlinked) => teaser with { Content = teaser.Content with { Plan = null }, Post = teaser.Post with { IsStickerStale = true } },
        (Posted teaser, TeaserPresentationEdited it) => teaser with { Post = teaser.Post.With(it) },
        (Posted teaser, TeaserMetricsRecorded it) => teaser with { Post = teaser.Post with { Figures = it.Figures } },
        (Known and not Deleted, TeaserStoryTicked it) => Ticked((Known)state, it.Points),
        (Known teaser and not Deleted, TeaserDeleted) => new Deleted(teaser.Content),
        _ => throw new UnreachableException($"{fact.GetType().Name} cannot follow {state.GetType().Name}."),
    };

    static Known Ticked(Known teaser, ValueList<StoryPoint> points) => teaser with { Content = teaser.Content with { Ticked = points } };
}
