using LiveCommerce.Kernel;

namespace LiveCommerce.LiveSessions;

/// <summary>Why a document of the marketplace's analytics is not imported, and what is said beside one that is.</summary>
public static class ImportRefusals
{
    /// <summary>No such account.</summary>
    public static RefusalKind AccountUnknown { get; } =
        new("import.account-unknown", "BEY-24", "No account of the shop has this username.", "Add the account and tie it to the shop, or import the sessions of accounts that it has.");

    /// <summary>Another LIVE.</summary>
    public static RefusalKind OtherSession { get; } =
        new("import.other-session", "BEY-24", "The document is of another LIVE: it begins more than 5 minutes before or after the session.", "Name the session that the document is of.");

    /// <summary>Between two minutes.</summary>
    public static RefusalKind MinuteMisaligned { get; } =
        new("import.minute-misaligned", "BEY-24", "The interval is not a minute counted from the document's own start.", "Import the document by the minute, as it came.");

    /// <summary>The parts are more than the whole.</summary>
    public static RefusalKind MoreThanWhole { get; } =
        new("import.more-than-whole", "BEY-24", "The parts of the document add up to more than it says of the whole.", "Fetch the document again.");

    /// <summary>The parts are less than the whole.</summary>
    public static RefusalKind LessThanWhole { get; } =
        new("import.less-than-whole", "BEY-24", "The minutes add up to less than the document says of the whole; the minutes count.", "Nothing has to be done; fetch the document again later if minutes are missing.") { IsWarning = true };

    /// <summary>Fields that mean nothing here.</summary>
    public static RefusalKind UnknownFields { get; } =
        new("import.unknown-fields", "BEY-24", "Fields of the document are not known here and were left out.", "Nothing has to be done.") { IsWarning = true };
}
