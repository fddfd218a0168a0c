namespace LiveCommerce.Postgres.DueWork;

/// <summary>What is done when something of one kind falls due.</summary>
public interface IDueWork
{
    /// <summary>Does it; false where it shall be tried again later. While it is at work, the lease on it is renewed.</summary>
    /// <param name="item">What fell due.</param>
    /// <param name="cancellation">The worker stops, or the lease was lost and another host may be at the work: nothing more may be done then.</param>
    Task<bool> Run(DueItem item, CancellationToken cancellation);
}

/// <summary>The kinds of due work that touch files, and so are done by a host that has them.</summary>
public static class MediaWork
{
    /// <summary>The video of a teaser: to be made anew, or to be deleted.</summary>
    public const string TeaserVideo = "teaser_video";

    /// <summary>The end of the term for which footage is kept.</summary>
    public const string FootageTerm = "footage_term";
}
