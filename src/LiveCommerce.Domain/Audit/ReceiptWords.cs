using System.Diagnostics;
using LiveCommerce.Kernel;
using LiveCommerce.Store;

namespace LiveCommerce.Audit;

/// <summary>Says in plain words what became of a command; of a refused one also every broken rule and what would have had to be different (BEY-04).</summary>
public static class ReceiptWords
{
    /// <summary>Who asked for what, when and how it ended; then a line for each broken rule and each warning.</summary>
    /// <param name="receipt">The command's receipt.</param>
    /// <param name="zone">The zone of the times; UTC alone when left out.</param>
    public static ValueList<string> Of(Receipt receipt, ZoneId? zone = null)
    {
        var asked = $"{AuditSentence.Who(receipt.Actor.Role, receipt.Actor.UserId)} asked to {receipt.Command.Replace('_', ' ')} {SpokenTime.Of(receipt.DecidedAt, zone)}";
        return [$"{asked}; {EndOf(receipt)}, under policy {receipt.Policy}.", .. receipt.Refusals.Select(Line), .. receipt.Warnings.Select(warning => $"A warning. {Line(warning)}")];
    }

    static string EndOf(Receipt receipt) => receipt.Outcome switch
    {
        Outcome.Recorded => $"it was recorded as {string.Join(", ", receipt.Facts.Select(fact => fact.Type))}",
        Outcome.AlreadySo => "it was so already, and nothing was recorded",
        Outcome.Refused => "it was refused",
        Outcome.NotVisible => "there was no such thing for them to see",
        _ => throw new UnreachableException(),
    };

    static string Line(Refusal refusal)
    {
        var figures = refusal.Details.Count == 0 ? "" : $" ({string.Join(", ", refusal.Details.Select(detail => $"{detail.Name.Replace('_', ' ')} {detail.Value}"))})";
        return $"{refusal.Message}{figures} Rule {refusal.Rule}: {RuleBook.Statement(refusal.Rule) ?? "no list of rules has it."} Otherwise: {refusal.Fix}";
    }
}
