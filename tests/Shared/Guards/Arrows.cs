using System.Reflection;

namespace LiveCommerce.Tests.Guards;

/// <summary>What an assembly rests on.</summary>
static class Arrows
{
    static readonly string framework = Path.GetDirectoryName(typeof(object).Assembly.Location) ?? "";

    /// <summary>The assemblies that it references beyond those of the plain runtime, in order of their names.</summary>
    public static string[] Of(Assembly assembly) =>
        [.. assembly.GetReferencedAssemblies().Select(name => name.Name ?? "").Where(name => !File.Exists(Path.Combine(framework, $"{name}.dll"))).Order(StringComparer.Ordinal)];
}
