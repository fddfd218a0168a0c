using System.Diagnostics;
using LiveCommerce.Kernel;

namespace LiveCommerce.Teasers;

/// <summary>Asks the host once more to prepare a teaser after it failed (TSR-03).</summary>
public sealed record PrepareTeaserAgain(TeaserId Teaser) : ITeaserCommand;

/// <summary>Records that the host prepared and checked a video. What was settled anew meanwhile is prepared again: then this says nothing.</summary>
public sealed record RecordTeaserPrepared(TeaserId Teaser, int Rendition, RenderedVideo Video) : ITeaserCommand;

/// <summary>Records that the host could not prepare a video.</summary>
public sealed record RecordTeaserFailed(TeaserId Teaser, int Rendition, TeaserFailure Why) : ITeaserCommand;

public static partial class TeaserDecider
{
    static Decision Prepared(Teaser.Known state, RecordTeaserPrepared command) =>
        IsAwaited(state, command.Rendition) ? Decision.Record(Teaser.At(command.Teaser), new TeaserPrepared(command.Rendition, command.Video)) : Decision.AlreadySo;

    static Decision Failed(Teaser.Known state, RecordTeaserFailed command) =>
        IsAwaited(state, command.Rendition) ? Decision.Record(Teaser.At(command.Teaser), new TeaserPreparationFailed(command.Rendition, command.Why)) : Decision.AlreadySo;

    static Decision Repeat(Teaser.Known state) => state switch
    {
        Teaser.Failed => Decision.Record(Teaser.At(state.Content.Begin.Teaser), new TeaserPreparationRepeated()),
        Teaser.Preparing or Teaser.Ready or Teaser.Posted => Decision.AlreadySo,
        Teaser.Deleted => Decision.Refuse(Teaser.At(state.Content.Begin.Teaser), [TeaserRefusals.Deleted.Of("teaser")]),
        _ => throw new UnreachableException(),
    };

    static bool IsAwaited(Teaser.Known state, int rendition) => state is Teaser.Preparing && state.Content.Rendition == rendition;
}
