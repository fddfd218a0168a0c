using LiveCommerce.LiveEvents;
using NodaTime;

namespace LiveCommerce.Postgres.LiveEvents;

/// <summary>How long a notification rests after an attempt in vain. The eighth attempt, some three hours after the first, is the last: a reminder that comes later reminds of nothing.</summary>
static class OutboxPauses
{
    static readonly Duration[] pauses =
    [
        Duration.FromSeconds(5), Duration.FromSeconds(30), Duration.FromMinutes(2), Duration.FromMinutes(10), Duration.FromMinutes(30), Duration.FromMinutes(60), Duration.FromMinutes(90),
    ];

    /// <summary>The pause, up to a fifth longer by the notification's own id, so that what failed together does not come back together; null after the last attempt.</summary>
    internal static Duration? After(int attempts, NotificationId id) =>
        attempts > pauses.Length ? null : pauses[attempts - 1] + (pauses[attempts - 1] * (id.Value.ToByteArray()[^1] / 255d) / 5);
}
