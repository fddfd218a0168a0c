using System.Text.Json;
using LiveCommerce.Host.Http.Json;
using LiveCommerce.Host.Startup;

namespace LiveCommerce.Host.Http.Overview;

/// <summary>Reference data: shipped with the program, or a file of the operator's own. What cannot be used stops the start.</summary>
/// <typeparam name="T">What is in it.</typeparam>
/// <param name="setting">The setting that names the operator's file.</param>
/// <param name="shipped">The name of what is shipped.</param>
/// <param name="isWhole">Whether everything is there that must be.</param>
/// <param name="whole">What must be there.</param>
sealed class ReferenceFile<T>(string setting, string shipped, Func<T, bool> isWhole, string whole) where T : class
{
    internal T Shipped { get; } = Parse(ShippedText(shipped), shipped, isWhole, whole);

    internal T From(IConfiguration configuration)
    {
        if (configuration[setting] is not { } file || string.IsNullOrWhiteSpace(file)) return Shipped;
        try
        {
            return Parse(File.ReadAllText(file), file);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new CannotStartException($"{setting} names a file that cannot be read: {exception.Message}", exception);
        }
    }

    internal T Parse(string text, string file) => Parse(text, file, isWhole, whole);

    static T Parse(string text, string file, Func<T, bool> isWhole, string whole)
    {
        try
        {
            return JsonSerializer.Deserialize<T>(text, EdgeJson.Options) is { } reference && isWhole(reference) ? reference : throw new CannotStartException($"'{file}': {whole}");
        }
        catch (JsonException exception)
        {
            throw new CannotStartException($"'{file}' cannot be read: {exception.Message}", exception);
        }
    }

    static string ShippedText(string name)
    {
        using var stream = typeof(ReferenceFile<T>).Assembly.GetManifestResourceStream(name) ?? throw new InvalidOperationException($"The reference data {name} is not in the assembly.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}

/// <summary>What reference data is made of.</summary>
static class ReferenceTexts
{
    internal static bool AreTexts(params IReadOnlyList<string> texts) => texts.Count > 0 && !texts.Any(string.IsNullOrWhiteSpace);

    /// <summary>An address that a page may link to: https, or a path of this host.</summary>
    internal static bool IsLink(string link) =>
        link.StartsWith("https://", StringComparison.Ordinal) || (link.StartsWith('/') && !link.StartsWith("//", StringComparison.Ordinal));
}
