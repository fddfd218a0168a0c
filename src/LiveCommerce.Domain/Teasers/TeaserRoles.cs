using LiveCommerce.Kernel;
using static LiveCommerce.Kernel.ActorRole;

namespace LiveCommerce.Teasers;

/// <summary>Who may ask for what about teasers: sellers about their own, administrators for them; the host records what it prepared.</summary>
public static class TeaserRoles
{
    /// <summary>A line for each command about a teaser.</summary>
    public static CommandRoles Table { get; } = CommandRoles.None
        .Let<MakeHighlightTeaser>(Merchant, OpsAdmin)
        .Let<MakeUploadedTeaser>(Merchant, OpsAdmin)
        .Let<PrepareTeaserAgain>(Merchant, OpsAdmin)
        .Let<LinkTeaserToPlan>(Merchant, OpsAdmin)
        .Let<UnlinkTeaser>(Merchant, OpsAdmin)
        .Let<DescribeTeaser>(Merchant, OpsAdmin)
        .Let<TickTeaserStory>(Merchant, OpsAdmin)
        .Let<PostTeaser>(Merchant, OpsAdmin)
        .Let<EditTeaserCaptionAndCover>(Merchant, OpsAdmin)
        .Let<RecordTeaserFigures>(Merchant, OpsAdmin)
        .Let<DeleteTeaser>(Merchant, OpsAdmin)
        .Let<RecordTeaserPrepared>(ActorRole.System)
        .Let<RecordTeaserFailed>(ActorRole.System);

    /// <summary>A line for each command about footage.</summary>
    public static CommandRoles Footage { get; } = CommandRoles.None
        .Let<PutFootage>(Merchant, OpsAdmin)
        .Let<DeleteOldFootage>(ActorRole.System);

    /// <summary>A line for each command about a video that was posted outside.</summary>
    public static CommandRoles OutsideVideos { get; } = CommandRoles.None
        .Let<TellPromotionalVideo>(Merchant, OpsAdmin)
        .Let<TellOutsideTeaser>(Merchant, OpsAdmin);
}
