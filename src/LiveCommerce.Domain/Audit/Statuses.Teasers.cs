using System.Diagnostics;
using LiveCommerce.Kernel;
using LiveCommerce.Teasers;

namespace LiveCommerce.Audit;

static partial class Statuses
{
    internal static (string, Moment?) Of(Teaser state, Moment? at) => (state switch
    {
        Teaser.NotStarted => nameof(Teaser.NotStarted),
        Teaser.Preparing => nameof(TeaserStatus.Preparing),
        Teaser.Failed => nameof(TeaserStatus.Failed),
        Teaser.Ready => nameof(TeaserStatus.Ready),
        Teaser.Posted => nameof(TeaserStatus.Posted),
        Teaser.Deleted => nameof(TeaserStatus.Deleted),
        _ => throw new UnreachableException(),
    }, null);

    internal static object DecidedBy(Teaser state) => (state.GetType(), (state as Teaser.Known)?.Content.Rendition, (state as Teaser.Posted)?.Post.IsStickerStale);

    internal static MerchantId? ShopOf(Teaser state) => (state as Teaser.Known)?.Content.Begin.Merchant;

    internal static (string, Moment?) Of(Footage state, Moment? at) => (state switch
    {
        Footage.NotPut => nameof(Footage.NotPut),
        Footage.Present => nameof(Footage.Present),
        Footage.Deleted => nameof(Footage.Deleted),
        _ => throw new UnreachableException(),
    }, null);

    internal static (string, Moment?) Of(OutsideVideo state, Moment? at) => (state switch
    {
        OutsideVideo.NotTold => nameof(OutsideVideo.NotTold),
        OutsideVideo.Promotional => nameof(OutsideVideo.Promotional),
        OutsideVideo.OutsideTeaser => nameof(OutsideVideo.OutsideTeaser),
        _ => throw new UnreachableException(),
    }, null);
}
