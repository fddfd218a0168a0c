namespace LiveCommerce.Kernel;

/// <summary>
/// What goes beside the JSON while it is written or read. A converter sees one value at a time and a serializer call is synchronous, so
/// the scope belongs to the thread; without one, values are neither collected nor found.
/// </summary>
static class PersonalScope
{
    [ThreadStatic] static List<PersonalText>? met;
    [ThreadStatic] static PersonalValues? known;

    internal static TResult Collecting<TResult>(List<PersonalText> into, Func<TResult> write)
    {
        var outer = met;
        met = into;
        try { return write(); }
        finally { met = outer; }
    }

    internal static TResult Knowing<TResult>(PersonalValues? values, Func<TResult> read)
    {
        var outer = known;
        known = values;
        try { return read(); }
        finally { known = outer; }
    }

    internal static void Meet(PersonalText text) => met?.Add(text);

    internal static (byte[]? Salt, string? Value) Find(Guid reference) => known?.Find(reference) ?? default;
}
