using System.Diagnostics;
using System.Text.Json;
using LiveCommerce.Host.Http.Json;
using LiveCommerce.Host.Http.Problems;
using LiveCommerce.Kernel;
using LiveCommerce.Store;

namespace LiveCommerce.Host.Http.Answers;

/// <summary>How a command that begins something, or is about a campaign, is answered.</summary>
/// <param name="Location">The address under which the begun thing's id stands; with it the answer is 201.</param>
/// <param name="Invisible">What to say where the caller may not see the thing.</param>
/// <param name="FirstTime">What the first answer says and a repeated one cannot.</param>
/// <param name="Begun">The command's field that names what is begun, a stream of its own; left out, the field is called as the thing is.</param>
sealed record AnswerForm(string? Location = null, ProblemKind? Invisible = null, Func<CommandAnswer, CommandAnswer>? FirstTime = null, string? Begun = null);

/// <summary>Sends a command through the pipeline and turns what came of it into HTTP; the one place where that is done.</summary>
/// <param name="pipeline">Decides and records.</param>
sealed class CommandDoor(CommandPipeline pipeline)
{
    static readonly AnswerForm Plain = new();
    static readonly ActivitySource Commands = new("LiveCommerce");

    internal async Task<IResult> Send<TId>(CommandEnvelope envelope, TId id, AnswerForm? form = null) where TId : struct, ITypedId<TId>
    {
        form ??= Plain;
        var result = await Traced(envelope);
        if (result is not { Status: CommandStatus.Answered or CommandStatus.AnsweredBefore, Receipt: { } receipt })
            return new ProblemResult(Problem.Of(ProblemOf(result.Status, form.Invisible)), result.RetryAfter);
        if (receipt.Outcome == Outcome.Refused) return new ProblemResult(Problem.Of(receipt) with { Receipt = envelope.DryRun ? null : ReceiptId.Format(receipt.CommandId) });
        if (envelope.DryRun) return new AcceptedResult(CommandAnswer.Tried(receipt, envelope.Command.Target.Id, form.Location is null ? TypeId.Format(id) : null), null);
        var first = result.Status == CommandStatus.Answered;
        if (!first && form.Location is not null) id = IdOf<TId>(receipt, form.Begun);
        var target = form.Begun is not null || (!first && envelope.Command.BeginsTarget) ? id.Value : envelope.Command.Target.Id;
        var answer = CommandAnswer.Of(receipt, target, TypeId.Format(id));
        return new AcceptedResult(first && form.FirstTime is { } more ? more(answer) : answer, form.Location is null ? null : $"{form.Location}/{answer.Id}");
    }

    /// <summary>A span named after the command, with what came of it and nothing that anybody wrote.</summary>
    async Task<CommandResult> Traced(CommandEnvelope envelope)
    {
        using var span = Commands.StartActivity(envelope.Command.GetType().Name);
        var result = await pipeline.Send(envelope);
        if (span is null) return result;
        span.SetTag("livecommerce.status", result.Status.ToString());
        if (result.Receipt is { } receipt)
            span.SetTag("livecommerce.outcome", receipt.Outcome.ToString()).SetTag("livecommerce.receipt", ReceiptId.Format(receipt.CommandId))
                .SetTag("livecommerce.refusals", string.Join(' ', receipt.Refusals.Select(refusal => refusal.Code)));
        return result;
    }

    /// <summary>Sends a command that is answered in a form of its own.</summary>
    /// <param name="envelope">The command.</param>
    /// <param name="after">What is done once it is known what came of it.</param>
    /// <param name="answer">The answer to a command that was not refused.</param>
    internal async Task<IResult> Send(CommandEnvelope envelope, Func<CommandResult, Task> after, Func<Receipt, IResult> answer)
    {
        var result = await Traced(envelope);
        await after(result);
        if (result is not { Status: CommandStatus.Answered or CommandStatus.AnsweredBefore, Receipt: { } receipt })
            return new ProblemResult(Problem.Of(ProblemOf(result.Status, null)), result.RetryAfter);
        return receipt.Outcome == Outcome.Refused ? new ProblemResult(Problem.Of(receipt)) : answer(receipt);
    }

    /// <summary>What to say of a command that was not answered.</summary>
    internal static IResult Unanswered(CommandStatus status) => new ProblemResult(Problem.Of(ProblemOf(status, null)));

    /// <summary>A repeated request drew another id than the first one did, whose answer this is.</summary>
    static TId IdOf<TId>(Receipt receipt, string? field) where TId : struct, ITypedId<TId>
    {
        using var command = JsonDocument.Parse(receipt.CommandBody);
        return TId.From(command.RootElement.GetProperty(field ?? typeof(TId).Name[..^"Id".Length]).GetGuid());
    }

    internal static ProblemKind ProblemOf(CommandStatus status, ProblemKind? invisible) => status switch
    {
        CommandStatus.RoleNotAllowed => DoorProblems.RoleNotAllowed,
        CommandStatus.NotVisible => invisible ?? DoorProblems.NotFound,
        CommandStatus.Stale => DoorProblems.Stale,
        CommandStatus.KeyReused => DoorProblems.KeyReused,
        CommandStatus.InProgress => DoorProblems.StillRunning,
        CommandStatus.Throttled => DoorProblems.Throttled,
        CommandStatus.Busy => DoorProblems.Busy,
        CommandStatus.Rejected => DoorProblems.WriteRejected,
        CommandStatus.OutcomeUnknown => DoorProblems.OutcomeUnknown,
        CommandStatus.Answered or CommandStatus.AnsweredBefore => DoorProblems.Internal,
        _ => throw new UnreachableException(),
    };
}

/// <summary>An accepted write: its answer, with the version as ETag.</summary>
sealed class AcceptedResult(CommandAnswer answer, string? location) : IResult
{
    public Task ExecuteAsync(HttpContext httpContext)
    {
        var response = httpContext.Response;
        response.StatusCode = location is not null && answer.Recorded ? 201 : 200;
        if (location is not null) response.Headers.Location = location;
        if (answer.WouldRecord is null) response.Headers.ETag = $"\"{answer.Version}\"";
        return response.WriteAsJsonAsync(answer, EdgeJson.Options);
    }
}
