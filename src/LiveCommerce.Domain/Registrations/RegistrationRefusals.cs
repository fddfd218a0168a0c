using LiveCommerce.Kernel;

namespace LiveCommerce.Registrations;

/// <summary>Every refusal about registrations.</summary>
public static class RegistrationRefusals
{
    /// <summary>The shop has no official account.</summary>
    public static RefusalKind NotBound { get; } = new("account.not-bound", "CAMP-02", "The shop has no official account.", "Link the shop's official account, then register.");

    /// <summary>Seller Center takes official accounts alone.</summary>
    public static RefusalKind NotOfficial { get; } = new("account.not-official", "REG-01", "Only the official account registers in Seller Center.", "Use the official account, or register in LIVE Manager.");

    /// <summary>No account of the party.</summary>
    public static RefusalKind AccountUnknown { get; } = new("account.unknown", "REG-02", "The party has no such account.", "Name an account of the party that registers.");

    /// <summary>LIVE Manager must be told which account.</summary>
    public static RefusalKind AccountRequired { get; } = new("account.required", "REG-02", "No account is named.", "Name the account that will go LIVE.");

    /// <summary>Operators register on behalf of somebody.</summary>
    public static RefusalKind OnBehalfRequired { get; } = new("registration.on-behalf.required", "RREC-17", "It is not said for whom the session is registered.", "Name party, channel and account.");

    /// <summary>Parties register for themselves.</summary>
    public static RefusalKind OnBehalfNotAllowed { get; } = new("registration.on-behalf.not-allowed", "RREC-17", "Only the platform registers on behalf of others.", "Leave out on whose behalf.");

    /// <summary>The entry leads into the other channel.</summary>
    public static RefusalKind WrongEntry { get; } = new("registration.entry.wrong-channel", "REG-02", "This entry belongs to the other channel.", "Use an entry of your channel.");

    /// <summary>The id is taken.</summary>
    public static RefusalKind AlreadySubmitted { get; } = new("registration.already-submitted", "RREC-08", "A registration with this id was submitted before.", "Use another id; a submitted registration is not edited (C42).");

    /// <summary>Registration is not open.</summary>
    public static RefusalKind WindowClosed { get; } = new("registration.window-closed", "CAMP-08", "The campaign takes no registrations now.", "Register between the registration dates.");

    /// <summary>All slots are taken.</summary>
    public static RefusalKind CapReached { get; } = new("registration.cap-reached", "REG-03", "The party has used all of its registrations in this campaign, over both channels.", "Choose another campaign.");

    /// <summary>No level is chosen.</summary>
    public static RefusalKind LevelRequired { get; } = new("registration.level.required", "REG-04", "No level is chosen.", "Choose at least one of the campaign's levels.");

    /// <summary>The campaign has no such level.</summary>
    public static RefusalKind LevelUnknown { get; } = new("registration.level.unknown", "CAMP-09", "The campaign has no such level.", "Choose among the campaign's levels.");

    /// <summary>The period ends before it starts.</summary>
    public static RefusalKind PeriodInvalid { get; } = new("registration.period.invalid", "REG-06", "The live period does not end after it starts.", "Let it end after it starts.");

    /// <summary>The period leaves the campaign.</summary>
    public static RefusalKind PeriodOutside { get; } = new("registration.period.outside-campaign", "REG-06", "The live period lies outside the campaign.", "Choose a period within the campaign dates.");

    /// <summary>The period is too short for a chosen level.</summary>
    public static RefusalKind PeriodTooShort { get; } = new("registration.period.too-short", "REG-07", "The live period is shorter than a chosen level asks for.", "Choose a longer period or lower levels.");

    /// <summary>The period is too short for the assessed level: a warning (C31).</summary>
    public static RefusalKind PeriodShortForLevel { get; } = new("registration.period.too-short", "C31", "The live period is shorter than the assessed level asks for.", "Assess another level, or give the session a longer period after contact.") { IsWarning = true };

    /// <summary>The account is live in another session at that time: a warning (C25).</summary>
    public static RefusalKind PeriodOverlaps { get; } = new("registration.period.overlaps", "C25", "The same account has another session in an overlapping live period.", "Choose another live period, or withdraw one of the two.") { IsWarning = true };

    /// <summary>The period is over.</summary>
    public static RefusalKind PeriodOver { get; } = new("registration.period.over", "REG-06", "The live period has passed.", "Choose a period that ends in the future.");

    /// <summary>Not a category of the list.</summary>
    public static RefusalKind CategoryUnknown { get; } = new("registration.category.unknown", "REG-08", "This is no main category.", "Choose among the main categories.");

    /// <summary>The Seller Center form asks for a field.</summary>
    public static RefusalKind SellerFieldRequired { get; } = new("registration.field.required", "REG-04", "The form asks for this field.", "Fill it in.");

    /// <summary>The app's or LIVE Manager's form asks for a field.</summary>
    public static RefusalKind AppFieldRequired { get; } = new("registration.field.required", "REG-05", "The form asks for this field.", "Fill it in.");

    /// <summary>The Seller Center form has no such field.</summary>
    public static RefusalKind SellerFieldNotAsked { get; } = new("registration.field.not-asked", "REG-04", "The form has no such field.", "Leave it out.");

    /// <summary>The app's or LIVE Manager's form has no such field.</summary>
    public static RefusalKind AppFieldNotAsked { get; } = new("registration.field.not-asked", "REG-05", "The form has no such field.", "Leave it out.");

    /// <summary>There is no such original.</summary>
    public static RefusalKind OriginalUnknown { get; } = new("registration.duplicate.unknown", "RREC-13", "There is no such registration of this campaign to duplicate.", "Duplicate one of your own registrations of the same campaign.");

    /// <summary>The original came in by LIVE Manager.</summary>
    public static RefusalKind OriginalNotSellerCenter { get; } = new("registration.duplicate.not-seller-center", "RREC-14", "A session registered in LIVE Manager cannot be duplicated.", "Register the session anew.");

    /// <summary>It was withdrawn: shown, and nothing more.</summary>
    public static RefusalKind Withdrawn { get; } = new("registration.terminal", "RREC-03", "A withdrawn registration is kept, but nothing can be done with it.", "Register the session anew.");

    /// <summary>The platform has decided, or the registration is out.</summary>
    public static RefusalKind NotUnderReview { get; } = new("registration.not-under-review", "RREC-17", "The registration is not under review.", "Look at its present status.");

    /// <summary>A party withdraws only while the platform has not decided.</summary>
    public static RefusalKind CannotWithdraw { get; } = new("registration.not-under-review", "RREC-11", "A registration can be withdrawn only while it is under review.", "Ask the platform to remove it.");

    /// <summary>It was registered in the other channel.</summary>
    public static RefusalKind WrongChannel { get; } = new("registration.wrong-channel", "RREC-12", "It was registered in the other channel.", "Cancel it where it was registered.");

    /// <summary>A withdrawal is confirmed.</summary>
    public static RefusalKind ConfirmationRequired { get; } = new("registration.confirmation-required", "RREC-11", "The withdrawal is not confirmed.", "Confirm it.");

    /// <summary>Rejected or out of the campaign.</summary>
    public static RefusalKind Terminal { get; } = new("registration.terminal", "RREC-17", "The registration is rejected or expired; nothing can be done with it.", "Look at its present status.");

    /// <summary>The party was not contacted.</summary>
    public static RefusalKind ContactRequired { get; } = new("registration.contact-required", "REG-12", "The party was not contacted since the last modification.", "Contact the party and record it, then modify.");

    /// <summary>No products were grouped.</summary>
    public static RefusalKind NotGrouped { get; } = new("registration.products.not-grouped", "RREC-16", "The platform has not grouped the session's products.", "Wait until it has.");

    /// <summary>No product, or too many.</summary>
    public static RefusalKind ProductCount { get; } = new("registration.products.out-of-range", "RREC-16", "A group has 1 to 150 products.", "Group at least one product, and no more than 150.");

    /// <summary>A product stands in the group twice.</summary>
    public static RefusalKind ProductTwice { get; } = new("registration.products.repeated", "RREC-16", "The product is in the group already.", "Name each product once.");

    /// <summary>Neither hash nor address.</summary>
    public static RefusalKind ProductImage { get; } = new("registration.product.image", "RREC-16", "The main image is neither a content hash nor an https address.", "Name the image by its content hash or by its address.");

    /// <summary>No name, or a long one.</summary>
    public static RefusalKind ProductName { get; } = new("registration.product.name", "RREC-16", "The product's name is missing or too long.", "Give a name of 1 to 200 characters.");

    /// <summary>No id, or none that the marketplace gives.</summary>
    public static RefusalKind ProductId { get; } = new("registration.product.id", "RREC-16", "The product's id is none.", "Give 1 to 40 letters, digits, hyphens or underscores.");

    /// <summary>No price.</summary>
    public static RefusalKind ProductPrice { get; } = new("registration.product.price", "RREC-16", "The campaign sale price is no amount of money.", "Give a decimal amount as text and an ISO 4217 currency, with no more decimals than it has.");

    /// <summary>No session, or too many.</summary>
    public static RefusalKind SeriesLength { get; } = new("registration.series.out-of-range", "BEY-11", "A series has 1 to 100 live periods.", "Name at least one live period, and no more than 100.");

    /// <summary>Too early to expire.</summary>
    public static RefusalKind CampaignNotEnded { get; } = new("registration.campaign-not-ended", "RREC-18", "The campaign has not ended.", "Wait for its end.");
}
