using LiveCommerce.Kernel;
using LiveCommerce.Postgres.Append;
using LiveCommerce.Postgres.Reading;
using LiveCommerce.Sellers;
using Npgsql;

namespace LiveCommerce.Postgres.Sellers;

/// <summary>An account of a shop with its handle.</summary>
/// <param name="Id">The account.</param>
/// <param name="Type">Official, marketing or affiliate.</param>
/// <param name="Handle">The handle; null where it was erased.</param>
public sealed record AccountShown(AccountId Id, AccountType Type, string? Handle);

/// <summary>The accounts that are tied to a shop.</summary>
/// <param name="database">The connections.</param>
public sealed class AccountQueries(PostgresDatabase database)
{
    const string OfMerchant = """
        select a.id, a.type, handle.value from lc_accounts a left join lc_personal handle on handle.reference = a.handle_reference
        where a.generation = (select generation from lc_views where view = 'accounts') and a.merchant = $1 order by a.id
        """;

    /// <summary>A shop's accounts.</summary>
    public async Task<IReadOnlyList<AccountShown>> Of(MerchantId merchant, CancellationToken cancellation = default) =>
        await database.Read(new NpgsqlBatchCommand(OfMerchant).Value(merchant.Value), row => new AccountShown(new(row.GetGuid(0)), row.Enum<AccountType>(1), row.TextOrNone(2)), cancellation).ConfigureAwait(false);
}
