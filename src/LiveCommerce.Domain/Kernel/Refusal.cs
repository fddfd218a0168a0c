namespace LiveCommerce.Kernel;

/// <summary>A named figure beside a refusal or an answer, such as <c>required_minutes</c> = <c>90</c>; never personal text.</summary>
/// <param name="Name">Snake case.</param>
/// <param name="Value">As text.</param>
public sealed record Detail(string Name, string Value);

/// <summary>One kind of refusal: its stable code, the rule it rests on, what it says and the way out.</summary>
/// <param name="Code">Stable, dotted, lower case; clients branch on it.</param>
/// <param name="Rule">The requirement's id, such as <c>REG-03</c>.</param>
/// <param name="Message">What is wrong, for people.</param>
/// <param name="Fix">What to do instead.</param>
public sealed record RefusalKind(string Code, string Rule, string Message, string Fix)
{
    /// <summary>Whether it never stops anything: it is said beside what was recorded.</summary>
    public bool IsWarning { get; init; }

    /// <summary>This refusal, about a field of the request, with the figures that explain it.</summary>
    public Refusal Of(string? field = null, params ReadOnlySpan<(string Name, string Value)> details)
    {
        var list = ValueList<Detail>.Empty;
        foreach (var (name, value) in details) list = list.Add(new(name, value));
        return new(Code, Rule, Message, Fix, field, list);
    }
}

/// <summary>A broken rule as a value: why a command was refused. All broken rules of a command are reported at once.</summary>
/// <param name="Code">Stable, dotted, lower case.</param>
/// <param name="Rule">The requirement's id.</param>
/// <param name="Message">What is wrong, for people.</param>
/// <param name="Fix">What to do instead.</param>
/// <param name="Field">The field of the request that broke it, where one did.</param>
/// <param name="Details">Figures that explain it.</param>
public sealed record Refusal(string Code, string Rule, string Message, string Fix, string? Field, ValueList<Detail> Details);
