using LiveCommerce.Kernel;
using LiveCommerce.Store;

namespace LiveCommerce.Audit;

/// <summary>Refused commands in sentences: a line for each kind of fact.</summary>
static class RefusalSentences
{
    internal static Sentences Table { get; } = Sentences.None
        .Say<CommandRefused>(it => $"asked to {it.Command.Replace('_', ' ')} and was refused: {string.Join(' ', it.Refusals.Select(refusal => $"{refusal.Message} ({refusal.Code}, {refusal.Rule})"))}")
        .Say<RefusalsSuppressed>(it => $"counted {it.Count} more refused attempts of the day, which were not recorded one by one");
}
