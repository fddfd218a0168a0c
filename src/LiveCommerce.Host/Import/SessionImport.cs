using System.Globalization;
using LiveCommerce.Host.Http.Answers;
using LiveCommerce.Host.Http.Problems;
using LiveCommerce.Kernel;
using LiveCommerce.LiveSessions;
using LiveCommerce.Postgres.LiveSessions;
using LiveCommerce.Postgres.Sellers;
using LiveCommerce.Store;

namespace LiveCommerce.Host.Import;

/// <summary>What an import ended with: an answer, or why not; and where that is so, after how long to try again.</summary>
sealed record Imported(ImportAnswer? Answer, Problem? Problem, NodaTime.Duration? RetryAfter = null);

/// <summary>
/// Imports a document by ordinary commands (BEY-24, ADR 19): every one that can be tried is tried first, and only where none is refused they are sent. Sent again, whole or after a
/// failure in the middle, each command is already so.
/// </summary>
/// <param name="pipeline">Decides and records.</param>
/// <param name="accounts">The shop's accounts.</param>
/// <param name="sessions">The sessions that are known.</param>
sealed class SessionImport(CommandPipeline pipeline, AccountQueries accounts, SessionQueries sessions)
{
    const int MostNamed = 20;

    /// <summary>Imports a list of sessions for a shop.</summary>
    internal async Task<Imported> Run(LiveDocument document, MerchantId shop, ImportRequest request, Moment now, CancellationToken cancellation) => document is LiveDocument.Sessions list
        ? await Run(nameof(LiveDocument.Sessions), list, await DocumentCommands.Of(list, shop, now, accounts, sessions, cancellation), request)
        : throw new RequestRefusedException(DoorProblems.Malformed, "data.live_stream_sessions");

    /// <summary>Imports the minutes or the products of a session.</summary>
    internal Task<Imported> Run(LiveDocument document, LiveSessionRecord session, ImportRequest request) => document switch
    {
        LiveDocument.Minutes minutes => Run(nameof(LiveDocument.Minutes), minutes, DocumentCommands.Of(minutes, session), request),
        LiveDocument.Products products => Run(nameof(LiveDocument.Products), products, DocumentCommands.Of(products, session), request),
        LiveDocument.Sessions => throw new RequestRefusedException(DoorProblems.Malformed, "data.intervals"),
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    async Task<Imported> Run(string kind, LiveDocument document, DocumentCommands commands, ImportRequest request)
    {
        if (commands.Refusals.Count > 0) return new(null, Problem.Of(commands.Refusals));
        var (refusals, results) = (new List<Refusal>(), new List<Receipt>());
        foreach (var command in commands.Trials)
        {
            var tried = await pipeline.Send(request.Of(command, results.Count) with { DryRun = true, IdempotencyKey = $"dry-run/{Guid.NewGuid():N}" });
            if (tried.Receipt is not { } receipt) return Failed(tried);
            refusals.AddRange(receipt.Refusals.Select(refusal => refusal with { Field = DocumentCommands.FieldOf(refusal.Field, results.Count) }));
            results.Add(receipt);
        }
        if (refusals.Count > 0) return new(null, Problem.Of(refusals));
        if (request.DryRun) return new(Answer(kind, document, commands, results, true, commands.Rest.Count > 0), null);
        results.Clear();
        foreach (var command in commands.Trials.Concat(commands.Rest))
        {
            var sent = await pipeline.Send(request.Of(command, results.Count));
            if (sent.Receipt is not { } receipt || sent.Status is not (CommandStatus.Answered or CommandStatus.AnsweredBefore)) return Failed(sent);
            if (receipt.Outcome == Outcome.Refused) return new(null, Problem.Of(receipt));
            results.Add(receipt);
        }
        return new(Answer(kind, document, commands, results, false, false), null);
    }

    static ImportAnswer Answer(string kind, LiveDocument document, DocumentCommands commands, List<Receipt> results, bool isTried, bool hasMore)
    {
        var isNew = hasMore || results.Any(receipt => receipt.Recorded);
        var warnings = commands.Warnings.Concat(document.Unknown.Count == 0 ? [] : [ImportRefusals.UnknownFields.Of(null, ("fields", string.Join(" ", document.Unknown.Take(MostNamed))))]);
        return new(kind, isNew && !isTried, commands.Sessions, Figures(results), [.. warnings.Select(Problem.Error)], isTried ? isNew : null);
    }

    static Dictionary<string, int> Figures(List<Receipt> results) => results.SelectMany(receipt => receipt.Details).Where(detail => detail.Name is "recorded" or "restated" or "unchanged")
        .GroupBy(detail => detail.Name).ToDictionary(one => one.Key, one => one.Sum(detail => int.Parse(detail.Value, CultureInfo.InvariantCulture)));

    static Imported Failed(CommandResult result) => new(null, Problem.Of(CommandDoor.ProblemOf(result.Status, null)), result.RetryAfter);
}

/// <summary>Who imports, under which key, and whether it is only tried.</summary>
/// <param name="Actor">Who.</param>
/// <param name="Key">The key of the whole document; each command has one of its own under it.</param>
/// <param name="Digest">The digest of the document.</param>
/// <param name="DryRun">Whether it is only tried.</param>
/// <param name="Shop">For which shop, where the platform imports.</param>
sealed record ImportRequest(Actor Actor, string Key, string Digest, bool DryRun, Party? Shop)
{
    internal CommandEnvelope Of(ICommand command, int number) => new(command, Actor, $"{Key}/{Numeral.Of(number)}")
    {
        RequestDigest = Kernel.Digest.Of($"{Digest}/{Numeral.Of(number)}"),
        CorrelationId = $"import {Digest}",
        OnBehalfOf = Actor.IsPlatform ? Shop : null,
    };
}
