using LiveCommerce.Kernel;

namespace LiveCommerce.Host.Http.Problems;

/// <summary>A problem that the door itself reports, before or beside any decision.</summary>
/// <param name="Status">The HTTP status.</param>
/// <param name="Code">Stable, dotted, lower case; clients branch on it.</param>
/// <param name="Message">What is wrong.</param>
/// <param name="Fix">What to do instead.</param>
sealed record ProblemKind(int Status, string Code, string Message, string Fix);

/// <summary>Every problem of the door, one line each.</summary>
static class DoorProblems
{
    internal static readonly ProblemKind Malformed = new(400, "request.malformed", "The request cannot be read.", "Compare it with /openapi/v1.json; the field says where it went wrong.");
    internal static readonly ProblemKind ShowEndedElsewhere = new(400, "campaign.tab.no-show-ended", "Only the tab all has the switch showEnded; the tab registered lists ended campaigns always (C35).", "Leave showEnded out, or ask for the tab all.");
    internal static readonly ProblemKind TabOfParties = new(400, "campaign.tab.of-parties", "Only merchants and creators register for campaigns.", "Ask for the tab all or open, or for a party's registrations.");
    internal static readonly ProblemKind KeyMissing = new(400, "idempotency.key-missing", "A write needs the header Idempotency-Key.", "Send a new unguessable key, 1 to 200 visible characters; send the same one when you ask again.");
    internal static readonly ProblemKind SignInRequired = new(401, "sign-in.required", "The request carries no valid token.", "Send a fresh token in the header Authorization: Bearer.");
    internal static readonly ProblemKind RoleNotAllowed = new(403, CommandRoles.NotAllowed.Code, CommandRoles.NotAllowed.Message, CommandRoles.NotAllowed.Fix);
    internal static readonly ProblemKind NotFound = new(404, "not-found", "There is no such thing, or you may not see it.", "Check the id and who you are signed in as.");
    internal static readonly ProblemKind CampaignNotVisible = new(404, "campaign.not-visible", "There is no such campaign, or you may not see it.", "Check the id; a private campaign needs the header Invitation.");
    internal static readonly ProblemKind TwoPlaces = new(400, "history.two-places", "A version and an instant name two places in history.", "Send the version alone, or effectiveAt and recordedAt.");
    internal static readonly ProblemKind VersionUnknown = new(404, "history.version-unknown", "The history has no such version yet.", "Ask without a version for the last one.");
    internal static readonly ProblemKind BeforeFirst = new(404, "history.before-first", "Nothing of it had happened or was known at that instant.", "Ask for a later instant; the history says when it began.");
    internal static readonly ProblemKind RouteUnknown = new(404, "request.route-unknown", "Nothing is at this address.", "See /openapi/v1.json for every address.");
    internal static readonly ProblemKind MethodNotAllowed = new(405, "request.method-not-allowed", "This address does not take that method.", "See the header Allow.");
    internal static readonly ProblemKind NotAcceptable = new(406, "request.not-acceptable", "The answer cannot be given in the asked-for form.", "Accept application/json.");
    internal static readonly ProblemKind TimedOut = new(408, "request.timed-out", "The request did not arrive in time.", "Send it again.");
    internal static readonly ProblemKind StillRunning = new(409, "idempotency.still-running", "A request with the same key is being decided.", "Ask again with the same key in a moment.");
    internal static readonly ProblemKind OtherLog = new(410, "feed.other-log", "The position belongs to another log: the database was restored or replaced.", "Read the feed from its beginning.");
    internal static readonly ProblemKind Stale = new(412, "precondition.stale", "The record stands at another version than If-Match says.", "Read it again and decide anew.");
    internal static readonly ProblemKind TooLarge = new(413, "request.too-large", "The body is larger than this address takes: 64 KiB, where nothing else is said.", "Send less.");
    internal static readonly ProblemKind MediaType = new(415, "request.media-type", "The body is not JSON.", "Send Content-Type: application/json.");
    internal static readonly ProblemKind NotCsv = new(415, "request.not-csv", "The body is not CSV.", "Send Content-Type: text/csv.");
    internal static readonly ProblemKind KeyReused = new(422, "idempotency.key-reused", "The key was used with another request.", "Use a new key for a new request.");
    internal static readonly ProblemKind WriteRejected = new(422, "write-rejected", "The database rejected the data.", "Report it with the trace's id: the door should have refused it.");
    internal static readonly ProblemKind Throttled = new(429, "refusals.too-many", "Too many refused requests of this party in this campaign today.", "Wait until tomorrow (UTC), and look at the earlier refusals.");
    internal static readonly ProblemKind Internal = new(500, "internal", "Something went wrong here.", "Report it with the trace's id.");
    internal static readonly ProblemKind Busy = new(503, "busy", "Too much is going on.", "Ask again with the same key after Retry-After.");
    internal static readonly ProblemKind OtherReadModels = new(503, "read-models.other-version", "The read models in use are not of this program's version.", "Run `rebuild` with the newest version of the program, and stop the hosts of older ones.");
    internal static readonly ProblemKind OutcomeUnknown = new(503, "outcome-unknown", "It could not be learned whether the request was recorded.", "Ask again with the same key: you get the one answer.");

    internal static readonly IReadOnlyList<ProblemKind> All =
    [
        Malformed, ShowEndedElsewhere, TabOfParties, KeyMissing, SignInRequired, RoleNotAllowed, NotFound, CampaignNotVisible, TwoPlaces, VersionUnknown, BeforeFirst, RouteUnknown, MethodNotAllowed, NotAcceptable, TimedOut,
        StillRunning, OtherLog, Stale, TooLarge, MediaType, NotCsv, KeyReused, WriteRejected, Throttled, Internal, Busy, OtherReadModels, OutcomeUnknown,
    ];

    /// <summary>The problem behind a bare status that the framework set.</summary>
    internal static ProblemKind OfStatus(int status) => status switch
    {
        401 => SignInRequired,
        403 => RoleNotAllowed,
        404 => RouteUnknown,
        405 => MethodNotAllowed,
        406 => NotAcceptable,
        408 => TimedOut,
        413 => TooLarge,
        415 => MediaType,
        503 => Busy,
        >= 400 and < 500 => Malformed,
        _ => Internal,
    };
}

/// <summary>Ends a request at the door. Thrown before anything was decided, so there is nothing to undo.</summary>
sealed class RequestRefusedException(ProblemKind kind, string? field = null) : Exception(kind.Code)
{
    internal ProblemKind Kind { get; } = kind;

    internal string? Field { get; } = field;
}
