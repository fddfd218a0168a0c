using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text;

namespace LiveCommerce.Tests.Guards;

/// <summary>All that a package promises: one line per type and member, without what the compiler makes for records.</summary>
static class PublicApi
{
    const BindingFlags Seen = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Static | BindingFlags.Instance | BindingFlags.DeclaredOnly;

    public static string Of(Assembly assembly) => Of(assembly.GetExportedTypes());

    public static string Of(params IEnumerable<Type> types)
    {
        var text = new StringBuilder();
        foreach (var room in types.GroupBy(type => type.Namespace).OrderBy(room => room.Key, StringComparer.Ordinal))
        {
            text.Append("namespace ").Append(room.Key).Append('\n');
            foreach (var type in room.OrderBy(type => type.FullName, StringComparer.Ordinal))
            {
                text.Append('\n').Append(Header(type)).Append('\n');
                foreach (var member in Members(type)) text.Append("    ").Append(member).Append('\n');
            }
            text.Append('\n');
        }
        return text.ToString();
    }

    static string Header(Type type)
    {
        var isRecord = type.GetMethod("PrintMembers", Seen) is not null;
        var word = type.IsInterface ? "interface"
            : type.IsEnum ? "enum"
            : type.IsValueType ? $"{(type.IsDefined(typeof(IsReadOnlyAttribute)) ? "readonly " : "")}{(isRecord ? "record " : "")}struct"
            : $"{(type.IsAbstract ? type.IsSealed ? "static " : "abstract " : type.IsSealed ? "sealed " : "")}{(isRecord ? "record" : "class")}";
        Type[] parents = type.IsEnum ? [] : [.. type.BaseType is { } parent && parent != typeof(object) && parent != typeof(ValueType) ? [parent] : Type.EmptyTypes, .. Interfaces(type)];
        return $"{word} {TypeText.Of(type)}{(parents.Length == 0 ? "" : " : " + string.Join(", ", parents.Select(TypeText.Of)))}{Constraints(type.GetGenericArguments())}";
    }

    /// <summary>Those that no base and no other interface brings along; of a record not the equality that each has.</summary>
    static IEnumerable<Type> Interfaces(Type type)
    {
        var all = type.GetInterfaces();
        return all.Except(all.SelectMany(face => face.GetInterfaces())).Except(type.BaseType?.GetInterfaces() ?? [])
            .Where(face => face != typeof(IEquatable<>).MakeGenericType(type)).OrderBy(face => face.Name, StringComparer.Ordinal);
    }

    static IEnumerable<string> Members(Type type) =>
    [
        .. type.GetFields(Seen).Where(field => (field.IsPublic || field.IsFamily) && !field.IsSpecialName).Select(Field),
        .. type.GetConstructors(Seen).Where(IsPromised).Select(constructor => $"{Access(constructor)}new({TypeText.Parameters(constructor)})").Order(StringComparer.Ordinal),
        .. type.GetProperties(Seen).Where(property => property.GetAccessors(true).Any(accessor => accessor.IsPublic || accessor.IsFamily)
            && !property.IsDefined(typeof(CompilerGeneratedAttribute))).OrderBy(property => property.Name, StringComparer.Ordinal).Select(Property),
        .. type.GetMethods(Seen).Where(method => IsPromised(method) && (!method.IsSpecialName || method.Name.StartsWith("op_", StringComparison.Ordinal))
            && method.GetBaseDefinition() == method).Select(Method).Order(StringComparer.Ordinal),
    ];

    static bool IsPromised(MethodBase method) => (method.IsPublic || method.IsFamily) && !method.IsDefined(typeof(CompilerGeneratedAttribute));

    static string Field(FieldInfo field) =>
        field.DeclaringType is { IsEnum: true } ? $"{field.Name} = {Convert.ToInt64(field.GetRawConstantValue(), null)}"
        : field.IsLiteral ? $"const {TypeText.Of(field)} {field.Name} = {TypeText.Value(field.GetRawConstantValue())}"
        : $"{(field.IsStatic ? "static " : "")}{(field.IsInitOnly ? "readonly " : "")}{TypeText.Of(field)} {field.Name}";

    static string Property(PropertyInfo property)
    {
        var setter = property.SetMethod is { IsPublic: true } set
            ? set.ReturnParameter.GetRequiredCustomModifiers().Contains(typeof(IsExternalInit)) ? "init; " : "set; "
            : "";
        var required = property.IsDefined(typeof(RequiredMemberAttribute)) ? "required " : "";
        var name = property.GetIndexParameters() is [{ } index] ? $"this[{TypeText.Of(index)} {index.Name}]" : property.Name;
        var getter = property.GetMethod ?? property.SetMethod;
        return $"{(getter is null ? "" : Access(getter))}{required}{TypeText.Of(property)} {name} {{ {(property.GetMethod is null ? "" : "get; ")}{setter}}}";
    }

    static string Method(MethodInfo method) =>
        $"{Access(method)}{TypeText.Of(method.ReturnParameter)} {method.Name}{(method.IsGenericMethod ? $"<{string.Join(", ", method.GetGenericArguments().Select(TypeText.Of))}>" : "")}"
        + $"({TypeText.Parameters(method, method.IsDefined(typeof(ExtensionAttribute)))}){Constraints(method.GetGenericArguments())}";

    static string Access(MethodBase method) =>
        $"{(method.IsFamily ? "protected " : "")}{(method.IsStatic ? "static " : "")}"
        + (method.DeclaringType is { IsInterface: true } ? method is { IsStatic: true, IsAbstract: true } ? "abstract " : "" : method.IsAbstract ? "abstract " : method is { IsVirtual: true, IsFinal: false } ? "virtual " : "");

    static string Constraints(Type[] parameters) => string.Concat(parameters.Where(parameter => parameter.IsGenericParameter).Select(parameter =>
    {
        var flags = parameter.GenericParameterAttributes;
        string[] all =
        [
            .. flags.HasFlag(GenericParameterAttributes.ReferenceTypeConstraint) ? ["class"] : Array.Empty<string>(),
            .. flags.HasFlag(GenericParameterAttributes.NotNullableValueTypeConstraint) ? ["struct"] : Array.Empty<string>(),
            .. parameter.GetGenericParameterConstraints().Where(type => type != typeof(ValueType)).Select(TypeText.Of),
        ];
        return all.Length == 0 ? "" : $" where {parameter.Name} : {string.Join(", ", all)}";
    }));
}
