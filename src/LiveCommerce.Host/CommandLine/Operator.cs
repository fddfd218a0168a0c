using System.Globalization;
using LiveCommerce.Kernel;

namespace LiveCommerce.Host.CommandLine;

/// <summary>Whoever can reach the database and writes from its machine.</summary>
static class Operator
{
    internal static Actor Actor { get; } = new("command-line", ActorRole.OpsAdmin);

    /// <summary>A refusal as one line of text.</summary>
    internal static string Line(Refusal refusal)
    {
        var figures = refusal.Details.Where(detail => detail.Name != "line").Select(detail => $"{detail.Name} {detail.Value}");
        var place = string.Join(", ", refusal.Details.Where(detail => detail.Name == "line").Select(detail => $"line {detail.Value}").Append(refusal.Field).OfType<string>());
        return string.Create(CultureInfo.InvariantCulture, $"{(place.Length > 0 ? $"{place}: " : "")}{refusal.Code}: {refusal.Message} {refusal.Fix}{(figures.Any() ? $" ({string.Join(", ", figures)})" : "")}");
    }
}
