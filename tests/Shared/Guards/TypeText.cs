using System.Globalization;
using System.Reflection;

namespace LiveCommerce.Tests.Guards;

/// <summary>Types, parameters and values as C# writes them.</summary>
static class TypeText
{
    static readonly NullabilityInfoContext nullability = new();

    static readonly Dictionary<Type, string> keywords = new()
    {
        [typeof(void)] = "void", [typeof(object)] = "object", [typeof(string)] = "string", [typeof(bool)] = "bool", [typeof(byte)] = "byte", [typeof(char)] = "char",
        [typeof(short)] = "short", [typeof(int)] = "int", [typeof(long)] = "long", [typeof(double)] = "double", [typeof(decimal)] = "decimal",
    };

    public static string Of(PropertyInfo property) => Of(nullability.Create(property));

    public static string Of(FieldInfo field) => Of(nullability.Create(field));

    public static string Of(ParameterInfo parameter) => Of(nullability.Create(parameter));

    /// <summary>A type without what is known of nulls.</summary>
    public static string Of(Type type) => Of(type, type.GetGenericArguments().Select(Of));

    public static string Parameters(MethodBase method, bool extends = false) =>
        string.Join(", ", method.GetParameters().Select(parameter => $"{(extends && parameter.Position == 0 ? "this " : "")}{Parameter(parameter)}"));

    /// <summary>A value as it stands in source.</summary>
    public static string Value(object? value) => value switch
    {
        null => "default",
        string text => $"\"{text}\"",
        bool truth => truth ? "true" : "false",
        _ => Convert.ToString(value, CultureInfo.InvariantCulture) ?? "",
    };

    static string Parameter(ParameterInfo parameter)
    {
        var passed = parameter.IsOut ? "out " : parameter.IsIn ? "in " : parameter.ParameterType.IsByRef ? "ref " : "";
        if (parameter.GetCustomAttributesData().Any(data => data.AttributeType.Name is "ParamArrayAttribute" or "ParamCollectionAttribute")) passed = "params ";
        return $"{passed}{Of(parameter)} {parameter.Name}{(parameter.HasDefaultValue ? $" = {Value(parameter.DefaultValue)}" : "")}";
    }

    static string Of(NullabilityInfo info)
    {
        if (info.Type.IsByRef) return Of(info.Type);
        var type = Nullable.GetUnderlyingType(info.Type) ?? info.Type;
        var name = info.ElementType is { } element ? $"{Of(element)}[]"
            : type == info.Type ? Of(type, info.GenericTypeArguments.Select(Of))
            : Of(type);
        // a T without constraints may be null by its caller's choice, which says nothing about the member
        var isOpen = type.IsGenericParameter && !type.GenericParameterAttributes.HasFlag(GenericParameterAttributes.ReferenceTypeConstraint);
        return (info.ReadState == NullabilityState.Nullable && !isOpen) || type != info.Type ? $"{name}?" : name;
    }

    static string Of(Type type, IEnumerable<string> arguments)
    {
        if (keywords.TryGetValue(type, out var keyword)) return keyword;
        if (type.IsByRef || type.IsArray) return type.GetElementType() is { } element ? Of(element) + (type.IsArray ? "[]" : "") : type.Name;
        if (type.FullName?.StartsWith("System.ValueTuple`", StringComparison.Ordinal) == true) return $"({string.Join(", ", arguments)})";
        var name = type is { IsNested: true, IsGenericParameter: false, DeclaringType: { } outer } ? $"{Of(outer)}.{type.Name}" : type.Name;
        return name.Contains('`', StringComparison.Ordinal) ? $"{name[..name.IndexOf('`', StringComparison.Ordinal)]}<{string.Join(", ", arguments)}>" : name;
    }
}
