using System.Reflection;
using System.Reflection.Emit;

namespace LiveCommerce.Tests.Guards;

/// <summary>What compiled code uses, from its signatures and instructions: neither an alias nor a pragma hides anything from it.</summary>
static class Uses
{
    const BindingFlags All = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Static | BindingFlags.Instance | BindingFlags.DeclaredOnly;

    static readonly Dictionary<short, OpCode> opCodes =
        typeof(OpCodes).GetFields().Select(field => field.GetValue(null)).OfType<OpCode>().ToDictionary(code => code.Value);

    /// <summary>Each thing that a type uses, by the name that documentation comments have for it, without parameters: <c>M:System.Guid.NewGuid</c>.</summary>
    public static HashSet<string> Of(Type type) => [.. Declared(type).SelectMany(Parts).Select(NameOf)];

    /// <summary>The types that use what is forbidden to them, each with the first such thing.</summary>
    public static string[] Offences(IEnumerable<Type> types, Func<string, bool> forbidden) =>
        [.. types.Select(type => (type, Name: Of(type).FirstOrDefault(forbidden))).Where(use => use.Name is not null).Select(use => $"{use.type.FullName} uses {use.Name}")];

    static IEnumerable<MemberInfo> Declared(Type type) =>
        [
            .. type.BaseType is { } parent ? [parent] : Type.EmptyTypes,
            .. type.GetInterfaces(),
            .. type.GetFields(All).Select(field => field.FieldType),
            .. type.GetMethods(All).SelectMany(method => Signature(method).Append(method.ReturnType).Concat(Body(method, method.GetGenericArguments()))),
            .. type.GetConstructors(All).SelectMany(constructor => Signature(constructor).Concat(Body(constructor, []))),
        ];

    static IEnumerable<MemberInfo> Signature(MethodBase method) => method.GetParameters().Select(parameter => parameter.ParameterType);

    static IEnumerable<MemberInfo> Body(MethodBase method, Type[] methodArguments)
    {
        if (method.GetMethodBody() is not { } body) return [];
        return [.. body.LocalVariables.Select(local => local.LocalType), .. Tokens(body.GetILAsByteArray() ?? []).Select(Resolve)];

        MemberInfo Resolve(int token) =>
            method.Module.ResolveMember(token, method.DeclaringType?.GetGenericArguments(), methodArguments) ?? throw new BadImageFormatException($"Token {token:x}");
    }

    static IEnumerable<int> Tokens(byte[] il)
    {
        for (var at = 0; at < il.Length;)
        {
            var code = opCodes[il[at] == 0xFE ? (short)(0xFE00 | il[at + 1]) : il[at]];
            at += code.Size;
            if (code.OperandType is OperandType.InlineMethod or OperandType.InlineField or OperandType.InlineType or OperandType.InlineTok)
                yield return BitConverter.ToInt32(il, at);
            at += code.OperandType switch
            {
                OperandType.InlineNone => 0,
                OperandType.ShortInlineBrTarget or OperandType.ShortInlineI or OperandType.ShortInlineVar => 1,
                OperandType.InlineVar => 2,
                OperandType.InlineI8 or OperandType.InlineR => 8,
                OperandType.InlineSwitch => 4 + 4 * BitConverter.ToInt32(il, at),
                _ => 4,
            };
        }
    }

    /// <summary>A member with its type, a generic type with its arguments, an array with its element.</summary>
    static IEnumerable<MemberInfo> Parts(MemberInfo member) => member switch
    {
        Type { HasElementType: true } type when type.GetElementType() is { } element => Parts(element),
        Type { IsGenericParameter: true } => [],
        Type { IsConstructedGenericType: true } type => [type.GetGenericTypeDefinition(), .. type.GetGenericArguments().SelectMany(Parts)],
        Type type => [type],
        MethodInfo { IsGenericMethod: true } method => [method, .. OwnerOf(method), .. method.GetGenericArguments().SelectMany(Parts)],
        _ => [member, .. OwnerOf(member)],
    };

    static IEnumerable<MemberInfo> OwnerOf(MemberInfo member) => member.DeclaringType is { } owner ? Parts(owner) : [];

    static string NameOf(MemberInfo member) => member switch
    {
        Type type => $"T:{Full(type)}",
        MethodInfo { IsSpecialName: true } method when method.Name[3] == '_' => $"P:{Full(method.DeclaringType)}.{method.Name[4..]}",
        MethodBase method => $"M:{Full(method.DeclaringType)}.{method.Name}",
        _ => $"F:{Full(member.DeclaringType)}.{member.Name}",
    };

    static string Full(Type? type) => type is { IsConstructedGenericType: true } ? Full(type.GetGenericTypeDefinition()) : type?.FullName?.Replace('+', '.') ?? "";
}
