using LiveCommerce.Kernel;
using LiveCommerce.Postgres.Append;
using LiveCommerce.Registrations;
using Npgsql;

namespace LiveCommerce.Postgres.Registrations;

/// <summary>Which records to list; what is left out does not matter.</summary>
/// <param name="Status">Those that have this status at the moment of looking.</param>
/// <param name="Channel">Those of this channel.</param>
/// <param name="Level">Those that show this level: the assessed one, or one of the party's own until it is assessed.</param>
/// <param name="Account">Those that this account was registered with.</param>
/// <param name="RegisteredFrom">Those registered at this moment or later.</param>
/// <param name="RegisteredBefore">Those registered before this moment.</param>
/// <param name="OpsName">Those that an operator registered on behalf whose name has this in it, in any case.</param>
public sealed record RegistrationFilter(
    RegistrationStatus? Status = null,
    RegistrationChannel? Channel = null,
    string? Level = null,
    AccountId? Account = null,
    Moment? RegisteredFrom = null,
    Moment? RegisteredBefore = null,
    string? OpsName = null)
{
    /// <summary>No condition at all.</summary>
    public static RegistrationFilter None { get; } = new();

    /// <summary>The conditions on a row r and the name beside it; the parameters are those of <see cref="AddTo"/>, from the sixth on.</summary>
    internal const string Conditions = """
        r.registered_at >= $6 and r.registered_at < $7
            and ($8::text is null or r.channel = $8)
            and ($9::text is null or coalesce(r.assessed_level = $9, $9 = any (r.willingness_levels)))
            and ($10::uuid is null or r.account = $10)
            and ($11::text is null or exists (select from lc_personal named where named.reference = r.ops_name_reference and strpos(lower(named.value), lower($11)) > 0))
        """;

    internal void AddTo(NpgsqlBatchCommand query) => query
        .Value(RegisteredFrom?.ToDateTime() ?? DateTime.MinValue.ToUniversalTime())
        .Value(RegisteredBefore?.ToDateTime() ?? DateTime.MaxValue.ToUniversalTime())
        .Value(Channel?.ToString())
        .Value(Level)
        .OrNull(Account?.Value)
        .Value(OpsName);
}
