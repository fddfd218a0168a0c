using System.Diagnostics;
using LiveCommerce.Kernel;

namespace LiveCommerce.Teasers;

/// <summary>Deletes footage that was neither put again nor used for its term: due work of the host.</summary>
public sealed record DeleteOldFootage(FootageId Footage) : IFootageCommand;

public static partial class FootageDecider
{
    // a use may have come after the work fell due: so it is decided again
    static Decision Delete(Footage state, FootageId id, Moment now) => state switch
    {
        Footage.NotPut => Decision.NotVisible,
        Footage.Present footage when footage.KeptUntil <= now => Decision.Record(Footage.At(id), new FootageDeleted()),
        Footage.Present or Footage.Deleted => Decision.AlreadySo,
        _ => throw new UnreachableException(),
    };
}
