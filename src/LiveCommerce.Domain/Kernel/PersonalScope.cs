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

    /// <summary>Until it is disposed, texts that are read find these values.</summary>
    internal static Reading Knowing(PersonalValues? values)
    {
        var reading = new Reading(known);
        known = values;
        return reading;
    }

    internal readonly ref struct Reading(PersonalValues? outer)
    {
        public void Dispose() => known = outer;
    }

    internal static void Meet(PersonalText text) => met?.Add(text);

    internal static (byte[]? Salt, string? Value) Find(Guid reference) => known?.Find(reference) ?? default;
}
