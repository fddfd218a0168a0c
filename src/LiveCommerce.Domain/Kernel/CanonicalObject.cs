using System.Text;

namespace LiveCommerce.Kernel;

/// <summary>Writes one object in canonical form; whoever calls adds the names in ordinal order. A null value leaves its name out.</summary>
sealed class CanonicalObject
{
    readonly StringBuilder text = new(1024);

    internal void Add(string name, string? value)
    {
        if (value is null) return;
        Name(name);
        CanonicalJson.WriteString(text, value);
    }

    internal void Add(string name, long value)
    {
        Name(name);
        text.Append(value);
    }

    internal void AddOrNull(string name, string? value)
    {
        if (value is null) AddJson(name, "null");
        else Add(name, value);
    }

    internal void AddJson(string name, string? canonical)
    {
        if (canonical is null) return;
        Name(name);
        text.Append(canonical);
    }

    void Name(string name) => text.Append(text.Length == 0 ? '{' : ',').Append('"').Append(name).Append("\":");

    /// <inheritdoc />
    public override string ToString() => text.Append('}').ToString();
}
