using System.Reflection;
using LiveCommerce.Kernel;

namespace LiveCommerce.Tests.Audit;

/// <summary>A filled-in fact of any class, so that a test of totality needs no list that somebody would have to keep.</summary>
static class SampleFacts
{
    public static IEvent Of(Type type) => (IEvent)Value(type);

    static object Value(Type type)
    {
        if (Nullable.GetUnderlyingType(type) is { } inner) return Value(inner);
        if (type == typeof(string)) return "text";
        if (type == typeof(int)) return 7;
        if (type == typeof(bool)) return true;
        if (type == typeof(Guid)) return new Guid("01930000-0000-7000-8000-000000000001");
        if (type == typeof(Moment)) return Moment.FromUnixMicroseconds(1_800_000_000_000_000);
        if (type == typeof(PersonalText)) return PersonalText.Seal(Guid.Empty, Guid.Empty, new byte[16], "in their words");
        if (type == typeof(ZoneId)) return ZoneId.TryParse("Asia/Jakarta")!;
        if (type.IsEnum) return Enum.GetValues(type).GetValue(0)!;
        return type.IsGenericType && type.GetGenericTypeDefinition() == typeof(ValueList<>) ? ListOf(type) : Construct(type);
    }

    static object ListOf(Type type) => type.GetMethod("Add")!.Invoke(type.GetProperty("Empty")!.GetValue(null), [Value(type.GenericTypeArguments[0])])!;

    static object Construct(Type type)
    {
        var constructor = type.GetConstructors(BindingFlags.Public | BindingFlags.Instance).MaxBy(candidate => candidate.GetParameters().Length)!;
        return constructor.Invoke([.. constructor.GetParameters().Select(parameter => Value(parameter.ParameterType))]);
    }
}
