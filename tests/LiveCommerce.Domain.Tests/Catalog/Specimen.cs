using System.Reflection;
using LiveCommerce.Kernel;

namespace LiveCommerce.Tests.Catalog;

/// <summary>Makes values of any type of ours from its constructor: once with everything in it, once with everything left out that may be.</summary>
static class Specimen
{
    static readonly NullabilityInfoContext nullability = new();

    public static object Of(Type type, bool full) => (Make(type, full) ?? throw new InvalidOperationException($"Nothing makes a {type}."));

    public static bool MayBeNull(ParameterInfo parameter)
    {
        lock (nullability) return nullability.Create(parameter).ReadState == NullabilityState.Nullable;
    }

    static object? Make(Type type, bool full) =>
        type == typeof(string) ? "word"
        : type == typeof(int) || type == typeof(long) ? Convert.ChangeType(42, type, null)
        : type == typeof(bool) ? true
        : type == typeof(Guid) ? Sample.Uuid(7)
        : type == typeof(Moment) ? Sample.Now
        : type == typeof(ZoneId) ? Sample.Zone
        : type == typeof(PersonalText) ? Sample.Text("very private")
        : type.IsEnum ? Enum.GetValues(type).GetValue(0)
        : Nullable.GetUnderlyingType(type) is { } inner ? Make(inner, full)
        : type.IsGenericType && type.GetGenericTypeDefinition() == typeof(ValueList<>) ? List(type.GenericTypeArguments[0], full)
        : Construct(type, full);

    static object Construct(Type type, bool full)
    {
        var constructor = type.GetConstructors().Where(candidate => !candidate.GetParameters().Any(parameter => parameter.ParameterType == type)).MaxBy(candidate => candidate.GetParameters().Length)
            ?? throw new InvalidOperationException($"Nothing makes a {type}.");
        return constructor.Invoke([.. constructor.GetParameters().Select(parameter => !full && MayBeNull(parameter) ? null : Make(parameter.ParameterType, full))]);
    }

    static object? List(Type item, bool full)
    {
        var items = Array.CreateInstance(item, full ? 2 : 0);
        for (var i = 0; i < items.Length; i++) items.SetValue(Make(item, full), i);
        return typeof(ValueList).GetMethod(nameof(ValueList.ToValueList))?.MakeGenericMethod(item).Invoke(null, [items]);
    }
}
