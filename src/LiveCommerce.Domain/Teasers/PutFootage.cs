using System.Diagnostics;
using LiveCommerce.Kernel;
using LiveCommerce.LiveSessions;

namespace LiveCommerce.Teasers;

/// <summary>Puts footage that was probed and whose bytes lie ready; the shop itself asks, or an administrator for it.</summary>
/// <param name="Footage">The id that follows from shop, content hash and stretch.</param>
/// <param name="Merchant">Whose footage it becomes.</param>
/// <param name="Video">What the probe found.</param>
/// <param name="Of">The stretch of a LIVE session that it records; null for a video that was made offline.</param>
public sealed record PutFootage(FootageId Footage, MerchantId Merchant, VideoFacts Video, RecordedStretch? Of) : IFootageCommand
{
    /// <summary>The command that puts this video for a shop.</summary>
    public static PutFootage For(MerchantId merchant, VideoFacts video, RecordedStretch? of) => new(Teasers.Footage.IdOf(merchant, video.ContentHash, of), merchant, video, of);
}

public static partial class FootageDecider
{
    static Decision Put(Footage state, PutFootage command, FootageContext context)
    {
        var isAllowed = context.Actor.IsPlatform || context.Actor.Party == Party.Of(command.Merchant);
        if (!isAllowed || command.Footage != Footage.IdOf(command.Merchant, command.Video.ContentHash, command.Of)) return Decision.NotVisible;
        if (command.Of is not null && !(context.Session is LiveSession.Started session && session.Begin.Party == Party.Of(command.Merchant))) return Decision.NotVisible;
        ValueList<Refusal> refusals =
        [
            .. FootagePolicy.Broken(command.Video), .. IsWithin(command.Of, context.Session) ? [] : new[] { FootageRefusals.OutsideSession.Of("startsAt") },
            .. state is not Footage.Present && context.OfShop?.Kept.Count >= ShopFootage.Most ? new[] { FootageRefusals.TooMany.Of("body", ("most", Numeral.Of(ShopFootage.Most))) } : [],
        ];
        var (stream, until) = (Footage.At(command.Footage), context.Now + FootagePolicy.Term);
        return refusals.Count > 0 ? Decision.Refuse(stream, refusals) : state switch
        {
            Footage.NotPut or Footage.Deleted => Decision.Record(
            [
                new(stream, new FootagePut(command.Footage, command.Merchant, command.Video, command.Of, until)), new(ShopFootage.At(command.Merchant), new FootageJoinedShop(command.Merchant, command.Footage)),
            ]) with { Details = Kept(until) },
            Footage.Present footage when until - footage.KeptUntil >= FootagePolicy.Renewal => Decision.Record(stream, new FootagePutAgain(until)) with { Details = Kept(until) },
            Footage.Present footage => Decision.AlreadySo with { Details = Kept(footage.KeptUntil) },
            _ => throw new UnreachableException(),
        };
    }

    static bool IsWithin(RecordedStretch? of, LiveSession? session) =>
        of is null || (session is LiveSession.Started started && of.StartsAt >= started.Begin.StartedAt && (session is not LiveSession.Ended over || of.StartsAt < over.EndedAt));

    static ValueList<Detail> Kept(Moment until) => [new("kept_until", until.ToString())];
}
