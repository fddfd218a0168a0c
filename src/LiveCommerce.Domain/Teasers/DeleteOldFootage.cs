using System.Diagnostics;
using LiveCommerce.Kernel;

namespace LiveCommerce.Teasers;

/// <summary>Deletes footage that was neither put again nor used for its term: due work of the host.</summary>
public sealed record DeleteOldFootage(FootageId Footage) : IFootageCommand;

public static partial class FootageDecider
{
    // a use may have come after the work fell due: so it is decided again
    static Decision Delete(Footage state, FootageId id, FootageContext context) => state switch
    {
        Footage.NotPut => Decision.NotVisible,
        Footage.Present footage when footage.KeptUntil <= context.Now => Decision.Record([new(Footage.At(id), new FootageDeleted()), .. Left(footage.Put, context)]),
        Footage.Present or Footage.Deleted => Decision.AlreadySo,
        _ => throw new UnreachableException(),
    };

    // what was put before shops had a list is in none
    static IEnumerable<NewFact> Left(FootagePut put, FootageContext context) =>
        context.OfShop?.Kept.Contains(put.Footage) == true ? [new(ShopFootage.At(put.Merchant), new FootageLeftShop(put.Merchant, put.Footage))] : [];
}
