namespace LiveCommerce.Kernel;

/// <summary>How a decision ended.</summary>
public enum Outcome
{
    /// <summary>Facts were recorded.</summary>
    Recorded,

    /// <summary>It is so already: no fact, and the receipt says <c>recorded: false</c>.</summary>
    AlreadySo,

    /// <summary>Rules were broken; the refusal itself is recorded (BEY-02).</summary>
    Refused,

    /// <summary>The caller may not see the thing, or there is none: nothing is recorded and nothing revealed.</summary>
    NotVisible,
}

/// <summary>A fact that a decision brings forth, and the stream it belongs to.</summary>
/// <param name="Stream">Where it is recorded.</param>
/// <param name="Body">The fact.</param>
/// <param name="EffectiveAt">When it takes effect, where that is not the moment of the decision: a late expiry is effective at the campaign's end (C29).</param>
public sealed record NewFact(StreamRef Stream, IEvent Body, Moment? EffectiveAt = null);

/// <summary>What a command led to: facts, refusals, or "already so".</summary>
public sealed record Decision
{
    Decision(Outcome outcome) => Outcome = outcome;

    /// <summary>How it ended.</summary>
    public Outcome Outcome { get; }

    /// <summary>What is recorded, in order; with a refusal only facts that had come due before it.</summary>
    public ValueList<NewFact> Facts { get; init; } = [];

    /// <summary>Every broken rule.</summary>
    public ValueList<Refusal> Refusals { get; init; } = [];

    /// <summary>What does not stop it and should still be looked at, in the form of a refusal.</summary>
    public ValueList<Refusal> Warnings { get; init; } = [];

    /// <summary>The stream that judged a refusal; its companion records it.</summary>
    public StreamRef? JudgedBy { get; init; }

    /// <summary>Figures of the answer, such as <c>used</c> and <c>remaining</c>.</summary>
    public ValueList<Detail> Details { get; init; } = [];

    /// <summary>Nothing to record: it is so already.</summary>
    public static Decision AlreadySo { get; } = new(Outcome.AlreadySo);

    /// <summary>Unknown, or not the caller's to see.</summary>
    public static Decision NotVisible { get; } = new(Outcome.NotVisible);

    /// <summary>Records facts on one stream.</summary>
    public static Decision Record(StreamRef stream, params ReadOnlySpan<IEvent> facts)
    {
        var list = ValueList<NewFact>.Empty;
        foreach (var fact in facts) list = list.Add(new(stream, fact));
        return new(Outcome.Recorded) { Facts = list };
    }

    /// <summary>Records facts on several streams.</summary>
    public static Decision Record(ValueList<NewFact> facts) => new(Outcome.Recorded) { Facts = facts };

    /// <summary>Refuses, for all of these reasons.</summary>
    /// <param name="judgedBy">The stream that judged.</param>
    /// <param name="refusals">At least one.</param>
    public static Decision Refuse(StreamRef judgedBy, ValueList<Refusal> refusals) => new(Outcome.Refused) { JudgedBy = judgedBy, Refusals = refusals };
}
