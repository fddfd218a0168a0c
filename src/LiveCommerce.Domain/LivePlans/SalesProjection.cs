using LiveCommerce.Kernel;
using LiveCommerce.LiveSessions;

namespace LiveCommerce.LivePlans;

/// <summary>What the products of a past session came to, as one source told it last.</summary>
public sealed record PastSession(LiveSessionId Session, FigureSource Source, ValueList<ProductTotals> Products);

/// <summary>What past sessions let expect of a LIVE (PRE-07): it comes before the seller's own estimate.</summary>
public static class SalesProjection
{
    /// <summary>So many of the shop's last sessions are looked at.</summary>
    public const int Sessions = 3;

    /// <summary>For each product the mean of the units that it sold in those sessions that tell of it, rounded up; where two sources tell a session, the one that ranks higher.</summary>
    /// <param name="told">What was told, the last word of a source last.</param>
    public static ValueList<ProjectedUnits> Of(IEnumerable<PastSession> told) => (
        from session in told.GroupBy(one => one.Session)
        from product in session.GroupBy(one => one.Source).MaxBy(source => source.Key)?.Last().Products.GroupBy(one => one.ProductId) ?? []
        group product.Sum(one => (long)one.Units) by product.Key into units
        orderby units.Key
        select new ProjectedUnits(units.Key, (int)Math.Min(int.MaxValue, Math.Ceiling(units.Average())))).ToValueList();
}
