using LiveCommerce.Kernel;

namespace LiveCommerce.Host.Export;

/// <summary>What an export says of itself before its first fact: whose histories, who asked, when, by which filter, up to which place of which log.</summary>
/// <param name="Format">The shape of what follows.</param>
/// <param name="Campaign">The campaign whose registrations are told.</param>
/// <param name="CampaignName">Its name.</param>
/// <param name="ExportedBy">Who asked: an opaque user id, or <c>command line</c> with the account of the operating system.</param>
/// <param name="Role">In which role; null on the command line.</param>
/// <param name="ExportedAt">When.</param>
/// <param name="From">Facts that took effect at or after this instant; null without such a bound.</param>
/// <param name="To">Facts that took effect before this instant; null without such a bound.</param>
/// <param name="Log">The log's id and epoch: a position means something in it alone.</param>
/// <param name="Position">The position of the log's last fact then: everything up to it is told, and nothing after it.</param>
/// <param name="Order">How the facts follow one another.</param>
sealed record ExportHeader(
    string Format, CampaignId Campaign, string CampaignName, string ExportedBy, ActorRole? Role, Moment ExportedAt, Moment? From, Moment? To, string Log, long Position, string Order)
{
    public const string Version = "livecommerce.campaign-histories/1";

    public bool Asks(Moment effectiveAt) => (From is not { } from || effectiveAt >= from) && (To is not { } to || effectiveAt < to);
}

/// <summary>What was told.</summary>
/// <param name="Registrations">Registrations of which at least one fact was told.</param>
/// <param name="Facts">Facts.</param>
sealed record ExportTotals(long Registrations, long Facts);

/// <summary>Who asks for which part of the histories.</summary>
/// <param name="By">Who asks.</param>
/// <param name="Role">In which role; null on the command line.</param>
/// <param name="At">When.</param>
/// <param name="From">Facts that took effect at or after this instant.</param>
/// <param name="To">Facts that took effect before this instant.</param>
sealed record ExportRequest(string By, ActorRole? Role, Moment At, Moment? From, Moment? To);
