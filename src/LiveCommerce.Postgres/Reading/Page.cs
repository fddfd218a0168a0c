using LiveCommerce.Kernel;

namespace LiveCommerce.Postgres;

/// <summary>A place in a list that is ordered by time: strictly after it the next page begins.</summary>
/// <param name="At">The row's time.</param>
/// <param name="Id">The row's id, for rows of one time.</param>
public sealed record PagePlace(Moment At, Guid Id);

/// <summary>One page of a list.</summary>
/// <typeparam name="T">What is listed.</typeparam>
/// <param name="Items">At most as many as were asked for.</param>
/// <param name="Next">Where the next page begins; null at the end.</param>
public sealed record Page<T>(IReadOnlyList<T> Items, PagePlace? Next);

static class Pages
{
    /// <summary>No page is longer, whatever is asked for.</summary>
    internal const int Longest = 100;

    internal static int Limit(int asked) => Math.Clamp(asked, 1, Longest);

    /// <summary>A page from the rows of a query for one row more than the page holds.</summary>
    internal static Page<T> Of<T>(List<T> rows, int limit, Func<T, PagePlace> placeOf) =>
        rows.Count <= limit ? new(rows, null) : new(rows.GetRange(0, limit), placeOf(rows[limit - 1]));
}
