using LiveCommerce.Kernel;

namespace LiveCommerce.Tests.Http;

/// <summary>A host's clock that stands still where a test sets it.</summary>
sealed class TestClock : TimeProvider
{
    internal Moment? StandsAt { get; set; }

    public override DateTimeOffset GetUtcNow() => StandsAt?.Instant.ToDateTimeOffset() ?? System.GetUtcNow();
}
