using System.Globalization;
using LiveCommerce.Kernel;
using LiveCommerce.Store;

namespace LiveCommerce.Tests.Harness;

/// <summary>An answer as it travels between processes: how the asking ended, and the receipt's outcome, place, instant and code or slot.</summary>
sealed record Answer(string Status, string Outcome = "-", long Position = 0, long DecidedAt = 0, string Says = "-")
{
    /// <summary>Whether it was decided, now or before: then the receipt's part never changes.</summary>
    internal bool IsFinal => Status is nameof(CommandStatus.Answered) or nameof(CommandStatus.AnsweredBefore);

    internal bool IsAccepted => Outcome == nameof(Kernel.Outcome.Recorded);

    internal static Answer Failed(Exception failure) => new($"Failed:{failure.GetType().Name}");

    internal static Answer Of(CommandResult result) => result.Receipt is not { } receipt ? new($"{result.Status}") : new(
        $"{result.Status}", $"{receipt.Outcome}", receipt.Position ?? 0, receipt.DecidedAt.ToUnixMicroseconds(),
        receipt.Refusals.Count > 0 ? string.Join(',', receipt.Refusals.Select(refusal => refusal.Code)) : receipt.Details.FirstOrDefault(detail => detail.Name == "slot")?.Value ?? "-");

    internal static (string Request, Answer Answer) Parse(string line)
    {
        var parts = line.Split(' ');
        return (parts[0], new(parts[1], parts[2], Number(parts[3]), Number(parts[4]), parts[5]));
    }

    /// <summary>The part that a receipt keeps: however often and wherever it is asked again, it is the same.</summary>
    internal Answer Receipt => this with { Status = "-" };

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Status} {Outcome} {Position} {DecidedAt} {Says}");

    static long Number(string text) => long.Parse(text, CultureInfo.InvariantCulture);
}
