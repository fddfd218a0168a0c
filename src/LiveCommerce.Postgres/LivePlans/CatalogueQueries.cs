using LiveCommerce.Kernel;
using LiveCommerce.LivePlans;
using LiveCommerce.Postgres.Append;
using LiveCommerce.Postgres.Reading;
using Npgsql;

namespace LiveCommerce.Postgres.LivePlans;

/// <summary>One page of a list that is ordered by the marketplace's id.</summary>
/// <typeparam name="T">What is listed.</typeparam>
/// <param name="Items">At most as many as were asked for.</param>
/// <param name="Next">The id after which the next page begins; null at the end.</param>
public sealed record IdPage<T>(IReadOnlyList<T> Items, string? Next);

/// <summary>A shop's products and promotion tools as they were seen last.</summary>
/// <param name="database">The connections.</param>
public sealed class CatalogueQueries(PostgresDatabase database)
{
    /// <summary>The products of a shop in the order of their ids.</summary>
    /// <param name="merchant">Whose catalogue.</param>
    /// <param name="after">The id after which the page begins.</param>
    /// <param name="limit">At most so many, and never more than 100.</param>
    /// <param name="cancellation">Stops the reading.</param>
    public Task<IdPage<ProductRecord>> Products(MerchantId merchant, string? after = null, int limit = Pages.Longest, CancellationToken cancellation = default) =>
        Page($"{CatalogueRows.Products} and merchant = $1 and product > $2 order by product limit $3", merchant, after, limit, CatalogueRows.Product, row => row.ProductId, cancellation);

    /// <summary>The promotion tools of a shop in the order of their ids.</summary>
    /// <param name="merchant">Whose tools.</param>
    /// <param name="after">The id after which the page begins.</param>
    /// <param name="limit">At most so many, and never more than 100.</param>
    /// <param name="cancellation">Stops the reading.</param>
    public Task<IdPage<ToolRecord>> Tools(MerchantId merchant, string? after = null, int limit = Pages.Longest, CancellationToken cancellation = default) =>
        Page($"{CatalogueRows.Tools} and merchant = $1 and tool > $2 order by tool limit $3", merchant, after, limit, CatalogueRows.Tool, row => row.Tool.Id, cancellation);

    /// <summary>Products by their own ids, in no order; those that were never seen are left out.</summary>
    public async Task<IReadOnlyList<ProductRecord>> Find(IReadOnlyCollection<CatalogueProductId> products, CancellationToken cancellation = default) =>
        await database.Read(ByIds(products), CatalogueRows.Product, cancellation).ConfigureAwait(false);

    /// <summary>Promotion tools by their own ids, in no order; those that were never seen are left out.</summary>
    public async Task<IReadOnlyList<ToolRecord>> Find(IReadOnlyCollection<PromotionToolId> tools, CancellationToken cancellation = default) =>
        await database.Read(ByIds(tools), CatalogueRows.Tool, cancellation).ConfigureAwait(false);

    /// <summary>The shop's promotion tools that are bound with one of these products and not over: what a plan can attach (PLAN-05). At most 100, by id.</summary>
    public async Task<IReadOnlyList<ToolRecord>> BoundWith(MerchantId merchant, IReadOnlyCollection<string> products, CancellationToken cancellation = default)
    {
        var query = new NpgsqlBatchCommand($"{CatalogueRows.Tools} and merchant = $1 and status <> 'Ended' and products && $2 order by tool limit {Pages.Longest}").Value(merchant.Value).Value(products.ToArray());
        return await database.Read(query, CatalogueRows.Tool, cancellation).ConfigureAwait(false);
    }

    internal static NpgsqlBatchCommand ByIds(IReadOnlyCollection<CatalogueProductId> products) =>
        new NpgsqlBatchCommand($"{CatalogueRows.Products} and id = any ($1)").Column(products, product => product.Value);

    internal static NpgsqlBatchCommand ByIds(IReadOnlyCollection<PromotionToolId> tools) =>
        new NpgsqlBatchCommand($"{CatalogueRows.Tools} and id = any ($1)").Column(tools, tool => tool.Value);

    async Task<IdPage<T>> Page<T>(string query, MerchantId merchant, string? after, int limit, Func<NpgsqlDataReader, T> read, Func<T, string> idOf, CancellationToken cancellation)
    {
        limit = Pages.Limit(limit);
        var rows = await database.Read(new NpgsqlBatchCommand(query).Value(merchant.Value).Value(after ?? "").Value((long)limit + 1), read, cancellation).ConfigureAwait(false);
        return rows.Count <= limit ? new(rows, null) : new(rows.GetRange(0, limit), idOf(rows[limit - 1]));
    }
}
