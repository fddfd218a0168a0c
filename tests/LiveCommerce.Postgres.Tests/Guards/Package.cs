using System.IO.Compression;
using System.Text;
using System.Xml.Linq;

namespace LiveCommerce.Tests.Guards;

/// <summary>What a package lacks that whoever installs it needs.</summary>
static class Package
{
    static readonly DateTime always = new(2026, 1, 1);

    public static IEnumerable<string> Faults(ZipArchive package, string id, params string[] dependencies)
    {
        foreach (var entry in new[] { $"lib/net10.0/{id}.dll", $"lib/net10.0/{id}.xml", "README.md" })
            if (package.GetEntry(entry) is not { Length: > 0 }) yield return $"{entry} is missing";
        if (package.Entries.Any(entry => entry.LastWriteTime.DateTime != always)) yield return "the package tells when it was packed";
        if (package.GetEntry($"{id}.nuspec") is not { } entryOfSpecification)
        {
            yield return "the specification is missing";
            yield break;
        }
        using var stream = entryOfSpecification.Open();
        var specification = XDocument.Load(stream);
        if (Of(specification, "license").SingleOrDefault() is not { Value: "Apache-2.0" }) yield return "the licence is missing";
        if (Of(specification, "readme").SingleOrDefault() is not { Value: "README.md" }) yield return "the readme is not named";
        if (Of(specification, "description").SingleOrDefault() is not { Value.Length: > 40 }) yield return "the description is missing";
        if (Of(specification, "repository").Any()) yield return "the package names the repository that it was built in";
        string[] found = [.. Of(specification, "dependency").Select(dependency => (string?)dependency.Attribute("id") ?? "").Order(StringComparer.Ordinal)];
        if (!found.SequenceEqual(dependencies)) yield return $"it depends on {string.Join(", ", found)}";
    }

    /// <summary>Symbols belong beside the package, and name no folder of the machine that built them.</summary>
    public static IEnumerable<string> FaultsOfSymbols(ZipArchive package, string id, string folder)
    {
        if (package.GetEntry($"lib/net10.0/{id}.pdb") is not { } symbols)
        {
            yield return "the symbols are missing";
            yield break;
        }
        using var bytes = new MemoryStream();
        using (var stream = symbols.Open()) stream.CopyTo(bytes);
        if (bytes.ToArray().AsSpan().IndexOf(Encoding.UTF8.GetBytes(folder)) >= 0) yield return $"the symbols name {folder}";
    }

    static IEnumerable<XElement> Of(XDocument specification, string name) => specification.Descendants().Where(element => element.Name.LocalName == name);
}
