using LiveCommerce.Host.Http.Json;
using LiveCommerce.Host.Http.Problems;
using LiveCommerce.Host.Http.Requests;
using LiveCommerce.Kernel;
using LiveCommerce.Postgres.Registrations;
using LiveCommerce.Registrations;

namespace LiveCommerce.Host.Http.Registrations;

/// <summary>Which records to list, as the address says it; what is left out does not matter.</summary>
/// <param name="Request">The request itself.</param>
/// <param name="Status">Those of this status at this moment.</param>
/// <param name="Channel">Those registered in this product.</param>
/// <param name="Level">Those that show this level: the assessed one, or one of the party's own until it is assessed.</param>
/// <param name="Account">Those registered with this account.</param>
/// <param name="RegisteredFrom">Those registered at this instant or later.</param>
/// <param name="RegisteredBefore">Those registered before this instant.</param>
/// <param name="OpsName">Those registered on behalf by an operator whose name has this in it, in any case.</param>
/// <param name="Party">Whose; operators and auditors name one, a party has its own.</param>
/// <param name="Cursor">Where the page begins: <c>next</c> of the page before.</param>
/// <param name="Limit">At most so many, 1 to 100.</param>
sealed record RecordQuery(
    HttpRequest Request,
    RegistrationStatus? Status = null,
    RegistrationChannel? Channel = null,
    string? Level = null,
    string? Account = null,
    string? RegisteredFrom = null,
    string? RegisteredBefore = null,
    string? OpsName = null,
    string? Party = null,
    string? Cursor = null,
    int? Limit = null)
{
    internal RegistrationFilter ToFilter() => new(
        Known(Status, "status"),
        Known(Channel, "channel"),
        Level is null ? null : TextRules.Required(Level, "level", TextLimits.Code),
        Account is null ? null : TypeId.TryParse<AccountId>(Account, out var account) ? account : throw Malformed("account"),
        MomentOf(RegisteredFrom, "registeredFrom"),
        MomentOf(RegisteredBefore, "registeredBefore"),
        OpsName is null ? null : TextRules.Required(OpsName, "opsName", TextLimits.Name));

    internal PageRequest ToPage() => PageRequest.Of(Cursor, Limit);

    // the framework takes a number for a name, and adds up a list of them
    TEnum? Known<TEnum>(TEnum? value, string field) where TEnum : struct, Enum =>
        value is { } named && !(Enum.IsDefined(named) && Request.Query[field] is [var text] && text == named.ToString()) ? throw Malformed(field) : value;

    static Moment? MomentOf(string? text, string field) =>
        text is null ? null : EdgeMomentConverter.TryParse(text, out var moment) ? moment : throw Malformed(field);

    static RequestRefusedException Malformed(string field) => new(DoorProblems.Malformed, field);
}
