namespace LiveCommerce.Store;

/// <summary>A command on its way through the pipeline, and whoever waits for its answer.</summary>
sealed class Submission(CommandEnvelope envelope)
{
    readonly TaskCompletionSource<CommandResult> answer = new(TaskCreationOptions.RunContinuationsAsynchronously);

    internal CommandEnvelope Envelope { get; } = envelope;

    internal Guid CommandId { get; } = envelope.CommandId;

    /// <summary>As what it waits: of a command one at a time, of dry runs any number beside it.</summary>
    internal (Guid Command, Submission? DryRun) Place => (CommandId, Envelope.DryRun ? this : null);

    internal int Attempts { get; set; }

    internal Task<CommandResult> Answer => answer.Task;

    internal void Complete(CommandResult result) => answer.TrySetResult(result);

    internal void Fail(Exception exception) => answer.TrySetException(exception);
}

/// <summary>A decided command: what it would write, and what to answer once that is durable.</summary>
sealed record Prepared(Submission Submission, Commit Commit, CommandResult Result)
{
    /// <summary>Whether it rests on one of these streams as they no longer are.</summary>
    internal bool RestsOn(HashSet<Guid> stale) => Commit.Reads.Any(read => stale.Contains(read.Stream));

    /// <summary>What it would have written is not so: whatever was decided on it must be decided again.</summary>
    internal void AddWritesTo(HashSet<Guid> stale)
    {
        foreach (var fact in Commit.Events) stale.Add(fact.Stream.Id);
    }
}
