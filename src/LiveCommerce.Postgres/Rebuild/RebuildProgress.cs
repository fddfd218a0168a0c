using LiveCommerce.Kernel;

namespace LiveCommerce.Postgres;

/// <summary>How far a rebuild has come.</summary>
/// <param name="Views">The read models that go in one pass.</param>
/// <param name="Facts">How many facts were folded, those of an interrupted rebuild that was taken up among them.</param>
/// <param name="Total">How many there were when it began or was taken up; the log may have grown since.</param>
/// <param name="IsInUse">Whether the new rows are in use; what remains is to delete the old ones.</param>
public sealed record RebuildProgress(ValueList<string> Views, long Facts, long Total, bool IsInUse = false);

/// <summary>Another rebuild is at work, or took this one up.</summary>
public sealed class RebuildRunningException()
    : InvalidOperationException("A rebuild of this log is running. Wait for its end; if its process is gone, the server frees its place within a minute.");
