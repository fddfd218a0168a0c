using LiveCommerce.Kernel;
using static LiveCommerce.Kernel.ActorRole;

namespace LiveCommerce.LiveSessions;

/// <summary>Who may ask for what about LIVE sessions: parties about their own, administrators about all.</summary>
public static class LiveSessionRoles
{
    /// <summary>A line for each command.</summary>
    public static CommandRoles Table { get; } = CommandRoles.None
        .Let<StartLiveSession>(Merchant, Creator, OpsAdmin)
        .Let<EndLiveSession>(Merchant, Creator, OpsAdmin)
        .Let<RecordMinuteFigures>(Merchant, Creator, OpsAdmin)
        .Let<TellProductTotals>(Merchant, Creator, OpsAdmin);
}
