using LiveCommerce.Host.Http.Json;
using LiveCommerce.Host.Http.Problems;
using LiveCommerce.Host.Http.Requests;
using LiveCommerce.Kernel;
using LiveCommerce.Postgres.Registrations;
using LiveCommerce.Registrations;

namespace LiveCommerce.Host.Http.Registrations;

/// <summary>Which records to list, as the address says it; what is left out does not matter.</summary>
sealed record RecordQuery
{
    /// <summary>The request itself.</summary>
    public required HttpRequest Request { get; init; }

    /// <summary>Those of this status at this moment.</summary>
    public RegistrationStatus? Status { get; init; }

    /// <summary>Those registered in this product.</summary>
    public RegistrationChannel? Channel { get; init; }

    /// <summary>Those that show this level: the assessed one, or one of the party's own until it is assessed.</summary>
    public string? Level { get; init; }

    /// <summary>Those registered with this account.</summary>
    public string? Account { get; init; }

    /// <summary>Those registered at this instant or later.</summary>
    public string? RegisteredFrom { get; init; }

    /// <summary>Those registered before this instant.</summary>
    public string? RegisteredBefore { get; init; }

    /// <summary>Those registered on behalf by an operator whose name has this in it, in any case.</summary>
    public string? OpsName { get; init; }

    /// <summary>Whose; operators and auditors name one, a party has its own.</summary>
    public string? Party { get; init; }

    /// <summary>Where the page begins: <c>next</c> of the page before.</summary>
    public string? Cursor { get; init; }

    /// <summary>At most so many, 1 to 100.</summary>
    public int? Limit { get; init; }

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
