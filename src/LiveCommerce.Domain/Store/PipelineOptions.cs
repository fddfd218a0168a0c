namespace LiveCommerce.Store;

/// <summary>How a pipeline decides and groups.</summary>
public sealed record PipelineOptions
{
    /// <summary>At most so many commands are written in one transaction.</summary>
    public int MaxBatch { get; init => field = AtLeast(1, value); } = 256;

    /// <summary>So many batches may be on their way at once: 2, so that the store finds the next one waiting when it has written one; 1 where that is not wanted.</summary>
    public int MaxFlights { get; init => field = value <= 2 ? AtLeast(1, value) : throw new ArgumentOutOfRangeException(nameof(value), value, "One batch waits behind another; a third would only wait."); } = 2;

    /// <summary>So many commands may wait; beyond that callers are told to try again.</summary>
    public int MaxWaiting { get; init => field = AtLeast(1, value); } = 10_000;

    /// <summary>So often a command is decided again when others were faster; then its caller is told to try again.</summary>
    public int MaxAttempts { get; init => field = AtLeast(1, value); } = 50;

    /// <summary>So many streams stay in memory in each of two generations; never fewer than the batches on their way may need.</summary>
    public int CachedStreams { get; init => field = AtLeast(0, value); } = 50_000;

    /// <summary>The marketplace that this log belongs to.</summary>
    public string Market { get; init; } = "default";

    static int AtLeast(int least, int value)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(value, least);
        return value;
    }
}
